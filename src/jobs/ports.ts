import type { Job } from '../images/job.ts';
import type { Notice, Unit } from '../images/unit.ts';

/** Where a message ended up. */
export interface Posted {
  readonly channel: string;
  readonly ts: string;
}

/** The only thing jobs know about chat. Implemented in src/slack. */
export interface Messenger {
  /**
   * Posts a notice. `mayBeThere` is true when an earlier life of this process, or an earlier try, may have posted it
   * already without getting round to saying so: then look for its id first. Throws when it could not be posted; the
   * notice stays owed.
   */
  post(notice: Notice, mayBeThere: boolean): Promise<Posted | undefined>;
  /** Shows a job's progress on its card, or its place in line. Best effort: the latest state wins. */
  show(job: Job, unit: Unit): void;
  /**
   * Shows on its card how a job ended; at once when that is shown already. Throws when it could not be shown: then it stays
   * owed. A card that can never be edited again is owed nothing.
   */
  showEnd(job: Job, unit: Unit): Promise<void>;
}

/** Waits, handed in so that tests do not. */
export interface Timers {
  /** Calls `run` once after `ms`; the result calls it off. */
  after(ms: number, run: () => void): () => void;
}

/** Where trouble is written down: fixed words, facts beside them. pino's loggers fit. */
export interface Log {
  warn(facts: Readonly<Record<string, unknown>>, message: string): void;
}
