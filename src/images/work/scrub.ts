import type { Unit } from '../unit.ts';
import { done, type StepWork } from './step.ts';

/** Records of deleted images that a unit keeps for questions by ID. */
const keptRecords = 50;

/** The data of a removed image are gone for good. T8, T10 */
export const scrub: StepWork = {
  own: (unit, job, _step, at) => {
    const images = unit.images.map((image) =>
      image.id === job.imageId && image.status === 'pending_delete'
        ? ({ ...image, status: 'deleted', updatedAt: at } as const)
        : image,
    );
    return done(forgetOldRecords({ ...unit, images }));
  },
};

/** Of the records of deleted images, only the newest stay. */
export function forgetOldRecords(unit: Unit): Unit {
  const deleted = unit.images
    .filter(({ status }) => status === 'deleted')
    .toSorted((a, b) => b.updatedAt.localeCompare(a.updatedAt));
  const tooOld = new Set(deleted.slice(keptRecords));
  return { ...unit, images: unit.images.filter((image) => !tooOld.has(image)) };
}
