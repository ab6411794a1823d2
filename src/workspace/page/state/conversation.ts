import type { Message, MessagePage } from '../../page-api.ts';

/** The loaded part of a channel or thread: messages oldest first, each `ts` once. */
export interface Conversation {
  readonly messages: readonly Message[];
  readonly hasMore: boolean;
}

const byTs = (a: Message, b: Message): number => Number(a.ts) - Number(b.ts);

/** Puts a message where its `ts` belongs, or in the place of the one with the same `ts`. */
export function withMessage(messages: readonly Message[], message: Message): readonly Message[] {
  const known = messages.findIndex(({ ts }) => ts === message.ts);
  if (known >= 0) return messages.with(known, message);
  const after = messages.findLastIndex((other) => byTs(other, message) < 0);
  return messages.toSpliced(after + 1, 0, message);
}

/** Replaces a message that is loaded; one that is not loaded stays unloaded. */
export function withChanged(messages: readonly Message[], message: Message): readonly Message[] {
  const known = messages.findIndex(({ ts }) => ts === message.ts);
  return known < 0 ? messages : messages.with(known, message);
}

export function withoutMessage(messages: readonly Message[], ts: string): readonly Message[] {
  return messages.filter((message) => message.ts !== ts);
}

/** Adds a page of older messages in front. */
export function withOlder(conversation: Conversation, page: MessagePage): Conversation {
  const known = new Set(conversation.messages.map(({ ts }) => ts));
  const older = page.messages.filter(({ ts }) => !known.has(ts));
  return {
    messages: [...older, ...conversation.messages].toSorted(byTs),
    hasMore: page.hasMore && older.length > 0,
  };
}

/**
 * Takes a freshly fetched newest page. Older messages that were loaded before stay; what lies inside
 * the fetched span is as the server says, except ephemerals, which no server page contains.
 */
export function withNewest(known: Conversation | undefined, page: MessagePage): Conversation {
  const first = page.messages[0];
  if (known === undefined || first === undefined) return page;
  const kept = known.messages.filter(
    (message) => message.ephemeral === true || (page.hasMore && byTs(message, first) < 0),
  );
  const fetched = new Set(page.messages.map(({ ts }) => ts));
  const overlaps = known.messages.some(({ ts }) => fetched.has(ts));
  const bridged = overlaps ? kept : kept.filter(({ ephemeral }) => ephemeral === true);
  return {
    messages: [...bridged.filter(({ ts }) => !fetched.has(ts)), ...page.messages].toSorted(byTs),
    hasMore: page.hasMore && (overlaps ? known.hasMore : true),
  };
}
