import { eventWrapping } from './event-wrapping.ts';
import type { Reaction, StoredMessage } from './message.ts';
import { replace } from './posting.ts';
import type { Team } from './team.ts';

const events = { add: 'reaction_added', remove: 'reaction_removed' } as const;

/** The reaction of that name, when somebody set it. */
export function reactionOf(message: StoredMessage, name: string): Reaction | undefined {
  return message.reactions?.find((reaction) => reaction.name === name);
}

/** Sets or takes back one person's reaction, and tells the app when it subscribed to that. */
export function changeReaction(
  team: Team,
  message: StoredMessage,
  change: { readonly do: 'add' | 'remove'; readonly name: string; readonly user: string },
): void {
  const others = (message.reactions ?? []).filter(({ name }) => name !== change.name);
  const without = (reactionOf(message, change.name)?.users ?? []).filter(
    (user) => user !== change.user,
  );
  const users = change.do === 'add' ? [...without, change.user] : without;
  const reactions = users.length > 0 ? [...others, { name: change.name, users }] : others;
  replace(team, { ...message, reactions });
  const type = events[change.do];
  const isMember = team.channels.get(message.channel)?.members.has(team.people.bot.id);
  if (!isMember || !team.manifest.events.has(type)) return;
  team.app.tell(
    eventWrapping(team, {
      type,
      user: change.user,
      reaction: change.name,
      item: { type: 'message', channel: message.channel, ts: message.ts },
      item_user: message.user,
      event_ts: team.ids.ts(),
    }),
  );
}
