/** What is pressed: buttons, menus behind three dots, and the small buttons under an answer. */
import { z } from 'zod';
import { colorScheme, plainOption, plainText, words } from '../text-objects.ts';
import { actionable, confirmable, label } from './parts.ts';

export const button = z.strictObject({
  type: z.literal('button'),
  ...confirmable,
  ...label,
  text: plainText(75),
  value: z.string().max(2000).exactOptional(),
  url: z.string().max(3000).exactOptional(),
  style: colorScheme.exactOptional(),
});

export const overflow = z.strictObject({
  type: z.literal('overflow'),
  ...confirmable,
  options: z.array(plainOption).min(1).max(5),
});

export const workflowButton = z.strictObject({
  type: z.literal('workflow_button'),
  ...actionable,
  ...label,
  text: plainText(75),
  workflow: z.looseObject({ trigger: z.looseObject({ url: words(3000) }) }),
  style: colorScheme.exactOptional(),
});

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
