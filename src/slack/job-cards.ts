import type { Job } from '../images/job.ts';
import type { Unit } from '../images/unit.ts';
import type { Timers } from '../jobs/ports.ts';
import type { Reply } from '../wording/reply.ts';
import { machineTime } from './machine-time.ts';
import type { Poster } from './poster.ts';
import type { Log } from './sdk-logger.ts';

/** Messages that show how far jobs are. */
export interface JobCards {
  /** The job as it is now. The latest state wins; a job that has ended is shown a last time. */
  show(job: Job, unit: Unit): void;
  stop(): void;
}

/** Edits of one card are at least this far apart, ms: Slack allows about 50 edits a minute in all. */
const pace = 3_000;

interface State {
  readonly job: Job;
  /** The unit of the job: what it waits for. */
  readonly unit: Unit;
}

interface Showing extends State {
  readonly callOff: () => void;
  /** What the card says, so that nothing is edited without a change. */
  readonly said: string;
}

export function jobCards(
  poster: Pick<Poster, 'edit'>,
  say: (job: Job, unit: Unit) => Reply,
  log: Log,
  timers: Timers = machineTime.timers,
): JobCards {
  const showing = new Map<string, Showing>();
  const ended = new Set<string>();

  function show(job: Job, unit: Unit): void {
    if (!job.card || ended.has(job.id)) return;
    const before = showing.get(job.id);
    if (job.endedAt !== undefined) {
      before?.callOff();
      showing.delete(job.id);
      ended.add(job.id);
      void edit({ job, unit }, before?.said ?? '');
      return;
    }
    if (before) showing.set(job.id, { ...before, job, unit });
    else plan({ job, unit }, '');
  }

  function plan({ job, unit }: State, said: string): void {
    const callOff = timers.after(pace, () => void tick(job.id));
    showing.set(job.id, { job, unit, callOff, said });
  }

  async function tick(id: string): Promise<void> {
    const now = showing.get(id);
    if (!now) return;
    const said = await edit(now, now.said);
    const still = showing.get(id);
    if (still) plan(still, said);
  }

  async function edit({ job, unit }: State, said: string): Promise<string> {
    const reply = say(job, unit);
    const words = JSON.stringify(reply);
    if (!job.card || words === said) return said;
    try {
      await poster.edit(job.card, reply, job.endedAt === undefined);
      return words;
    } catch (error) {
      log.warn({ err: error, job: job.id }, 'card could not be edited');
      return said;
    }
  }

  return {
    show,
    stop() {
      for (const { callOff } of showing.values()) callOff();
      showing.clear();
    },
  };
}
