import type { Image } from '../images/image.ts';
import type { Unit } from '../images/unit.ts';
import { fault, type Listed, type Lists } from './listed.ts';
import type { Fault } from './tenancy-fault.ts';

/** Names and IDs that two entries have, although they are to tell them apart. */
export function doubles(lists: Lists): readonly Fault[] {
  return [
    ...twice(lists.accounts, 'account', 'id', ({ id }) => id),
    ...twice(lists.regions, 'region', 'id', ({ id }) => id),
    ...twice(lists.projects, 'project', 'id', ({ id }) => id),
    ...twice(lists.projects, 'project', 'name', ({ name }) => name),
    ...twice(lists.people, 'person', 'Slack ID', ({ slackId }) => slackId),
    ...twice(
      lists.keys,
      'key of the project',
      'alias',
      ({ project, alias }) => `${project} ${alias}`,
    ),
    ...twice(lists.buckets, 'bucket', 'name', ({ name }) => name),
  ];
}

/** IDs that two things have in what was made of the entries, those that followed from a name included. */
export function doubleIds(
  file: string,
  units: readonly Unit[],
  publicImages: readonly Image[],
): readonly Fault[] {
  const things = [
    ...publicImages.map(({ id, name }) => ({ id: String(id), name: `the public image ${name}` })),
    ...units.flatMap(({ servers, images, vaults, keys, backups }) => [
      ...servers.map(({ id, name }) => ({ id: String(id), name: `the server ${name}` })),
      ...servers.flatMap(({ disks, name }) =>
        disks.map(({ id }) => ({ id, name: `a disk of ${name}` })),
      ),
      ...images.map(({ id, name }) => ({ id: String(id), name: `the image ${name}` })),
      ...vaults.map(({ id, name }) => ({ id, name: `the vault ${name}` })),
      ...keys.map(({ id, alias }) => ({ id, name: `the key ${alias}` })),
      ...backups.map(({ id, name }) => ({ id, name: `the backup ${name}` })),
    ]),
  ];
  const first = new Map<string, string>();
  return things.flatMap(({ id, name }) => {
    const before = first.get(id);
    first.set(id, before ?? name);
    if (before === undefined) return [];
    const message = `${name} and ${before} have the same ID ${id}; give things of one name IDs of their own`;
    return [{ file, at: '', message }];
  });
}

function twice<T>(
  list: readonly Listed<T>[],
  what: string,
  which: string,
  key: (entry: T) => string,
): readonly Fault[] {
  const first = new Map<string, Listed<T>>();
  return list.flatMap((each) => {
    const before = first.get(key(each.entry));
    first.set(key(each.entry), before ?? each);
    if (before === undefined) return [];
    return [fault(each, `another ${what} has the same ${which}: ${before.at} in ${before.file}`)];
  });
}
