/** Buttons, selects and inputs: what a person can press or fill in. Limits: Slack's Block Kit reference. */
import { z } from 'zod';
import {
  anyOption,
  colorScheme,
  confirmDialog,
  identifier,
  imageElement,
  optionGroup,
  plainOption,
  plainText,
  words,
} from './text-objects.ts';

const actionable = { action_id: identifier.exactOptional() };
const confirmable = { ...actionable, confirm: confirmDialog.exactOptional() };
const focusable = { focus_on_load: z.boolean().exactOptional() };
const holdable = { ...focusable, placeholder: plainText(150).exactOptional() };
const choosable = { ...confirmable, ...holdable };
const several = { ...choosable, max_selected_items: z.int().min(1).exactOptional() };
const typable = {
  ...actionable,
  ...holdable,
  dispatch_action_config: z
    .strictObject({
      trigger_actions_on: z
        .array(z.enum(['on_enter_pressed', 'on_character_entered']))
        .exactOptional(),
    })
    .exactOptional(),
};
const label = { accessibility_label: z.string().max(75).exactOptional() };
const choices = {
  options: z.array(plainOption).min(1).max(100).exactOptional(),
  option_groups: z.array(optionGroup).min(1).max(100).exactOptional(),
};
const conversationFilter = z.strictObject({
  include: z
    .array(z.enum(['im', 'mpim', 'private', 'public']))
    .min(1)
    .exactOptional(),
  exclude_external_shared_channels: z.boolean().exactOptional(),
  exclude_bot_users: z.boolean().exactOptional(),
});
const oneListOfChoices = [
  (select: { options?: unknown; option_groups?: unknown }) =>
    (select.options === undefined) !== (select.option_groups === undefined),
  'must have exactly one of options or option_groups',
] as const;

const button = z.strictObject({
  type: z.literal('button'),
  ...confirmable,
  ...label,
  text: plainText(75),
  value: z.string().max(2000).exactOptional(),
  url: z.string().max(3000).exactOptional(),
  style: colorScheme.exactOptional(),
});

export const cardButtons = z.array(button).max(5);

const selects = [
  z
    .strictObject({
      type: z.literal('static_select'),
      ...choosable,
      ...choices,
      initial_option: plainOption.exactOptional(),
    })
    .refine(...oneListOfChoices),
  z
    .strictObject({
      type: z.literal('multi_static_select'),
      ...several,
      ...choices,
      initial_options: z.array(plainOption).exactOptional(),
    })
    .refine(...oneListOfChoices),
  z.strictObject({
    type: z.literal('external_select'),
    ...choosable,
    min_query_length: z.int().min(0).exactOptional(),
    initial_option: plainOption.exactOptional(),
  }),
  z.strictObject({
    type: z.literal('multi_external_select'),
    ...several,
    min_query_length: z.int().min(0).exactOptional(),
    initial_options: z.array(plainOption).exactOptional(),
  }),
  z.strictObject({
    type: z.literal('users_select'),
    ...choosable,
    initial_user: z.string().exactOptional(),
  }),
  z.strictObject({
    type: z.literal('multi_users_select'),
    ...several,
    initial_users: z.array(z.string()).exactOptional(),
  }),
  z.strictObject({
    type: z.literal('conversations_select'),
    ...choosable,
    initial_conversation: z.string().exactOptional(),
    default_to_current_conversation: z.boolean().exactOptional(),
    response_url_enabled: z.boolean().exactOptional(),
    filter: conversationFilter.exactOptional(),
  }),
  z.strictObject({
    type: z.literal('multi_conversations_select'),
    ...several,
    initial_conversations: z.array(z.string()).exactOptional(),
    default_to_current_conversation: z.boolean().exactOptional(),
    filter: conversationFilter.exactOptional(),
  }),
  z.strictObject({
    type: z.literal('channels_select'),
    ...choosable,
    initial_channel: z.string().exactOptional(),
    response_url_enabled: z.boolean().exactOptional(),
  }),
  z.strictObject({
    type: z.literal('multi_channels_select'),
    ...several,
    initial_channels: z.array(z.string()).exactOptional(),
  }),
] as const;

