import type { InputBlock, KnownBlock } from '@slack/types';
import type { InputValues } from '../../page-api.ts';
import { type ElementValue, withBlockIds } from './input-element.ts';

function isEmpty({ type: _, ...selection }: ElementValue): boolean {
  return Object.values(selection).every(
    (value) =>
      value === null ||
      value === undefined ||
      (typeof value === 'string' && value.trim() === '') ||
      (Array.isArray(value) && value.length === 0),
  );
}

function numberFault(
  {
    is_decimal_allowed,
    min_value,
    max_value,
  }: {
    readonly is_decimal_allowed: boolean;
    readonly min_value?: string;
    readonly max_value?: string;
  },
  typed: string,
): string | undefined {
  const number = Number(typed);
  if (!Number.isFinite(number)) return 'Enter a number.';
  if (!is_decimal_allowed && !Number.isInteger(number)) return 'Enter a whole number.';
  if (min_value !== undefined && number < Number(min_value)) return `Enter ${min_value} or more.`;
  if (max_value !== undefined && number > Number(max_value)) return `Enter ${max_value} or less.`;
  return undefined;
}

function textFault({ element }: InputBlock, typed: string): string | undefined {
  if (element.type === 'number_input') return numberFault(element, typed);
  if (element.type !== 'plain_text_input') return undefined;
  const { min_length: least = 0, max_length: most = 3000 } = element;
  if (typed.length < least) return `Enter at least ${least} characters.`;
  if (typed.length > most) return `Enter at most ${most} characters; these are ${typed.length}.`;
  return undefined;
}

/** What has to be put right before a modal can be sent: block_id -> sentence. */
export function inputFaults(
  blocks: readonly KnownBlock[],
  values: InputValues,
): Readonly<Record<string, string>> {
  const faults: Record<string, string> = {};
  for (const block of withBlockIds(blocks)) {
    if (block.type !== 'input') continue;
    const value = values[block.block_id]?.[block.element.action_id ?? ''];
    if (value === undefined) continue;
    if (isEmpty(value)) {
      if (block.optional !== true) faults[block.block_id] = 'Fill in this field to go on.';
      continue;
    }
    const typed = value.value;
    const fault = typeof typed === 'string' ? textFault(block, typed) : undefined;
    if (fault !== undefined) faults[block.block_id] = fault;
  }
  return faults;
}
