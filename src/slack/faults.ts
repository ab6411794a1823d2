import type { App } from '@slack/bolt';
import { z } from 'zod';
import { type Reply, saying } from '../wording/reply.ts';
import type { Wording } from '../wording/wording.ts';
import type { Poster } from './poster.ts';
import type { Log } from './sdk-logger.ts';

const Body = z.looseObject({
  user_id: z.string().optional(),
  channel_id: z.string().optional(),
  user: z.looseObject({ id: z.string() }).optional(),
  channel: z.looseObject({ id: z.string() }).optional(),
  event: z
    .looseObject({
      user: z.string().optional(),
      channel: z.string().optional(),
      thread_ts: z.string().optional(),
    })
    .optional(),
});

/** Whatever goes wrong in a listener: the details go to the log, the person gets a reference to quote. */
export function tellAboutFaults(
  app: App,
  poster: Poster,
  wording: Wording,
  reference: () => string,
  log: Log,
): void {
  app.error(async (args: { error: Error; body?: unknown }) => {
    const ref = reference();
    log.error({ error: args.error, reference: ref }, 'a request failed');
    const { user_id, channel_id, user, channel, event } = Body.safeParse(args.body).data ?? {};
    const who = user_id ?? user?.id ?? event?.user;
    const where = channel_id ?? channel?.id ?? event?.channel;
    if (who === undefined) return;
    const thread = event?.thread_ts;
    const reply = saying(...wording.lines('faults.request', { reference: ref }));
    try {
      await tell(who, where, thread, reply, ref);
    } catch (error) {
      log.error({ error, reference: ref }, 'could not say that a request failed');
    }
  });

  /** Where it happened; in direct messages where that was no channel, or none that can be written to. */
  async function tell(
    who: string,
    where: string | undefined,
    thread: string | undefined,
    reply: Reply,
    ref: string,
  ): Promise<void> {
    if (where !== undefined) {
      try {
        return await poster.whisper({ channel: where, thread }, who, reply);
      } catch (error) {
        log.warn({ err: error, channel: where, reference: ref }, 'could not say it in its place');
      }
    }
    await poster.post({ channel: who }, reply, `fault:${ref}`);
  }
}
