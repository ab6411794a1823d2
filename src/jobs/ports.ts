import type { Job, Place } from '../images/job.ts';
import type { Notice } from '../images/unit.ts';

/** Where a message ended up. */
export interface Posted {
  readonly channel: string;
  readonly ts: string;
}

/** The only thing jobs know about chat. Implemented in src/slack. */
export interface Messenger {
  /**
   * Posts a notice. `mayBeThere` is true when an earlier life of this process may have posted it already without getting
   * round to saying so: then look for its id first. Throws when it could not be posted; the notice stays owed.
   */
  post(notice: Notice, mayBeThere: boolean): Promise<Posted | undefined>;
  /** Shows a job's progress on its card. Best effort: the latest state wins, nothing is owed. */
  show(job: Job): void;
}

export type { Place };
