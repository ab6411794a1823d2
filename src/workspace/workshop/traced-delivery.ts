import { z } from 'zod';
import type { Delivery, Envelope } from '../delivery/delivery.ts';
import type { TraceEntry } from '../workshop-api.ts';
import type { Trace } from './trace.ts';

const kinds: Readonly<Record<Envelope['type'], TraceEntry['kind']>> = {
  events_api: 'event',
  slash_commands: 'command',
  interactive: 'interaction',
};

const Named = z.looseObject({
  type: z.string().optional(),
  command: z.string().optional(),
  event: z.looseObject({ type: z.string() }).optional(),
});

/** Notes every envelope and what the app answered to it. */
export function tracedDelivery(delivery: Delivery, trace: Trace): Delivery {
  return {
    connected: () => delivery.connected(),
    connections: () => delivery.connections(),
    onChange: (callback) => delivery.onChange(callback),
    close: () => delivery.close(),
    async send(envelope) {
      const sent = envelope.retry
        ? { retry: envelope.retry, ...envelope.payload }
        : envelope.payload;
      const answered = trace.note(kinds[envelope.type], nameOf(envelope), sent);
      const answer = await delivery.send(envelope);
      answered(answer);
      return answer;
    },
  };
}

function nameOf({ payload, type }: Envelope): string {
  const { event, command, type: kind } = Named.safeParse(payload).data ?? {};
  return event?.type ?? command ?? kind ?? type;
}
