import type { Image } from './image.ts';
import { isRemoved } from './image-states.ts';
import type { Job } from './job.ts';
import { isOpen } from './record.ts';
import type { Server } from './server.ts';
import type { Unit } from './unit.ts';
import type { World } from './world.ts';

/** Servers of other projects: how many, and of how many projects. Their names are none of the owner's business. */
interface Elsewhere {
  readonly servers: number;
  readonly projects: number;
}

/** The unit's servers that were made from the image; they cannot be reinstalled once it is gone. R-DEL-08 */
export function serversFrom({ id }: Image, { servers }: Unit): readonly Server[] {
  return servers.filter(({ originImage }) => originImage.id === id);
}

/** Servers made from it by the projects whose units were loaded. */
export function serversElsewhere(image: Image, { others }: Pick<World, 'others'>): Elsewhere {
  const counts = [...others.values()].map((unit) => serversFrom(image, unit).length);
  return {
    servers: counts.reduce((sum, count) => sum + count, 0),
    projects: counts.filter((count) => count > 0).length,
  };
}

/** The unit's disks that were filled from the image, of servers and of none. */
export function disksFrom({ id }: Image, { servers, disks }: Unit): number {
  return [...disks, ...servers.flatMap((server) => server.disks)].filter(
    ({ fromImage }) => fromImage === id,
  ).length;
}

/** Open work of the unit that reads or writes the image. */
export function workOn({ id }: Image, { jobs }: Unit): readonly Job[] {
  return jobs.filter((job) => isOpen(job) && (job.imageId === id || job.facts.sourceId === id));
}

/** The unit's images that are copies of this one. */
export function copiesOf({ id }: Image, { images }: Unit): readonly Image[] {
  return images.filter(
    (image) => image.origin.kind === 'copy' && image.origin.refId === id && !isRemoved(image),
  );
}

/** Files in the unit's buckets that are exports of the image, as far as their jobs are remembered. */
export function exportsOf({ id }: Image, { buckets, jobs }: Unit): number {
  const exports = new Set<string>(
    jobs.flatMap((job) =>
      job.type === 'imsNativeExportImageJob' && job.imageId === id ? job.id : [],
    ),
  );
  return buckets
    .flatMap(({ objects }) => objects)
    .filter(({ writtenBy }) => writtenBy !== undefined && exports.has(writtenBy)).length;
}
