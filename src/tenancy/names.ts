import type { Profile } from '../images/profile.ts';
import { grouped } from './grouped.ts';
import type { Listed, Lists } from './listed.ts';
import type { EntryOf, Kind } from './tenancy-file.ts';

type Known<K extends Kind> = ReadonlyMap<string, EntryOf<K>>;

/** What the entries of a tenancy call each other by. */
export interface Names {
  readonly accounts: Known<'accounts'>;
  readonly regions: Known<'regions'>;
  /** By name and by ID. */
  readonly projects: Known<'projects'>;
  readonly profiles: ReadonlyMap<string, Profile>;
  /** The key of a project by its alias. */
  key(project: EntryOf<'projects'>, alias: string): EntryOf<'keys'> | undefined;
}

export function namesIn(lists: Lists, profiles: ReadonlyMap<string, Profile>): Names {
  const projects = new Map([
    ...byKey(lists.projects, ({ id }) => id),
    ...byKey(lists.projects, ({ name }) => name),
  ]);
  const keysOf = grouped(
    lists.keys.map(({ entry }) => entry),
    ({ project }) => projects.get(project)?.id,
  );
  return {
    accounts: byKey(lists.accounts, ({ id }) => id),
    regions: byKey(lists.regions, ({ id }) => id),
    projects,
    profiles,
    key: (project, alias) => keysOf(project.id).find((key) => key.alias === alias),
  };
}

function byKey<T>(list: readonly Listed<T>[], key: (entry: T) => string): Map<string, T> {
  return new Map(list.map(({ entry }) => [key(entry), entry]));
}
