import type { Image } from '../image.ts';
import type { Job } from '../job.ts';
import type { Unit } from '../unit.ts';
import { done, type StepWork } from './step.ts';

/** Work that keeps its source image busy. SPEC 2.1 */
type Work = Image['busy'][number];

/** Notes that one more piece of work runs on an image. */
export function occupy(unit: Unit, imageId: string, work: Work): Unit {
  return withBusy(unit, imageId, (busy) => [...busy, work]);
}

/** One piece of work on the source image of a job has ended; others of the same kind may go on. */
export function release(unit: Unit, { imageId, facts }: Job, work: Work): Unit {
  return withBusy(unit, String(facts.sourceId ?? imageId), (busy) => {
    const at = busy.indexOf(work);
    return at < 0 ? busy : busy.toSpliced(at, 1);
  });
}

/** The source image of a copy, conversion or export is free again. `facts.work` says of what. */
export const releaseSource: StepWork = {
  bookkeeping: true,
  own: (unit, job, step) => {
    const work = works.find((each) => each === step.facts.work);
    return done(work === undefined ? unit : release(unit, job, work));
  },
};

const works: readonly Work[] = ['export', 'copy', 'cross-copy', 'convert'];

function withBusy(unit: Unit, imageId: string, change: (busy: Image['busy']) => Image['busy']) {
  return {
    ...unit,
    images: unit.images.map((image) =>
      image.id === imageId ? { ...image, busy: change(image.busy) } : image,
    ),
  };
}
