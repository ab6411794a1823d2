/** Lists to choose from, one or several. */
import { z } from 'zod';
import { optionGroup, plainOption } from '../text-objects.ts';
import { choosable } from './parts.ts';

const several = { ...choosable, max_selected_items: z.int().min(1).exactOptional() };
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

export const selects = [
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
