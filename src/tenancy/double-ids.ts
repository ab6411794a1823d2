import type { Image } from '../images/image.ts';
import { fault, type Listed, type Lists, placeOf } from './listed.ts';
import type { Names } from './names.ts';
import type { Fault } from './tenancy-fault.ts';
import { diskId, keyId, thingId } from './thing-id.ts';

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

/** IDs that two things have, those that follow from a name included. */
export function doubleIds(
  lists: Lists,
  names: Names,
  publicImages: readonly Image[],
): readonly Fault[] {
  const faults: Fault[] = [];
  const first = new Map<string, Thing>(
    publicImages.map(({ id, name }) => [id, { what: 'the public image', name }]),
  );
  for (const thing of things(lists, names)) {
    const { id, each } = thing;
    const before = first.get(id);
    if (before === undefined) first.set(id, thing);
    else
      faults.push(
        fault(
          each,
          `${called(thing)} and ${called(before)} have the same ID ${id}; give things of one name IDs of their own`,
        ),
      );
  }
  return faults;
}

/** What something is called. Put together only where there is a fault: large tenancies have very many things. */
interface Thing {
  readonly what: string;
  readonly name: string;
}

interface Identified extends Thing {
  readonly id: string;
  readonly each: Listed<unknown>;
}

function called({ what, name }: Thing): string {
  return `${what} ${name}`;
}

function* things(lists: Lists, { projects }: Names): Generator<Identified> {
  for (const each of lists.servers) {
    const { project, name, disks } = each.entry;
    const owner = projects.get(project);
    if (owner === undefined) continue;
    const server = thingId('server', owner, each.entry);
    yield { id: server, what: 'the server', name, each };
    for (const [index, disk] of disks.entries())
      yield { id: diskId(server, index, disk), what: 'a disk of', name, each };
  }
  for (const kind of ['image', 'vault', 'backup'] as const) {
    const what = `the ${kind}`;
    for (const each of lists[`${kind}s`]) {
      const owner = projects.get(each.entry.project);
      if (owner === undefined) continue;
      yield { id: thingId(kind, owner, each.entry), what, name: each.entry.name, each };
    }
  }
  for (const each of lists.keys) {
    const owner = projects.get(each.entry.project);
    if (owner === undefined) continue;
    yield { id: keyId(each.entry, owner), what: 'the key', name: each.entry.alias, each };
  }
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
    return [
      fault(each, `another ${what} has the same ${which}: ${placeOf(before)} in ${before.file}`),
    ];
  });
}
