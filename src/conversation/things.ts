import type { Job } from '../images/job.ts';
import type { Asking, Operation } from '../operations/operation.ts';
import type { Filled } from '../operations/slot.ts';
import type { Slots } from '../understanding/meaning.ts';
import type { Topic } from './talk-state.ts';

type Thing = Topic['things'][number];

/** What a text names and the asker can see. */
export function thingsNamed(slots: Slots, asking: Asking): readonly Thing[] {
  return [
    ...things('images', slots.images, asking),
    ...things('servers', slots.servers, asking),
    ...things('projects', slots.projects, asking),
  ];
}

/** The things that an operation was asked for with. */
export function thingsIn(
  { slots }: Pick<Operation, 'slots'>,
  filled: Filled,
  asking: Asking,
): readonly Thing[] {
  return slots.flatMap(({ name, from }) => {
    const kind = ['images', 'servers', 'projects'].find((one) => from.includes(one));
    if (kind === undefined || from.includes('jobs')) return [];
    // an offer is the owner's project and the image
    return things(
      kind,
      filled[name]?.map((value) => value.replace(/^.*\//, '')),
      asking,
    );
  });
}

/** What a job makes or works on, and the job itself. */
export function thingsOf({ id, imageId, imageName, serverId, facts }: Job): readonly Thing[] {
  const server = facts.server;
  return [
    { kind: 'jobs', value: id, label: imageName ?? id },
    ...(imageId && imageName ? [{ kind: 'images', value: imageId, label: imageName }] : []),
    ...(serverId && typeof server === 'string'
      ? [{ kind: 'servers', value: serverId, label: server }]
      : []),
  ];
}

function things(
  kind: string,
  said: readonly string[] | undefined,
  asking: Asking,
): readonly Thing[] {
  const all = seen(kind, asking);
  return (said ?? []).flatMap((words) => {
    const found = all.find(({ id }) => id === words) ?? all.find(({ name }) => name === words);
    return found ? [{ kind, value: found.id, label: found.name }] : [];
  });
}

function seen(
  kind: string,
  { world: { own, directory } }: Asking,
): readonly { readonly id: string; readonly name: string }[] {
  if (kind === 'servers') return own.servers;
  if (kind === 'projects') return directory.projects();
  return [
    ...own.images,
    ...own.received.map(({ imageId, name }) => ({ id: imageId, name })),
    ...directory.publicImages(own.region),
  ];
}
