import type { Image } from '../images/image.ts';
import { isBinned, isGone } from '../images/image-states.ts';
import type { Former } from '../images/member.ts';
import { subjectOf } from '../images/record.ts';
import { canBeShared } from '../images/rules/share-what.ts';
import type { Directory } from '../images/world.ts';
import type { Asking } from './operation.ts';
import type { Option, SlotKind } from './slot.ts';

/** Images of the project one acts for. Others that one can see are taken too: the rules say whose they are. */
export const ownImage: SlotKind = {
  options: ({ world }) => living(world.own.images).map(imageOption),
  accept: (said, asking) =>
    named(said, [...received(asking), ...publicImages(asking), ...binned(asking)]),
};

/** Images in the recycle bin of the project one acts for. Others of its images are taken too: the rules say that they are not there. */
export const binnedImage: SlotKind = {
  options: binned,
  accept: (said, asking) => named(said, ownImage.options(asking)),
  every: (asking, which) => (which === '' ? binned(asking).map(({ value }) => value) : undefined),
};

/** Images that can be looked at and made servers from: own ones, received ones and the cloud's public ones. */
export const visibleImage: SlotKind = {
  options: (asking) => [...ownImage.options(asking), ...received(asking), ...publicImages(asking)],
  // an ended share is never offered, but who asks for it is told why it is over
  accept: (said, asking) => named(said, binned(asking)) ?? formerShare(said, asking)?.imageId,
};

/** A share that has ended, by the name or ID of its image. */
export function formerShare(said: string, { world }: Asking): Former | undefined {
  return world.own.former.findLast(
    ({ imageId, name }) => imageId === said || name.toLowerCase() === said.toLowerCase(),
  );
}

/** Offers to the project one acts for, by `<owner's project>/<image>`. */
export const offer: SlotKind = {
  options: ({ world }) =>
    world.own.received.map(({ owner, imageId, name, status }) => ({
      value: `${owner}/${imageId}`,
      label: name,
      status: `share.${status}`,
      detail: `from ${world.directory.project(owner)?.name ?? owner}`,
    })),
};

export const server: SlotKind = {
  options: ({ world }) =>
    world.own.servers.map(({ id, name, state }) => ({ value: id, label: name, detail: state })),
};

/** Projects that an image can be shared with: any by name, and any project ID, known or not (the rules decide). */
export const shareTarget: SlotKind = {
  options: (asking) => {
    const { here, elsewhere } = otherProjects(asking);
    return [...here, ...elsewhere, ...ownProject(asking)];
  },
  offered: (asking) => otherProjects(asking).here,
  accept: projectId,
  open: true,
};

/** Projects that hold a share of one of the project's images; any other is taken too, and the rules say what follows. */
export const memberProject: SlotKind = {
  options: ({ world }) => {
    const members = world.own.images.flatMap(({ members: all }) =>
      all.map(({ project }) => project),
    );
    return [...new Set(members)].map((id) => ({
      value: id,
      label: world.directory.project(id)?.name ?? id,
    }));
  },
  accept: (said, { world }) => projectNamed(said, world.directory) ?? projectId(said),
  every: ({ world }, which) =>
    which === ''
      ? [...new Set(world.own.images.flatMap(({ members }) => members.map((one) => one.project)))]
      : undefined,
};

/** Images of the project, or all of them that are told apart by `isMeant`. */
export function ownImages(isMeant: (image: Image) => boolean): SlotKind {
  return {
    ...ownImage,
    every: ({ world }, which) =>
      /^(?:of (?:them|the images)|(?:my|our|the)? ?images)?$/i.test(which)
        ? living(world.own.images)
            .filter(isMeant)
            .map(({ id }) => id)
        : undefined,
  };
}

/** Images of the project to share; offered are those that could be shared with somebody. */
export const imageToShare: SlotKind = {
  ...ownImages(() => true),
  offered: ({ world }) =>
    living(world.own.images)
      .filter((image) => canBeShared(world, image))
      .map(imageOption),
};

/** Projects the person may act for. */
export const actingProject: SlotKind = {
  options: ({ projects, world }) =>
    projects.map((id) => {
      const project = world.directory.project(id);
      return { value: id, label: project?.name ?? id, ...(project && { detail: project.region }) };
    }),
};

/** Jobs of the project by the image they are about, newest first; the latest one about an image is the one meant. */
export const job: SlotKind = {
  options: ({ world }) => {
    const latest = new Map(world.own.jobs.map((one) => [subjectOf(one), one]));
    return [...latest].toReversed().map(([label, { id, status }]) => ({
      value: id,
      label,
      status: `job.${status}`,
    }));
  },
};

/** A name for something new, or words to search for. The rules say whether a name is good. */
export const freeText: SlotKind = { options: () => [], accept: (said) => said, open: true };

/** A whole number with or without a unit: `40`, `40 GB`, `2 TB`, `4 GiB`. Given in GB. */
export const sizeGb: SlotKind = {
  options: () => [],
  accept: (said) => {
    const { number, unit = 'g' } =
      /^(?<number>\d{1,7})\s*(?<unit>[gt])?i?b?$/i.exec(said)?.groups ?? {};
    return number && String(Number(number) * (unit.toLowerCase() === 't' ? 1024 : 1));
  },
  open: true,
};

export const count: SlotKind = {
  options: () => [],
  accept: (said) => (/^\d{1,4}$/.test(said) ? String(Number(said)) : undefined),
  open: true,
};

function projectId(said: string): string | undefined {
  return /^[0-9a-f]{32}$/i.test(said) ? said.toLowerCase() : undefined;
}

function projectNamed(said: string, directory: Directory): string | undefined {
  return directory.projects().find(({ name }) => name.toLowerCase() === said.toLowerCase())?.id;
}

function living(images: readonly Image[]): readonly Image[] {
  return images.filter((image) => !isGone(image));
}

function binned({ world }: Asking): readonly Option[] {
  return world.own.images
    .filter(isBinned)
    .map(({ id, name }) => ({ value: id, label: name, status: 'image.binned' }));
}

/** The ID of what is called so, whatever its letters. */
function named(said: string, options: readonly Option[]): string | undefined {
  return options.find(
    ({ value, label }) => value === said || label.toLowerCase() === said.toLowerCase(),
  )?.value;
}

function imageOption({ id, name, status }: Image): Option {
  return { value: id, label: name, status: `image.${status}` };
}

function received({ world }: Asking): readonly Option[] {
  return world.own.received.map(({ imageId, name, owner, status }) => ({
    value: imageId,
    label: name,
    status: `share.${status}`,
    detail: `from ${world.directory.project(owner)?.name ?? owner}`,
  }));
}

function publicImages({ world }: Asking): readonly Option[] {
  return world.directory
    .publicImages(world.own.region)
    .map(({ id, name }) => ({ value: id, label: name, detail: 'public' }));
}

/** Projects besides the one acted for: of its region, where images can be shared, and of others. */
function otherProjects({ world, caller }: Asking) {
  const others = world.directory.projects().filter(({ id }) => id !== caller.project);
  const option = ({ id, name, region }: (typeof others)[number]): Option => ({
    value: id,
    label: name,
    detail: region,
  });
  return {
    here: others.filter(({ region }) => region === world.own.region).map(option),
    elsewhere: others.filter(({ region }) => region !== world.own.region).map(option),
  };
}

function ownProject({ world, caller }: Pick<Asking, 'world' | 'caller'>): readonly Option[] {
  const own = world.directory.project(caller.project);
  return own ? [{ value: own.id, label: own.name, detail: 'your own project' }] : [];
}
