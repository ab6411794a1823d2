import type { Job } from '../images/job.ts';
import type { Reply } from '../wording/reply.ts';
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
  readonly timer: NodeJS.Timeout;
  /** What the card says, so that nothing is edited without a change. */
  readonly said: string;
}

export function jobCards(poster: Poster, say: (job: Job) => Reply, log: Log): JobCards {
  const showing = new Map<string, Showing>();
  const ended = new Set<string>();

  function show(job: Job): void {
    if (!job.card || ended.has(job.id)) return;
    const before = showing.get(job.id);
    if (job.endedAt !== undefined) {
      clearTimeout(before?.timer);
      showing.delete(job.id);
      ended.add(job.id);
      void edit(job, before?.said ?? '');
      return;
    }
    if (before) showing.set(job.id, { ...before, job });
    else plan(job, '');
  }

  function plan(job: Job, said: string): void {
    const timer = setTimeout(() => void tick(job.id), pace);
    timer.unref();
    showing.set(job.id, { job, timer, said });
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
      for (const { timer } of showing.values()) clearTimeout(timer);
      showing.clear();
    },
  };
}
