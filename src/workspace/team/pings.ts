import type { KnownBlock } from '@slack/types';

/** One person was notified by one message. */
export interface Ping {
  readonly user: string;
  readonly channel: string;
  readonly ts: string;
  /** Who wrote the message. */
  readonly author: string;
  /** What in the message did it: a mention of the person or of everybody in the channel. */
  readonly via: 'mention' | 'channel' | 'here' | 'everyone';
  /** The mention came with an edit; Slack highlights it but sends no notification. */
  readonly edited: boolean;
}

export type Mention =
  | { readonly kind: 'user'; readonly user: string }
  | { readonly kind: 'broadcast'; readonly range: 'channel' | 'here' | 'everyone' };

const tokens = /<(?:@([UW][A-Z0-9]+)|!(channel|here|everyone))(?:\|[^>]*)?>/g;

/** Every mention in a message: in its mrkdwn and Markdown, and as rich text elements. */
export function mentionsIn(text: string, blocks: readonly KnownBlock[]): readonly Mention[] {
  return [...mentionsInText(text), ...blocks.flatMap(mentionsInPart)];
}

function mentionsInText(text: string): readonly Mention[] {
  return [...text.matchAll(tokens)].map(([, user, range]) =>
    user === undefined ? broadcast(range) : { kind: 'user', user },
  );
}

function broadcast(range: string | undefined): Mention {
  return { kind: 'broadcast', range: range === 'here' || range === 'everyone' ? range : 'channel' };
}

function mentionsInPart(part: unknown): readonly Mention[] {
  if (Array.isArray(part)) return part.flatMap(mentionsInPart);
  if (typeof part !== 'object' || part === null) return [];
  const type: unknown = Reflect.get(part, 'type');
  const text: unknown = Reflect.get(part, 'text');
  if ((type === 'mrkdwn' || type === 'markdown') && typeof text === 'string')
    return mentionsInText(text);
  if (type === 'user') return [{ kind: 'user', user: String(Reflect.get(part, 'user_id')) }];
  if (type === 'broadcast') return [broadcast(String(Reflect.get(part, 'range')))];
  return Object.values(part).flatMap(mentionsInPart);
}
