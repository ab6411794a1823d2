import { z } from 'zod';
import type { Instant } from './ids.ts';
import { type Job, JobType } from './job.ts';
import type { Unit } from './unit.ts';

/** A finished job: how long the documents' samples say that its work takes, and how long it took. Both in documented seconds. */
const Past = z.object({ planned: z.number().positive(), took: z.number().min(0) }).readonly();
type Past = z.infer<typeof Past>;

/** The last finished jobs of each type, oldest first. They outlive the jobs themselves. */
export const History = z.partialRecord(JobType, z.array(Past).readonly()).readonly();
export type History = z.infer<typeof History>;

/** Jobs of one type that are remembered. */
const remembered = 50;

/** Fewer jobs than this say nothing: the documents' sample counts. */
const enough = 5;

/** Work that is over so soon says nothing about how long things take, in documented seconds. */
const shortest = 10;

/** How long a piece of work will take, in documented seconds. */
export interface Estimate {
  /** Nine of ten such jobs took longer. */
  readonly low: number;
  /** Half of them took longer. */
  readonly likely: number;
  /** One of ten took longer. */
  readonly high: number;
  /** How many finished jobs it is taken from; 0: from the documents' samples alone. */
  readonly from: number;
}

/**
 * How long work will take that the documents' samples say takes `planned` seconds: as much longer or shorter as the finished
 * jobs of its type were. Their size, and how much ran beside them, is in what was planned for them. SPEC 3.26 [D]
 */
export function estimate(history: History, type: JobType, planned: number): Estimate {
  const ratios = ratiosOf(history, type);
  if (ratios.length < enough) return { low: planned, likely: planned, high: planned, from: 0 };
  return {
    low: planned * quantile(ratios, 0.1),
    likely: planned * quantile(ratios, 0.5),
    high: planned * quantile(ratios, 0.9),
    from: ratios.length,
  };
}

/** A job that takes unusually long. */
export interface Slow {
  /** Percentage of the finished jobs of its type that took no longer for as much work. */
  readonly percent: number;
  readonly count: number;
}

/**
 * Does a job take longer than nearly all of its kind did? Undefined: it does not, or too few are known.
 * @param timeScale how much faster than documented the cloud works
 */
export function slowness(
  history: History,
  job: Job,
  at: Instant,
  timeScale: number,
): Slow | undefined {
  const ratios = ratiosOf(history, job.type);
  const planned = secondsIn(job, () => true);
  if (job.endedAt !== undefined || job.inLine || ratios.length < enough || planned < shortest)
    return undefined;
  const ratio = elapsed(job, at, timeScale) / planned;
  const shorter = ratios.filter((each) => each < ratio).length;
  const percent = Math.floor((shorter / ratios.length) * 100);
  return percent < 95 ? undefined : { percent, count: ratios.length };
}

/** Remembers a job that has just been finished well. Only what was done of it counts. */
export function withPast(unit: Unit, ended: Job, timeScale: number): Unit {
  const planned = secondsIn(ended, ({ state }) => state === 'done');
  if (ended.status !== 'SUCCESS' || ended.endedAt === undefined || planned < shortest) return unit;
  const past: Past = { planned, took: elapsed(ended, ended.endedAt, timeScale) };
  const before = unit.history[ended.type] ?? [];
  return {
    ...unit,
    history: { ...unit.history, [ended.type]: [...before, past].slice(-remembered) },
  };
}

/** Documented seconds since a job began; its time in line does not count. */
function elapsed({ begunAt, createdAt }: Job, at: Instant, timeScale: number): number {
  const ms = Date.parse(at) - Date.parse(begunAt ?? createdAt);
  return (Math.max(0, ms) / 1000) * timeScale;
}

function secondsIn({ steps }: Job, counts: (step: Job['steps'][number]) => boolean): number {
  return steps.filter(counts).reduce((sum, { seconds }) => sum + seconds, 0);
}

/** How much longer than planned the finished jobs took, the quickest first. */
function ratiosOf(history: History, type: JobType): readonly number[] {
  return (history[type] ?? []).map(({ planned, took }) => took / planned).toSorted((a, b) => a - b);
}

/** The value below which this share of sorted values lies, between two of them in proportion. */
function quantile(sorted: readonly number[], share: number): number {
  const at = (sorted.length - 1) * share;
  const low = sorted[Math.floor(at)] ?? 0;
  const high = sorted[Math.ceil(at)] ?? low;
  return low + (high - low) * (at - Math.floor(at));
}
