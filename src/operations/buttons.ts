import type { ProjectId } from '../images/ids.ts';
import type { Choice } from '../wording/reply.ts';
import type { RawSlots } from './slot.ts';

interface Beginning {
  /** Everything there is to agree to stands beside the button. */
  readonly agreed?: boolean;
  /** Project it is done for, whichever one the presser acts for otherwise. */
  readonly project?: ProjectId;
}

/** The value of a button that begins an operation; src/conversation/press.ts reads it. */
export function pressBegin(
  operation: string,
  slots: RawSlots = {},
  { agreed = false, project }: Beginning = {},
): string {
  return JSON.stringify({ does: 'begin', operation, slots, agreed, project });
}

/** Slack brings back 2000 characters of a button's value. */
const longestValue = 1900;

/** A button; none where its value is longer than Slack brings back. */
export function buttonFor(label: string, value: string): readonly Choice[] {
  return value.length > longestValue ? [] : [{ label, value }];
}
