import type { App } from '@slack/bolt';
import type { Links } from '../conversation/links.ts';
import type { Extras } from './extras.ts';
import type { Poster } from './poster.ts';
import { renderPlainly } from './render.ts';

export interface LinkParts {
  readonly links: Links;
  readonly poster: Pick<Poster, 'whisper'>;
  readonly extras: Extras;
}

/** Shows below a message what its links to images are about. Where Slack has no such thing, a link stays a link. */
export function listenForLinks(app: App, { links, poster, extras }: LinkParts): void {
  app.event('link_shared', async ({ event }) => {
    const {
      user: who,
      channel,
      links: shared,
      unfurl_id,
      source,
      message_ts: ts,
      thread_ts,
    } = event;
    // what is still being written is shown once it is sent
    if (source === 'composer') return;
    const urls = shared.map(({ url }) => url);
    const { shown, hint } = await links.look({ who, channel, urls });
    if (shown.length > 0) {
      const blocksOf = Object.fromEntries(
        shown.map(({ url, reply }) => [url, { blocks: renderPlainly(reply).blocks }]),
      );
      const target = unfurl_id === undefined ? { channel, ts } : { unfurl_id, source };
      await extras.call('chat.unfurl', { ...target, unfurls: blocksOf });
    }
    if (hint) await poster.whisper({ channel, thread: thread_ts }, who, hint);
  });
}
