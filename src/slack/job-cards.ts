import type { Job } from '../images/job.ts';
import type { Timers } from '../jobs/ports.ts';
import type { Reply } from '../wording/reply.ts';
import { machineTime } from './machine-time.ts';
import type { Poster } from './poster.ts';
import type { Log } from './sdk-logger.ts';

/** Messages that show how far jobs are. */
export interface JobCards {
  /** The job as it is now. The latest state wins; a job that has ended is shown a last time. */
  show(job: Job): void;
  stop(): void;
}

/** Edits of one card are at least this far apart, ms: Slack allows about 50 edits a minute in all. */
const pace = 3_000;

interface Showing {
  readonly job: Job;
  readonly callOff: () => void;
  /** What the card says, so that nothing is edited without a change. */
  readonly said: string;
}

export function jobCards(
  poster: Pick<Poster, 'edit'>,
  say: (job: Job) => Reply,
  log: Log,
  timers: Timers = machineTime.timers,
): JobCards {
  const showing = new Map<string, Showing>();
  const ended = new Set<string>();

  function show(job: Job): void {
    if (!job.card || ended.has(job.id)) return;
    const before = showing.get(job.id);
    if (job.endedAt !== undefined) {
      before?.callOff();
      showing.delete(job.id);
      ended.add(job.id);
      void edit(job, before?.said ?? '');
      return;
    }
    if (before) showing.set(job.id, { ...before, job });
    else plan(job, '');
  }

  function plan(job: Job, said: string): void {
    const callOff = timers.after(pace, () => void tick(job.id));
    showing.set(job.id, { job, callOff, said });
  }

  async function tick(id: string): Promise<void> {
    const now = showing.get(id);
    if (!now) return;
    const said = await edit(now.job, now.said);
    const still = showing.get(id);
    if (still) plan(still.job, said);
  }

  async function edit(job: Job, said: string): Promise<string> {
    const reply = say(job);
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
