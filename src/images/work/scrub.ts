import type { Instant } from '../ids.ts';
import type { Job } from '../job.ts';
import type { Unit } from '../unit.ts';
import { done, type StepWork } from './step.ts';

/** Records of deleted images that a unit keeps for questions by ID. */
const keptRecords = 50;

/** The data of a removed image are gone for good. T8, T10 */
export const scrub: StepWork = {
  own: (unit, job, _step, at) => done(scrubbed(unit, job, at)),
};

/** What was deleted is deleted, also when its data could not be scrubbed in order: nobody gets it back. */
export function scrubbed(unit: Unit, { imageId }: Job, at: Instant): Unit {
  const images = unit.images.map((image) =>
    image.id === imageId && image.status === 'pending_delete'
      ? ({ ...image, status: 'deleted', updatedAt: at } as const)
      : image,
  );
  return forgetOldRecords({ ...unit, images });
}

/** Of the records of deleted images, only the newest stay. */
export function forgetOldRecords(unit: Unit): Unit {
  const deleted = unit.images
    .filter(({ status }) => status === 'deleted')
    .toSorted((a, b) => b.updatedAt.localeCompare(a.updatedAt));
  const tooOld = new Set(deleted.slice(keptRecords));
  return { ...unit, images: unit.images.filter((image) => !tooOld.has(image)) };
}
