import type { ProjectId } from '../images/ids.ts';
import type { Directory } from '../images/world.ts';

/** What somebody may do in a project; each role may all that the ones before it may. */
export type Role = 'viewer' | 'operator' | 'admin';

/** A member of the team, known by Slack ID and by nothing else: names and addresses can be changed by anybody. */
export interface Person {
  readonly slackId: string;
  readonly name: string;
  /** Projects the person may act for, in the order in which they were listed. */
  readonly roles: ReadonlyMap<ProjectId, Role>;
}

/** Who is who. Somebody who is not in here is a guest: they may ask, but not act. */
export interface People {
  byId(slackId: string): Person | undefined;
  all(): readonly Person[];
  /** Slack IDs of those who may change things in a project. */
  operatorsOf(project: ProjectId): readonly string[];
}

/** A person as the tenancy lists them. */
export interface PersonEntry {
  readonly slackId: string;
  readonly name: string;
  readonly projects: ReadonlyMap<ProjectId, Role>;
  /** Account whose projects the person administers, all of them. */
  readonly adminOf?: string | undefined;
}

/** Settles each person's role in each project; of two roles in one project the stronger counts. */
export function peopleFrom(entries: readonly PersonEntry[], directory: Directory): People {
  const people = new Map(entries.map((entry) => [entry.slackId, person(entry, directory)]));
  return {
    byId: (slackId) => people.get(slackId),
    all: () => [...people.values()],
    operatorsOf: (project) =>
      [...people.values()]
        .filter((one) => ['operator', 'admin'].includes(one.roles.get(project) ?? 'viewer'))
        .map(({ slackId }) => slackId),
  };
}

function person({ slackId, name, projects, adminOf }: PersonEntry, directory: Directory): Person {
  const settled = new Map(projects);
  for (const { id, account } of directory.projects())
    if (adminOf !== undefined && account === adminOf) settled.set(id, 'admin');
  return { slackId, name, roles: settled };
}
