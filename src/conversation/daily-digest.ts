import type { People } from '../access/people.ts';
import type { PersonSettings } from '../notices/settings.ts';
import { digestReply } from '../operations/digest.ts';
import type { Tools } from '../operations/tools.ts';
import type { Reply } from '../wording/reply.ts';
import type { Actors } from './actors.ts';

const dayMs = 24 * 3_600_000;

/** Puts the daily digest of somebody together, about every project of theirs; undefined when there is nothing to tell. */
export function dailyDigest(tools: Tools, actors: Actors, people: People) {
  const digest = digestReply(tools);
  return async (who: string, settings: PersonSettings): Promise<Reply | undefined> => {
    const projects = [...(people.byId(who)?.roles.keys() ?? [])];
    const askings = await Promise.all(projects.map((project) => actors.asking(who, project)));
    const worlds = askings.flatMap((asking) => (asking ? [asking.world] : []));
    const aDayAgo = new Date(tools.clock() - dayMs).toISOString();
    const since = settings.digestOf ?? aDayAgo;
    return digest({ worlds, since, held: settings.held });
  };
}
