/** What is typed, and files: for input blocks. */
import { z } from 'zod';
import { actionable, holdable } from './parts.ts';

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

export const richTextInput = z.strictObject({
  type: z.literal('rich_text_input'),
  ...typable,
  initial_value: z.looseObject({ type: z.literal('rich_text') }).exactOptional(),
  min_lines: z.int().exactOptional(),
  max_lines: z.int().exactOptional(),
});

export const typedInputs = [
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
