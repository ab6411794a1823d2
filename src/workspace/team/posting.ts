/** Saying, changing and taking back: the only ways a message comes to be, changes or goes. */

import type { StoredMessage } from './message.ts';
import { eventsAbout } from './message-events.ts';
import { mentionsIn, type Ping } from './pings.ts';
import type { Team } from './team.ts';

export type Draft = Omit<StoredMessage, 'ts'>;

/** Puts a message where its channel's members, or only `visibleTo`, see it. */
export function post(team: Team, draft: Draft): StoredMessage {
  const message = { ...draft, ts: team.ids.ts() };
  if (message.visibleTo !== undefined) {
    team.ephemerals.put(message);
    team.pings.push(...pingsOf(team, message, false));
    team.feed.tell({ type: 'message', message });
    return message;
  }
  team.messages.add(message);
  team.pings.push(...pingsOf(team, message, false));
  team.feed.tell({ type: 'message', message });
  tellAboutThread(team, message);
  if (message.botId) team.agents.spoke(message.channel, message.threadTs ?? message.ts);
  for (const event of eventsAbout(team, { kind: 'posted', message })) team.app.tell(event);
  return message;
}

/** Changes what a message says; `changes` that are left out stay as they were. */
export function edit(
  team: Team,
  before: StoredMessage,
  changes: Partial<Pick<StoredMessage, 'text' | 'blocks' | 'attachments' | 'metadata' | 'files'>>,
): StoredMessage {
  const message = { ...before, ...changes, editedTs: team.ids.ts() };
  const mentionedBefore = new Set(pingsOf(team, before, true).map((ping) => ping.user));
  team.pings.push(
    ...pingsOf(team, message, true).filter((ping) => !mentionedBefore.has(ping.user)),
  );
  replace(team, message);
  if (message.visibleTo !== undefined) return message;
  for (const event of eventsAbout(team, { kind: 'changed', message, before })) team.app.tell(event);
  return message;
}

/** Changes a message without an edit mark or an event: a reaction. */
export function replace(team: Team, message: StoredMessage): void {
  if (message.visibleTo !== undefined) team.ephemerals.put(message);
  else team.messages.replace(message);
  team.feed.tell({ type: 'message_changed', message });
}

export function takeBack(team: Team, message: StoredMessage): void {
  if (message.visibleTo !== undefined) team.ephemerals.remove(message.ts);
  else team.messages.remove(message);
  team.feed.tell({ type: 'message_deleted', message });
  tellAboutThread(team, message);
  if (message.visibleTo !== undefined) return;
  for (const event of eventsAbout(team, { kind: 'deleted', message })) team.app.tell(event);
}

/** A line of Slack's own, which only one person sees. */
export function systemLine(
  team: Team,
  {
    channel,
    user,
    text,
    threadTs,
  }: { channel: string; user: string; text: string; threadTs?: string | undefined },
): StoredMessage {
  return post(team, {
    channel,
    user: 'USLACKBOT',
    text,
    blocks: [],
    threadTs,
    visibleTo: user,
    system: true,
  });
}

/** A thread's first message shows how many replies it has. */
function tellAboutThread(team: Team, { channel, threadTs }: StoredMessage): void {
  if (threadTs === undefined) return;
  const first = team.messages.get(channel, threadTs);
  if (first) team.feed.tell({ type: 'message_changed', message: first });
}

function pingsOf(team: Team, message: StoredMessage, edited: boolean): readonly Ping[] {
  const { channel, ts, user: author, visibleTo } = message;
  const members = team.channels.get(channel)?.members ?? new Set<string>();
  const about = { channel, ts, author, edited };
  return mentionsIn(message.text, message.blocks).flatMap((mention): readonly Ping[] => {
    const notified = mention.kind === 'user' ? [mention.user] : [...members];
    const via = mention.kind === 'user' ? 'mention' : mention.range;
    return notified
      .filter((user) => user !== author && team.people.human(user) !== undefined)
      .filter((user) => visibleTo === undefined || user === visibleTo)
      .map((user) => ({ user, ...about, via }));
  });
}
