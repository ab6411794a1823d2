import type { ActionsBlockElement, InputBlockElement, KnownBlock } from '@slack/types';
import type { InputValues } from '../../page-api.ts';

export type Element = ActionsBlockElement | InputBlockElement;
/** Slack's state of one input: its type, and the value or selection. */
export type ElementValue = Record<string, unknown>;

/** What an input shows before anybody touched it; undefined for elements that hold no value. */
function initialValue(element: Element): ElementValue | undefined {
  const { type } = element;
  switch (type) {
    case 'plain_text_input':
    case 'number_input':
    case 'email_text_input':
    case 'url_text_input':
      return { type, value: element.initial_value ?? null };
    case 'static_select':
    case 'external_select':
    case 'radio_buttons':
      return { type, selected_option: element.initial_option ?? null };
    case 'multi_static_select':
    case 'multi_external_select':
    case 'checkboxes':
      return { type, selected_options: element.initial_options ?? [] };
    case 'users_select':
      return { type, selected_user: element.initial_user ?? null };
    case 'conversations_select':
      return { type, selected_conversation: element.initial_conversation ?? null };
    case 'channels_select':
      return { type, selected_channel: element.initial_channel ?? null };
    case 'multi_users_select':
      return { type, selected_users: element.initial_users ?? [] };
    case 'multi_conversations_select':
      return { type, selected_conversations: element.initial_conversations ?? [] };
    case 'multi_channels_select':
      return { type, selected_channels: element.initial_channels ?? [] };
    case 'datepicker':
      return { type, selected_date: element.initial_date ?? null };
    case 'timepicker':
      return { type, selected_time: element.initial_time ?? null };
    case 'datetimepicker':
      return { type, selected_date_time: element.initial_date_time ?? null };
    case 'file_input':
      return { type, files: [] };
    default:
      return undefined;
  }
}

function elementsOf(block: KnownBlock): readonly Element[] {
  switch (block.type) {
    case 'input':
      return [block.element];
    case 'actions':
      return block.elements;
    case 'section':
      return block.accessory && block.accessory.type !== 'image' ? [block.accessory] : [];
    default:
      return [];
  }
}

/** Blocks with a `block_id` each, as Slack gives one to those that came without. */
export function withBlockIds<B extends { readonly type: string; readonly block_id?: string }>(
  blocks: readonly B[],
): readonly (B & { readonly block_id: string })[] {
  return blocks.map((block, index) => ({
    ...block,
    block_id: block.block_id ?? `${block.type}-${index}`,
  }));
}

/**
 * The state of all inputs of a surface: what people entered, where an input with that block_id,
 * action_id and type still exists, and the initial values elsewhere.
 */
export function inputValues(blocks: readonly KnownBlock[], entered: InputValues): InputValues {
  const values: InputValues = {};
  for (const block of withBlockIds(blocks)) {
    for (const element of elementsOf(block)) {
      const initial = initialValue(element);
      if (initial === undefined || element.action_id === undefined) continue;
      const edited = entered[block.block_id]?.[element.action_id];
      values[block.block_id] = {
        ...values[block.block_id],
        [element.action_id]: edited?.type === element.type ? edited : initial,
      };
    }
  }
  return values;
}
