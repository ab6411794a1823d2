import type { ProjectId } from '../images/ids.ts';
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
