import type { People, Person } from '../access/people.ts';
import { callerFor, projectOf } from '../access/permissions.ts';
import type { AuditJournal } from '../access/ports.ts';
import type { Cloud } from '../cloud/ports.ts';
import type { ProjectId } from '../images/ids.ts';
import type { NoticeSettings } from '../notices/ports.ts';
import type { Asking } from '../operations/operation.ts';
import type { Readers } from './ports.ts';
import type { Talks } from './talks.ts';
import type { Turn } from './turn.ts';

/** Who is asking, and what they can see. */
export interface Actors {
  /**
   * Somebody acting for a project, by default the one they chose. Undefined for a guest, who may ask but not act, and for a
   * project that the person has no role in.
   */
  asking(who: string, project?: ProjectId): Promise<Asking | undefined>;
  /** Somebody who may act for some project, if not for every one. */
  isMember(who: string): boolean;
  /** Leaves the audit line of a guest's attempt. */
  turnAway(turn: Turn, operation: string): Promise<void>;
}

export function actors(
  people: People,
  cloud: Cloud,
  talks: Talks,
  journal: AuditJournal,
  settings: NoticeSettings,
  readers: Readers,
  clock: () => number,
): Actors {
  return {
    async asking(who, project) {
      const person = people.byId(who);
      if (!person) return undefined;
      const acting = project ?? projectOf(person, (await talks.of(who)).project);
      return acting && person.roles.has(acting) ? seen(person, acting) : undefined;
    },
    isMember: (who) => (people.byId(who)?.roles.size ?? 0) > 0,
    async turnAway({ who, key }, operation) {
      const at = new Date(clock()).toISOString();
      const codes = ['IMG.0026'];
      await journal.append({ id: key, at, who, operation, outcome: 'refused', codes, facts: {} });
    },
  };

  async function seen(person: Person, project: ProjectId): Promise<Asking> {
    const caller = callerFor(person, project);
    const [{ world }, own, reader] = await Promise.all([
      cloud.look(caller),
      settings.people.of(person.slackId),
      readers.of(person.slackId),
    ]);
    return {
      caller,
      world,
      projects: [...person.roles.keys()],
      choose: (chosen) =>
        talks.change(person.slackId, (talk) => ({
          talk: { ...talk, project: chosen },
          found: undefined,
        })),
      settings: own,
      settle: async (step) => void (await settings.people.change(person.slackId, step)),
      reader,
    };
  }
}
