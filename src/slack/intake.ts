import type { App, ReceiverEvent } from '@slack/bolt';
import { arrivalKey } from './arrival-key.ts';
import type { Inbox } from './ports.ts';

/** What stands between the sockets and the listeners. */
export interface Intake {
  /** Answers what an earlier life of the process had taken in and not answered. */
  replay(): Promise<void>;
  /** Takes nothing more in, and waits for what is being answered, at most that many ms. */
  drain(patienceMs: number): Promise<void>;
}

/** Set in the listeners' context while something is answered for a second time. */
export const replayed = 'goldieReplayed';
export const arrival = 'goldieArrival';

/**
 * Writes every arrival down before it is acknowledged, and lets a redelivered one pass only once. Slack forgets what was
 * acknowledged, so without this a crash between acknowledging and answering would lose a message.
 */
export function guardIntake(app: App, inbox: Inbox): Intake {
  const listen = app.processEvent.bind(app);
  const running = new Set<Promise<void>>();
  let open = true;

  app.processEvent = async (event) => {
    if (!open) return;
    const work = takeIn(event);
    running.add(work);
    try {
      await work;
    } finally {
      running.delete(work);
    }
  };

  async function takeIn(event: ReceiverEvent): Promise<void> {
    const key = arrivalKey(event.body);
    if (key === undefined) return listen(event);
    if ((await inbox.record(key, event.body)) === 'known') return void (await event.ack());
    await answer(event, key);
  }

  async function answer(event: ReceiverEvent, key: string): Promise<void> {
    const customProperties = { ...event.customProperties, [arrival]: key };
    await listen({ ...event, customProperties });
    inbox.done(key);
  }

  return {
    async replay() {
      for (const { key, body } of inbox.unanswered()) {
        const record = Object.fromEntries(Object.entries(Object(body)));
        const customProperties = { [replayed]: true };
        await answer({ body: record, ack: async () => {}, customProperties }, key);
      }
    },
    async drain(patienceMs) {
      open = false;
      const patience = new Promise((resolve) => setTimeout(resolve, patienceMs).unref());
      await Promise.race([Promise.allSettled(running), patience]);
    },
  };
}
