import type { UnitStore } from '../cloud/ports.ts';
import type { ProjectId } from '../images/ids.ts';
import type { Place } from '../images/job.ts';
import type { Notice, Unit } from '../images/unit.ts';
import type { BackOff } from './back-off.ts';
import type { Log, Messenger } from './ports.ts';

interface Parts {
  readonly units: UnitStore;
  readonly messenger: Messenger;
  readonly clock: () => number;
  readonly log: Log;
  /** By place and card: one that cannot be reached gets its notices later and in order, others get theirs now. */
  readonly failures: BackOff;
  /** Notices that somebody may have posted already: those of an earlier life, and those that were tried before. */
  readonly doubtful: Set<string>;
  /** Notices that were posted and are still in their unit. */
  readonly posted: Set<string>;
  readonly stopped: () => boolean;
}

/**
 * Posts the notices that a unit owes, in order, each taken out of the unit only after it was posted and the card of its job
 * says how it ended.
 * @returns when one that failed is to be tried again, ms since the epoch
 */
export async function deliverNotices(
  project: ProjectId,
  parts: Parts,
): Promise<number | undefined> {
  const { failures, clock, stopped } = parts;
  const unit = (await parts.units.read(project))?.value;
  const retries = new Map<string, number>();
  if (unit === undefined) return undefined;
  for (const notice of unit.notices) {
    if (stopped()) return undefined;
    const place = nameOf(notice.to);
    const resting = retries.get(place) ?? failures.until(place);
    const retryAt =
      resting !== undefined && resting > clock() ? resting : await post(project, notice, parts);
    if (retryAt !== undefined) retries.set(place, retryAt);
    const showAt = await showCard(unit, notice, parts);
    if (showAt !== undefined) retries.set(`card of ${notice.id}`, showAt);
    if (retryAt === undefined && showAt === undefined) await takeOut(project, notice.id, parts);
  }
  return retries.size > 0 ? Math.min(...retries.values()) : undefined;
}

/** The card of a job that has ended has to say so before the news of it is forgotten. Gives when to try again. */
async function showCard(
  unit: Unit,
  { job: id }: Notice,
  { messenger, clock, log, failures }: Parts,
): Promise<number | undefined> {
  const job = unit.jobs.find((each) => each.id === id);
  if (!job?.card || job.endedAt === undefined) return undefined;
  const name = `card ${job.id}`;
  const resting = failures.until(name);
  if (resting !== undefined && resting > clock()) return resting;
  try {
    await messenger.showEnd(job, unit);
    failures.succeeded(name);
    return undefined;
  } catch (error) {
    const retryAt = failures.failed(name, clock());
    log.warn({ err: error, job: job.id, retryAt }, 'end of a job could not be shown');
    return retryAt;
  }
}

/** Gives when to try again, or undefined when the notice is posted. */
async function post(
  project: ProjectId,
  notice: Notice,
  { messenger, clock, log, failures, doubtful, posted }: Parts,
): Promise<number | undefined> {
  if (posted.has(notice.id)) return undefined;
  const place = nameOf(notice.to);
  try {
    const mayBeThere = doubtful.has(notice.id);
    doubtful.add(notice.id);
    await messenger.post(notice, mayBeThere);
    posted.add(notice.id);
    failures.succeeded(place);
    return undefined;
  } catch (error) {
    const retryAt = failures.failed(place, clock());
    log.warn({ err: error, project, notice: notice.id, retryAt }, 'notice could not be posted');
    return retryAt;
  }
}

async function takeOut(project: ProjectId, id: string, { units, doubtful, posted }: Parts) {
  for (;;) {
    const stored = await units.read(project);
    const left = stored?.value.notices.filter((notice) => notice.id !== id) ?? [];
    if (stored === undefined || left.length === stored.value.notices.length) break;
    if (await units.commit(project, stored.version, { ...stored.value, notices: left })) break;
  }
  doubtful.delete(id);
  posted.delete(id);
}

function nameOf(place: Place): string {
  if ('channel' in place) return `channel ${place.channel}`;
  return 'person' in place ? `person ${place.person}` : `project ${place.project}`;
}
