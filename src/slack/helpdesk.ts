import type { WebClient } from '@slack/web-api';
import type { Helpdesk } from '../conversation/ports.ts';
import type { Poster } from './poster.ts';
import type { Log } from './sdk-logger.ts';

/** Posts questions for people into a channel. A thread in a channel is linked; direct messages are nobody else's. */
export function channelHelpdesk(
  client: WebClient,
  poster: Poster,
  channel: string,
  log: Log,
): Helpdesk {
  return {
    async post({ key, origin }, question) {
      const asked = 'channel' in origin ? origin : undefined;
      const link = asked?.thread && (await linkTo(asked.channel, asked.thread));
      await poster.post({ channel }, question(link), `${key}/helpdesk`, true);
    },
  };

  async function linkTo(place: string, ts: string): Promise<string | undefined> {
    if (place.startsWith('D')) return undefined;
    try {
      return (await client.chat.getPermalink({ channel: place, message_ts: ts })).permalink;
    } catch (error) {
      log.warn({ err: error, channel: place }, 'could not link to a thread');
      return undefined;
    }
  }
}
