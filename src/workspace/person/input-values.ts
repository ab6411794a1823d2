/** What is filled in: an app's initial values, and on top of them what the person changed. */
import type { KnownBlock } from '@slack/types';
import type { InputValues } from '../page-api.ts';
import { elementsIn, type PlacedElement } from './elements.ts';

type Value = Readonly<Record<string, unknown>>;

/** Where each kind of element carries its initial value, and under which name the value travels. */
const names: Readonly<Record<string, { readonly initial: string; readonly value: string }>> = {
  plain_text_input: { initial: 'initial_value', value: 'value' },
  number_input: { initial: 'initial_value', value: 'value' },
  email_text_input: { initial: 'initial_value', value: 'value' },
  url_text_input: { initial: 'initial_value', value: 'value' },
  rich_text_input: { initial: 'initial_value', value: 'rich_text_value' },
  file_input: { initial: '', value: 'files' },
  static_select: { initial: 'initial_option', value: 'selected_option' },
  external_select: { initial: 'initial_option', value: 'selected_option' },
  radio_buttons: { initial: 'initial_option', value: 'selected_option' },
  multi_static_select: { initial: 'initial_options', value: 'selected_options' },
  multi_external_select: { initial: 'initial_options', value: 'selected_options' },
  checkboxes: { initial: 'initial_options', value: 'selected_options' },
  users_select: { initial: 'initial_user', value: 'selected_user' },
  multi_users_select: { initial: 'initial_users', value: 'selected_users' },
  channels_select: { initial: 'initial_channel', value: 'selected_channel' },
  multi_channels_select: { initial: 'initial_channels', value: 'selected_channels' },
  conversations_select: { initial: 'initial_conversation', value: 'selected_conversation' },
  multi_conversations_select: {
    initial: 'initial_conversations',
    value: 'selected_conversations',
  },
  datepicker: { initial: 'initial_date', value: 'selected_date' },
  timepicker: { initial: 'initial_time', value: 'selected_time' },
  datetimepicker: { initial: 'initial_date_time', value: 'selected_date_time' },
};

/** The name under which an element's value travels; undefined for buttons and menus. */
export function valueName(type: string): string | undefined {
  return names[type]?.value;
}

/** The state of every input in the blocks. What the person set wins over the app's initial value. */
export function stateOf(blocks: readonly KnownBlock[], set: InputValues): InputValues {
  return valuesFrom(
    elementsIn(blocks).flatMap((placed) => {
      const name = names[placed.type];
      if (!name) return [];
      const initial = placed.element[name.initial] ?? nothingFor(name.value);
      const unset = { type: placed.type, [name.value]: initial };
      return [{ placed, value: valueAt(set, placed) ?? unset }];
    }),
  );
}

/** Values by block_id and action_id. Apps choose those ids, so even `__proto__` is only a name. */
export function valuesFrom(
  entries: readonly {
    readonly placed: Pick<PlacedElement, 'blockId' | 'actionId'>;
    readonly value: Record<string, unknown>;
  }[],
): InputValues {
  const blocks = new Map<string, [string, Record<string, unknown>][]>();
  for (const { placed, value } of entries) {
    const known = blocks.get(placed.blockId) ?? [];
    blocks.set(placed.blockId, [...known, [placed.actionId, value]]);
  }
  return Object.fromEntries(
    [...blocks].map(([blockId, values]) => [blockId, Object.fromEntries(values)]),
  );
}

/** What was filled in before, with what was filled in now on top. */
export function layered(before: InputValues, now: InputValues): InputValues {
  return valuesFrom([...entriesOf(before), ...entriesOf(now)]);
}

function entriesOf(values: InputValues) {
  return Object.entries(values).flatMap(([blockId, actions]) =>
    Object.entries(actions).map(([actionId, value]) => ({ placed: { blockId, actionId }, value })),
  );
}

export function valueAt(values: InputValues, { blockId, actionId }: PlacedElement) {
  const block = Object.hasOwn(values, blockId) ? values[blockId] : undefined;
  return block && Object.hasOwn(block, actionId) ? block[actionId] : undefined;
}

/** The sentence Slack itself shows under an input, before the app hears of it. */
export function complaint(placed: PlacedElement, state: InputValues): string | undefined {
  const given = valueAt(state, placed)?.[valueName(placed.type) ?? ''];
  if (isEmpty(given))
    return placed.input?.optional === false ? 'Please fill in this field.' : undefined;
  if (typeof given !== 'string') return undefined;
  return tooLongOrShort(placed.element, given);
}

function tooLongOrShort({ min_length, max_length }: Value, given: string): string | undefined {
  if (typeof min_length === 'number' && given.length < min_length)
    return `Use at least ${min_length} characters.`;
  if (typeof max_length === 'number' && given.length > max_length)
    return `Use at most ${max_length} characters.`;
  return undefined;
}

function nothingFor(value: string): unknown {
  return value.endsWith('s') ? [] : null;
}

function isEmpty(given: unknown): boolean {
  return (
    given === undefined || given === null || given === '' || (Array.isArray(given) && !given.length)
  );
}
