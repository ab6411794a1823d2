/** Which element can stand where: in actions, beside a section, in an input, under an answer. Limits: Slack's Block Kit reference. */
import { z } from 'zod';
import { imageElement } from '../text-objects.ts';
import { button, overflow, workflowButton } from './buttons.ts';
import { pickers } from './pickers.ts';
import { selects } from './selects.ts';
import { richTextInput, typedInputs } from './typed-inputs.ts';

export const cardButtons = z.array(button).max(5);

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
