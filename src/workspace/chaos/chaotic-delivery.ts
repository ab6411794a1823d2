import type { Answer, Delivery, Envelope } from '../delivery/delivery.ts';
import { Timers } from '../delivery/timers.ts';
import type { Chaos } from './chaos.ts';

/** A delivery that loses its composure when told to: late events, and events that come twice. */
export function chaoticDelivery(delivery: Delivery, chaos: Chaos): Delivery {
  const timers = new Timers();
  return {
    connected: () => delivery.connected(),
    connections: () => delivery.connections(),
    onChange: (callback) => delivery.onChange(callback),
    send(envelope) {
      if (envelope.type !== 'events_api') return delivery.send(envelope);
      return later(timers, chaos.settings.delayEventsMs, () =>
        sendEvent(delivery, chaos, envelope),
      );
    },
    async close() {
      timers.close();
      await delivery.close();
    },
  };
}

/** The copy's answer is nobody's business: one acknowledgement is enough. */
async function sendEvent(delivery: Delivery, chaos: Chaos, envelope: Envelope): Promise<Answer> {
  const first = delivery.send(envelope);
  if (chaos.settings.duplicateEvents && envelope.retry === undefined)
    await delivery.send({ ...envelope, retry: { attempt: 1, reason: 'timeout' } });
  return first;
}

function later(timers: Timers, ms: number, send: () => Promise<Answer>): Promise<Answer> {
  if (ms === 0) return send();
  return new Promise((resolve, reject) => {
    const timer = timers.after(ms, () => void send().then(resolve, reject));
    if (!timer) resolve({ kind: 'unreachable' });
  });
}
