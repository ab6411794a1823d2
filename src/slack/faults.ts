import type { App } from '@slack/bolt';
import { z } from 'zod';
import { saying } from '../wording/reply.ts';
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
    if (who === undefined || where === undefined) return;
    const thread = event?.thread_ts;
    const reply = saying(...wording.lines('faults.request', { reference: ref }));
    try {
      await poster.whisper({ channel: where, thread }, who, reply);
    } catch (error) {
      log.error({ error, reference: ref }, 'could not say that a request failed');
    }
  });
}
