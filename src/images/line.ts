import type { Instant } from './ids.ts';
import type { Job, JobType } from './job.ts';
import { makesImages } from './making.ts';
import type { Profile } from './profile.ts';
import { msLeft } from './progress.ts';
import { isOpen, withJob } from './record.ts';
import type { Unit } from './unit.ts';

/** Work of which a cloud does only so much at once in a project and region: more of it waits in line. */
interface Line {
  readonly holds: (type: JobType) => boolean;
  /** How many run at once; null: the cloud states no figure, and nobody waits. */
  readonly most: (profile: Profile) => number | null;
}

/** Which jobs count for which limit. R-FLOW-01, R-COPY-05, R-XCOPY-04 */
const lines: readonly Line[] = [
  { holds: makesImages, most: ({ quota }) => quota.concurrentCreate },
  { holds: (type) => type === 'imsCopyImageInRegionJob', most: ({ copy }) => copy.concurrent },
  {
    holds: (type) => type === 'imsCrossRegionCopyJob',
    most: ({ crossCopy }) => crossCopy.concurrent,
  },
];

/** What runs before one more job of a type. */
export interface Crowd {
  readonly running: number;
  readonly limit: number;
  /** The place in line that the next one would get; 1 begins first. */
  readonly place: number;
}

/** Who is before one more job of this type; undefined: nobody, it begins at once. */
export function crowdBefore(unit: Unit, profile: Profile, type: JobType): Crowd | undefined {
  const limit = lineOf(type)?.most(profile) ?? null;
  const open = besides(unit, type);
  const running = open.filter(({ inLine }) => !inLine).length;
  return limit === null || running < limit
    ? undefined
    : { running, limit, place: open.length - running + 1 };
}

/** The place of a job that waits; 1 begins next. 0: it does not wait. */
export function placeOf(unit: Unit, job: Job): number {
  const waiting = besides(unit, job.type).filter(({ inLine }) => inLine);
  return waiting.findIndex(({ id }) => id === job.id) + 1;
}

/** A job has ended: what it had room for begins now, first come, first served. */
export function handOver(unit: Unit, ended: Job, at: Instant): Unit {
  if (ended.inLine) return unit;
  const next = besides(unit, ended.type).find(({ inLine }) => inLine);
  if (next === undefined) return unit;
  const begun = at > next.createdAt ? at : next.createdAt;
  return withJob(unit, { ...next, inLine: false, begunAt: begun, stepBegunAt: begun });
}

/**
 * How long a job will wait until it begins, ms, if those before it take as long as documented.
 * @param timeScale how much faster than documented the cloud works
 */
export function msInLine(unit: Unit, job: Job, at: Instant, timeScale: number): number {
  if (!job.inLine) return 0;
  const open = besides(unit, job.type);
  const ends = open.filter(({ inLine }) => !inLine).map((each) => msLeft(each, at, timeScale));
  for (const each of open.filter(({ inLine }) => inLine)) {
    const first = ends.indexOf(Math.min(...ends));
    const begins = ends[first] ?? 0;
    if (each.id === job.id) return begins;
    ends[first] = begins + msLeft(each, at, timeScale);
  }
  return 0;
}

function lineOf(type: JobType): Line | undefined {
  return lines.find(({ holds }) => holds(type));
}

/** Open jobs that share a limit with this type, in the order in which they were asked for. */
function besides({ jobs }: Unit, type: JobType): readonly Job[] {
  const line = lineOf(type);
  return jobs.filter((job) => isOpen(job) && line?.holds(job.type));
}
