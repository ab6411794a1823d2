import type { Job, JobStep } from '../images/job.ts';

/** The step of a job whose turn it is. */
export interface StepAtHand {
  readonly index: number;
  readonly step: JobStep;
  /** When it is due, ms since the epoch. May be long ago: then the lab was asleep and catches up. */
  readonly due: number;
}

/** The first step that is still waiting, or undefined when all are over. */
export function stepAtHand(job: Job, timeScale: number): StepAtHand | undefined {
  const index = job.steps.findIndex(({ state }) => state === 'waiting');
  const step = job.steps[index];
  if (step === undefined) return undefined;
  const due = Date.parse(job.stepBegunAt) + Math.ceil((step.seconds * 1000) / timeScale);
  return { index, step, due };
}

/**
 * The earlier job that has to change the step's target first, because it is about the same image. Else an offer that is
 * taken back at once could be withdrawn first and delivered after.
 */
export function jobAhead(jobs: readonly Job[], job: Job, { target }: JobStep): Job | undefined {
  if (target === undefined) return undefined;
  return jobs
    .slice(0, jobs.indexOf(job))
    .find(
      ({ imageId, steps }) =>
        imageId === job.imageId &&
        steps.some((step) => step.state === 'waiting' && step.target === target),
    );
}
