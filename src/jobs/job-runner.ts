import type { Hands, UnitStore } from '../cloud/ports.ts';
import type { ProjectId } from '../images/ids.ts';
import { advanceJobs } from './advance-jobs.ts';
import { backOff } from './back-off.ts';
import { deliverNotices } from './deliver-notices.ts';
import { type Lane, lane } from './lane.ts';
import type { Log, Messenger, Timers } from './ports.ts';

export interface JobRunnerParts {
  readonly units: UnitStore;
  readonly hands: Hands;
  readonly messenger: Messenger;
  /** ms since the epoch. */
  readonly clock: () => number;
  readonly timers: Timers;
  readonly log: Log;
}

/** Keeps the promises that are written down in units: jobs go on, notices get posted. */
export interface JobRunner {
  /** Takes up what an earlier life left, unit by unit. Rejects when one of those cannot be read. */
  start(): Promise<void>;
  /** A unit was committed: it may have new jobs or owe new notices. Told before the start, it waits for that. */
  touched(project: ProjectId): void;
  /** Resolves when nothing is under way; what sleeps until it is due does not count. */
  idle(): Promise<void>;
  /** Takes no more work and waits for what is in hand. What is not done stays in the units for the next life. */
  stop(): Promise<void>;
}

/**
 * Per unit two lanes, one for its jobs and one for its notices, so that neither a slow chat nor one broken unit holds up
 * anything else.
 */
export function jobRunner(parts: JobRunnerParts): JobRunner {
  const { units, clock, timers, log } = parts;
  const lanes = new Map<ProjectId, readonly Lane[]>();
  const doubtful = new Set<string>();
  const posted = new Set<string>();
  const early = new Set<ProjectId>();
  const callOffs: (() => void)[] = [];
  let started = false;
  let stopped = false;
  let underWay = 0;
  let waiting: (() => void)[] = [];

  const shared = { ...parts, stopped: () => stopped };

  function busy(yes: boolean): void {
    underWay += yes ? 1 : -1;
    if (underWay > 0) return;
    for (const resolve of waiting) resolve();
    waiting = [];
  }

  function lanesOf(project: ProjectId): readonly Lane[] {
    const there = lanes.get(project);
    if (there !== undefined) return there;
    const failed = (error: unknown, retryAt: number) =>
      log.warn({ err: error, project, retryAt }, 'unit could not be looked at');
    const common = { clock, timers, failed, busy };
    const jobFailures = backOff();
    const placeFailures = backOff();
    const made = [
      lane({
        ...common,
        look: () => advanceJobs(project, { ...shared, touched: owes, failures: jobFailures }),
      }),
      lane({
        ...common,
        look: () =>
          deliverNotices(project, { ...shared, failures: placeFailures, doubtful, posted }),
      }),
    ];
    lanes.set(project, made);
    return made;
  }

  function touched(project: ProjectId): void {
    // Before all units were looked at, nobody knows which notices an earlier life may have posted.
    if (!started) early.add(project);
    else if (!stopped) for (const each of lanesOf(project)) each.wake();
  }

  /** A job changed the unit: news for people, and no new job. */
  function owes(project: ProjectId): void {
    if (!stopped) lanesOf(project)[1]?.wake();
  }

  /** What the unit owes, an earlier life may have posted already. */
  async function takeUp(project: ProjectId): Promise<void> {
    for (const { id } of (await units.read(project))?.value.notices ?? []) doubtful.add(id);
    touched(project);
  }

  return {
    touched,
    async start() {
      for (const { project, at } of await units.waking()) {
        if (at > clock()) callOffs.push(timers.after(at - clock(), () => touched(project)));
        else await takeUp(project);
      }
      started = true;
      for (const project of early) touched(project);
      early.clear();
    },
    async idle() {
      if (underWay > 0) await new Promise<void>((resolve) => waiting.push(resolve));
    },
    async stop() {
      stopped = true;
      for (const callOff of callOffs) callOff();
      await Promise.all([...lanes.values()].flat().map((each) => each.stop()));
    },
  };
}
