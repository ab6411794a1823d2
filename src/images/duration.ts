import type { JobType } from './job.ts';
import type { Profile } from './profile.ts';

/** Size in GB that the documents' samples are taken for; work that does not depend on size counts as this size. */
export const sampleGb = 40;

/**
 * Seconds a job will take by the documents' samples: longer for larger disks and for work beside other jobs. SPEC 3.26 [D]
 * @param otherRunning how many other jobs run in the same project and region
 */
export function secondsFor(
  { durations }: Pick<Profile, 'durations'>,
  type: JobType,
  sizeGb: number,
  otherRunning: number,
): number {
  return grown(durations[type], sizeGb, otherRunning);
}

/** Seconds that work takes which takes so many `seconds` for a disk of the sample's size, alone. SPEC 3.26 [D] */
export function grown(seconds: number, sizeGb: number, otherRunning: number): number {
  const longer = seconds * (0.4 + (0.6 * sizeGb) / sampleGb) * (1 + 0.25 * otherRunning);
  return Math.round(longer * 100) / 100;
}
