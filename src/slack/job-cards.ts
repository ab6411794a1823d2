import { WebAPIPlatformError } from '@slack/web-api';
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
  /**
   * The last look of a job. Resolves when it is on the card, or when the card is gone for ever. Rejects when it could not be
   * shown; shown again, it is tried again.
   */
  showEnd(job: Job, unit: Unit): Promise<void>;
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
  /** Last looks, by job. */
  const ended = new Map<string, Promise<void>>();

  function show(job: Job, unit: Unit): void {
    if (!job.card || ended.has(job.id)) return;
    if (job.endedAt !== undefined) {
      showEnd(job, unit).catch((error) => complain(error, job));
      return;
    }
    const before = showing.get(job.id);
    if (before) showing.set(job.id, { ...before, job, unit });
    else plan({ job, unit }, '');
  }

  function showEnd(job: Job, unit: Unit): Promise<void> {
    const earlier = ended.get(job.id);
    if (earlier !== undefined) return earlier;
    const before = showing.get(job.id);
    before?.callOff();
    showing.delete(job.id);
    const last = edit({ job, unit }, before?.said ?? '').then(
      () => undefined,
      (error) => {
        if (isGone(error)) return complain(error, job);
        ended.delete(job.id);
        throw error;
      },
    );
    ended.set(job.id, last);
    return last;
  }

  function plan({ job, unit }: State, said: string): void {
    const callOff = timers.after(pace, () => void tick(job.id));
    showing.set(job.id, { job, unit, callOff, said });
  }

  async function tick(id: string): Promise<void> {
    const now = showing.get(id);
    if (!now) return;
    const said = await edit(now, now.said).catch((error) => {
      complain(error, now.job);
      return now.said;
    });
    const still = showing.get(id);
    if (still) plan(still, said);
  }

  /** Gives what the card says then. */
  async function edit({ job, unit }: State, said: string): Promise<string> {
    const reply = say(job, unit);
    const words = JSON.stringify(reply);
    if (!job.card || words === said) return said;
    await poster.edit(job.card, reply, job.endedAt === undefined);
    return words;
  }

  function complain(error: unknown, { id }: Job): void {
    log.warn({ err: error, job: id }, 'card could not be edited');
  }

  return {
    show,
    showEnd,
    stop() {
      for (const { callOff } of showing.values()) callOff();
      showing.clear();
    },
  };
}

/** Somebody deleted the message, or Goldie has no place there any more. */
function isGone(error: unknown): boolean {
  return error instanceof WebAPIPlatformError && goneForEver.has(error.data.error);
}

const goneForEver: ReadonlySet<string> = new Set([
  'message_not_found',
  'cant_update_message',
  'channel_not_found',
  'is_archived',
  'edit_window_closed',
]);
