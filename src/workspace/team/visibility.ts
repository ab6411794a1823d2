import type { StoredMessage } from './message.ts';
import type { Team } from './team.ts';

/** Whether a message is for this person's eyes. */
export function canSee(team: Team, person: string, message: StoredMessage): boolean {
  if (message.visibleTo !== undefined) return message.visibleTo === person;
  return team.channels.get(message.channel)?.members.has(person) === true;
}
