import type { Instant } from '../ids.ts';
import type { Image } from '../image.ts';
import type { Job } from '../job.ts';
import { imagesOf } from '../making.ts';
import { withImage } from '../members.ts';
import type { Unit } from '../unit.ts';
import { done, failed, type StepResult, type StepWork } from './step.ts';

/** The data begin to move: queued to saving. T2 */
export const startTransfer: StepWork = {
  own: (unit, job, _step, at) => moveAll(unit, job, at, ['queued'], 'saving'),
};

/** All data are in the image store: the images can be used. T4 */
export const transfer: StepWork = {
  own: (unit, job, _step, at) => moveAll(unit, job, at, ['queued', 'saving'], 'active'),
};

/** Every image that the job makes. */
export function moveAll(
  unit: Unit,
  job: Job,
  at: Instant,
  from: readonly Image['status'][],
  to: 'saving' | 'active',
): StepResult {
  return imagesOf(job).reduce<StepResult>(
    (result, id) => (result.ok ? move(result.unit, id, at, from, to) : result),
    done(unit),
  );
}

function move(
  unit: Unit,
  imageId: string,
  at: Instant,
  from: readonly Image['status'][],
  to: 'saving' | 'active',
): StepResult {
  const image = unit.images.find(({ id }) => id === imageId);
  if (!image) return failed('IMG.0144', 'the image record is gone');
  if (image.status === to) return done(unit);
  if (!from.includes(image.status))
    return failed('IMG.0046', `the image was ${image.status} when its data should move`);
  const active = to === 'active' ? { activeAt: at } : {};
  return done(withImage(unit, { ...image, ...active, status: to, updatedAt: at }));
}
