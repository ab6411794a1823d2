/** What a person sees in a channel or thread, as a test wants to have it. */
import type { Team } from '../team/team.ts';
import { canSee } from '../team/visibility.ts';
import { type SeenMessage, seen } from './seen-message.ts';

/** Messages outside threads, oldest first, ephemeral ones of that person included. */
export function seenIn(team: Team, channel: string, as: string): readonly SeenMessage[] {
  if (!team.channels.get(channel)?.members.has(as)) return [];
  const { messages } = team.messages.stretch(channel, { limit: Number.MAX_SAFE_INTEGER });
  const own = team.ephemerals
    .seenBy(as, channel)
    .filter((message) => message.threadTs === undefined);
  return [...messages, ...own].sort(byTs).map((message) => seen(team, message));
}

/** A thread, its first message included. */
export function seenInThread(
  team: Team,
  channel: string,
  ts: string,
  as: string,
): readonly SeenMessage[] {
  const own = team.ephemerals.seenBy(as, channel).filter((message) => message.threadTs === ts);
  return [...team.messages.thread(channel, ts), ...own]
    .filter((message) => canSee(team, as, message))
    .sort(byTs)
    .map((message) => seen(team, message));
}

function byTs(one: { readonly ts: string }, other: { readonly ts: string }): number {
  return one.ts < other.ts ? -1 : 1;
}
