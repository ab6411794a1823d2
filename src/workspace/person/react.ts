import { changeReaction, reactionOf } from '../team/reactions.ts';
import type { Team } from '../team/team.ts';
import { placeOf } from './container.ts';
import { done, failed, type Outcome } from './outcome.ts';

export interface Reacted {
  readonly as: string;
  readonly channel: string;
  readonly ts: string;
  /** Without colons. */
  readonly name: string;
}

/** Adds a reaction to a message, or takes the person's own back. */
export function react(team: Team, { as, channel, ts, name }: Reacted): Outcome {
  const place = placeOf(team, as, { type: 'message', channel, ts });
  if (place?.kind !== 'message' || place.message.visibleTo !== undefined)
    return failed('This message is not there any more.');
  if (!/^[a-z0-9_+'-]+$/.test(name)) return failed(`There is no emoji ${name}.`);
  const isMine = reactionOf(place.message, name)?.users.includes(as) === true;
  changeReaction(team, place.message, { do: isMine ? 'remove' : 'add', name, user: as });
  return done;
}
