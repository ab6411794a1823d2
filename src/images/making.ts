import type { Job, JobType } from './job.ts';
import { isOpen } from './record.ts';
import type { Server } from './server.ts';
import type { Unit } from './unit.ts';

/** Types of jobs that make images; they share the limit on creations at once. R-FLOW-01 */
const making: ReadonlySet<JobType> = new Set([
  'imsCreateImageByInstance',
  'imsCreateWholeImageByInstanceJob',
  'imsCreateWholeImageByBackupJob',
  'imsVolumesToSysDataImagesJob',
  'imsVolumeCreateImageJob',
  'imsImportImageJob',
  'imsImportBigFileImageJob',
  'imsImportDataImageJob',
]);

/** Does a job of this type make images? */
export function makesImages(type: JobType): boolean {
  return making.has(type);
}

/** Open jobs that make images. */
export function makingIn({ jobs }: Pick<Unit, 'jobs'>): readonly Job[] {
  return jobs.filter((job) => makesImages(job.type) && isOpen(job));
}

/** Open jobs that make images of a server and still need it as it is. R-SYS-10, T11 */
export function makingOf({ id }: Server, unit: Pick<Unit, 'jobs'>): readonly Job[] {
  return makingIn(unit).filter((job) => job.serverId === id && !hasItsData(job));
}

/** A full-ECS image has all it needs of its server once only its backup is left to finish. T4 */
function hasItsData({ steps }: Job): boolean {
  const next = steps.find(({ state }) => state === 'waiting');
  return next?.kind === 'complete-backup';
}

/** IDs of the images that a job makes: the one it is about, and others made with it. */
export function imagesOf({ imageId, facts }: Job): readonly string[] {
  const { imageIds } = facts;
  if (typeof imageIds === 'string') return imageIds.split(' ');
  return imageId === undefined ? [] : [imageId];
}
