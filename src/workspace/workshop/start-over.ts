import { done, failed, type Outcome } from '../person/outcome.ts';
import { send } from '../person/say.ts';
import type { Scene } from '../scenes.ts';
import type { Team } from '../team/team.ts';
import { resetTeam } from './reset.ts';

/**
 * Forgets everything, and has people say again what a scene has them say; the app hears it as it hears all talk. Without a
 * scene nothing has been said. What the app keeps for itself stays as it is.
 */
export async function startOver(team: Team, name: string | undefined): Promise<Outcome> {
  const scene = team.seed.scenes.find((one) => one.name === name);
  if (name !== undefined && !scene) return failed(`There is no scene ${name}.`);
  resetTeam(team);
  for (const line of scene?.lines ?? []) {
    const outcome = await sayLine(team, line);
    if (!outcome.ok) return outcome;
  }
  return done;
}

async function sayLine(team: Team, { who, where, says }: Scene['lines'][number]): Promise<Outcome> {
  const person = team.seed.people.find(({ handle }) => handle === who);
  const channel =
    where === undefined
      ? team.channels.directOf(person?.id ?? '')
      : team.channels.all.find(({ kind, name }) => kind !== 'im' && name === where);
  if (!person || !channel) return failed(`${who} cannot speak there.`);
  return send(team, { as: person.id, channel: channel.id, text: says });
}
