import type { Hands, UnitStore } from '../cloud/ports.ts';
import type { ProjectId } from '../images/ids.ts';
import type { Job } from '../images/job.ts';
import type { BackOff } from './back-off.ts';
import type { Log, Messenger } from './ports.ts';

interface Parts {
  readonly units: UnitStore;
  readonly hands: Hands;
  readonly messenger: Messenger;
  readonly clock: () => number;
  readonly log: Log;
  readonly failures: BackOff;
  /** A unit was changed by somebody's job, its own or another's: it owes news now. */
  readonly touched: (project: ProjectId) => void;
  readonly stopped: () => boolean;
}

/**
 * Moves every open job of a unit as far as it can go now, and empties its recycle bin of what is due. A job that cannot be
 * moved does not hold up the others.
 * @returns when the next one is due, ms since the epoch
 */
export async function advanceJobs(project: ProjectId, parts: Parts): Promise<number | undefined> {
  const unit = (await parts.units.read(project))?.value;
  const dues: number[] = [];
  for (const job of unit?.jobs ?? [])
    if (job.endedAt === undefined) dues.push(...(await asFarAsItGoes(project, job, parts)));
  if (unit && !parts.stopped()) dues.push(...(await emptied(project, parts)));
  return dues.length > 0 ? Math.min(...dues) : undefined;
}

async function emptied(project: ProjectId, { hands, touched }: Parts): Promise<readonly number[]> {
  const { unit, dueAt } = await hands.advanceBin(project);
  if (unit.notices.length > 0) touched(project);
  return dueAt === undefined ? [] : [dueAt];
}

async function asFarAsItGoes(
  project: ProjectId,
  { id }: Job,
  { hands, messenger, clock, log, failures, touched, stopped }: Parts,
): Promise<readonly number[]> {
  const resting = failures.until(id);
  if (resting !== undefined && resting > clock()) return [resting];
  try {
    while (!stopped()) {
      const moved = await hands.advance(project, id);
      failures.succeeded(id);
      for (const other of moved.touched) touched(other);
      const now = moved.unit.jobs.find((job) => job.id === id);
      if (now?.card) messenger.show(now, moved.unit);
      if (moved.unit.notices.length > 0) touched(project);
      if (moved.dueAt === undefined) {
        touched(project);
        return [];
      }
      if (moved.dueAt > clock()) return [moved.dueAt];
    }
    return [];
  } catch (error) {
    const retryAt = failures.failed(id, clock());
    log.warn({ err: error, project, job: id, retryAt }, 'job could not be moved');
    return [retryAt];
  }
}
