import type { RawSlots } from './slot.ts';

/**
 * The value of a button that begins an operation; src/conversation/press.ts reads it. `agreed`: everything there is to
 * agree to stands beside the button.
 */
export function pressBegin(operation: string, slots: RawSlots = {}, agreed = false): string {
  return JSON.stringify({ does: 'begin', operation, slots, agreed });
}