const pickers = [
  z.strictObject({
    type: z.literal('checkboxes'),
    ...confirmable,
    ...focusable,
    options: z.array(anyOption).min(1).max(10),
    initial_options: z.array(anyOption).min(1).exactOptional(),
  }),
  z.strictObject({
    type: z.literal('radio_buttons'),
    ...confirmable,
    ...focusable,
    options: z.array(anyOption).min(1).max(10),
    initial_option: anyOption.exactOptional(),
  }),
  z.strictObject({
    type: z.literal('datepicker'),
    ...choosable,
    initial_date: z.iso.date().exactOptional(),
  }),
  z.strictObject({
    type: z.literal('timepicker'),
    ...choosable,
    initial_time: z
      .string()
      .regex(/^\d\d:\d\d$/)
      .exactOptional(),
    timezone: z.string().exactOptional(),
  }),
  z.strictObject({
    type: z.literal('datetimepicker'),
    ...confirmable,
    ...focusable,
    initial_date_time: z.int().exactOptional(),
  }),
] as const;

const overflow = z.strictObject({
  type: z.literal('overflow'),
  ...confirmable,
  options: z.array(plainOption).min(1).max(5),
});

const workflowButton = z.strictObject({
  type: z.literal('workflow_button'),
  ...actionable,
  ...label,
  text: plainText(75),
  workflow: z.looseObject({ trigger: z.looseObject({ url: words(3000) }) }),
  style: colorScheme.exactOptional(),
});

const richTextInput = z.strictObject({
  type: z.literal('rich_text_input'),
  ...typable,
  initial_value: z.looseObject({ type: z.literal('rich_text') }).exactOptional(),
  min_lines: z.int().exactOptional(),
  max_lines: z.int().exactOptional(),
});

const typedInputs = [
  z.strictObject({
    type: z.literal('plain_text_input'),
    ...typable,
    initial_value: z.string().max(3000).exactOptional(),
    multiline: z.boolean().exactOptional(),
    min_length: z.int().min(0).max(3000).exactOptional(),
    max_length: z.int().min(1).max(3000).exactOptional(),
  }),
  z.strictObject({
    type: z.literal('number_input'),
    ...typable,
    is_decimal_allowed: z.boolean(),
    initial_value: z.string().exactOptional(),
    min_value: z.string().exactOptional(),
    max_value: z.string().exactOptional(),
  }),
  z.strictObject({
    type: z.literal('email_text_input'),
    ...typable,
    initial_value: z.string().exactOptional(),
  }),
  z.strictObject({
    type: z.literal('url_text_input'),
    ...typable,
    initial_value: z.string().exactOptional(),
  }),
  z.strictObject({
    type: z.literal('file_input'),
    ...actionable,
    filetypes: z.array(z.string()).exactOptional(),
    max_files: z.int().min(1).max(10).exactOptional(),
  }),
] as const;

export const actionsElement = z.discriminatedUnion('type', [
  button,
  overflow,
  workflowButton,
  richTextInput,
  ...selects,
  ...pickers,
]);

export const accessory = z.discriminatedUnion('type', [
  button,
  overflow,
  workflowButton,
  imageElement,
  ...selects,
  ...pickers,
]);

export const inputElement = z.discriminatedUnion('type', [
  richTextInput,
  ...selects,
  ...pickers,
  ...typedInputs,
]);

const feedbackButton = z.strictObject({
  text: plainText(75),
  ...label,
  value: z.string().max(2000),
});

export const contextAction = z.discriminatedUnion('type', [
  z.strictObject({
    type: z.literal('feedback_buttons'),
    ...actionable,
    positive_button: feedbackButton,
    negative_button: feedbackButton,
  }),
  z.strictObject({
    type: z.literal('icon_button'),
    ...confirmable,
    ...label,
    icon: words(50),
    text: plainText(75),
    value: z.string().max(2000).exactOptional(),
    visible_to_user_ids: z.array(z.string()).exactOptional(),
  }),
]);
