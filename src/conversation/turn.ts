import type { Place } from '../images/job.ts';
import type { Reply } from '../wording/reply.ts';

/** One thing a person said, ordered or pressed. */
export interface Turn {
  /** Slack user ID. */
  readonly who: string;
  /** Idempotency key of the message, command or press. */
  readonly key: string;
  /** Channel and thread: what is pending elsewhere is not meant. */
  readonly where: string;
  /** Where news about it goes later. */
  readonly origin: Place;
}

/** What came of a press. */
export interface Pressed {
  readonly reply: Reply;
  /** The message with the button has had its time: show the reply in its place. */
  readonly replaces: boolean;
  /** What everybody in the place of the press is shown besides. */
  readonly shows?: Reply;
}
