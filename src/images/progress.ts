import type { Instant } from './ids.ts';
import type { Job } from './job.ts';

/**
 * How far a job is, 0..1, by the documented seconds of its steps. R-JOB-02
 * @param timeScale how much faster than documented the cloud works
 */
export function progressOf(job: Job, at: Instant, timeScale: number): number {
  if (job.status === 'SUCCESS') return 1;
  const total = secondsOf(job);
  if (total === 0 || job.inLine) return 0;
  const over = job.steps
    .filter(({ state }) => state === 'done' || state === 'skipped')
    .reduce((sum, { seconds }) => sum + seconds, 0);
  const current = job.steps.find(({ state }) => state === 'waiting')?.seconds ?? 0;
  const since = ((Date.parse(at) - Date.parse(job.stepBegunAt)) / 1000) * timeScale;
  const running = job.endedAt === undefined ? Math.min(Math.max(since, 0), current) : 0;
  return Math.min((over + running) / total, 1);
}

/**
 * How long the steps of a job still take, ms; the time in line before them is not counted.
 * @param timeScale how much faster than documented the cloud works
 */
export function msLeft(job: Job, at: Instant, timeScale: number): number {
  return ((secondsOf(job) * (1 - progressOf(job, at, timeScale))) / timeScale) * 1000;
}

/** Documented seconds of all steps. */
export function secondsOf({ steps }: Pick<Job, 'steps'>): number {
  return steps.reduce((sum, { seconds }) => sum + seconds, 0);
}
