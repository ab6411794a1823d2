import type { Instant } from '../ids.ts';
import type { Job } from '../job.ts';
import { owe } from '../record.ts';
import type { Unit } from '../unit.ts';
import { failJob } from './end-job.ts';
import { forgetOldRecords } from './scrub.ts';

/** Code of a job that somebody cancelled; one of our own. */
const cancelled = 'IMSX.0061';

/**
 * Ends a job that somebody cancelled: what it had begun is cleaned up as if it failed, and no record of an image it was making
 * stays. The person who asked and the one who cancelled are owed the news. R-CANCEL
 */
export function stopJob(unit: Unit, job: Job, at: Instant): Unit {
  if (job.cancel === undefined) return unit;
  const { who, name, origin } = job.cancel;
  const error = { code: cancelled, reason: `cancelled by ${name}` };
  const failed = failJob(unit, job, error, at, {
    kind: 'job.cancelled',
    facts: { by: name, ...soFar(job) },
  });
  const stopped = withoutUnfinished(unit, failed, at);
  const news = stopped.notices.find(({ id }) => id === `${job.id}/failed`);
  if (!news || JSON.stringify(news.to) === JSON.stringify(origin)) return stopped;
  return owe(stopped, { ...news, id: `${job.id}/cancelled`, to: origin, asker: who });
}

/** Of what a job does in other projects: how much it did, and how much it will not do when it is cancelled now. */
export function soFar({ steps }: Job): { readonly kept: number; readonly left: number } {
  const others = steps.filter(({ target }) => target !== undefined);
  const kept = others.filter(({ state }) => state === 'done').length;
  return { kept, left: others.length - kept };
}

/** Did the job end because somebody cancelled it? */
export function wasCancelled({ error }: Pick<Job, 'error'>): boolean {
  return error?.code === cancelled;
}

/** What failed only because it was cancelled is not kept to be looked at. */
function withoutUnfinished(before: Unit, after: Unit, at: Instant): Unit {
  const failedBefore = new Set(
    before.images.filter(({ status }) => status === 'killed').map(({ id }) => id),
  );
  const images = after.images.map((image) =>
    image.status === 'killed' && !failedBefore.has(image.id)
      ? ({ ...image, status: 'deleted', updatedAt: at } as const)
      : image,
  );
  return forgetOldRecords({ ...after, images });
}
