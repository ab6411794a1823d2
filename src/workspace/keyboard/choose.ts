/** Turns what a test writes down into what the page would send. */
import type { KnownBlock } from '@slack/types';
import { z } from 'zod';
import type { FileCard, InputValues } from '../page-api.ts';
import { elementsIn, type PlacedElement } from '../person/elements.ts';
import { valueName, valuesFrom } from '../person/input-values.ts';

/** A text, an option's value or label, several of them, files, a date, or Slack's own object. */
export type Filling =
  | string
  | number
  | readonly string[]
  | readonly FileCard[]
  | Readonly<Record<string, unknown>>
  | null;

const Option = z.looseObject({
  text: z.looseObject({ text: z.string() }),
  value: z.string().optional(),
});
const Labelled = z.looseObject({ text: z.looseObject({ text: z.string() }) });
const FeedbackButton = Labelled.extend({ value: z.string() });
const Feedback = z.looseObject({
  positive_button: FeedbackButton,
  negative_button: FeedbackButton,
});
const Options = z.looseObject({
  options: z.array(Option).default([]),
  option_groups: z.array(z.looseObject({ options: z.array(Option) })).default([]),
});

/** Finds what is meant by an action_id or by the words on it. */
export function elementNamed(blocks: readonly KnownBlock[], name: string): PlacedElement {
  const elements = elementsIn(blocks);
  const found =
    elements.find((placed) => placed.actionId === name) ??
    elements.find((placed) => labelsOf(placed).includes(name)) ??
    elements.find((placed) => placed.blockId === name);
  if (found) return found;
  const there = elements.map((placed) => labelsOf(placed).join(', ') || placed.actionId).join(', ');
  throw new Error(`There is no "${name}" to press or fill in; there is: ${there || 'nothing'}.`);
}

/** The action object for pressing an element, by a name of it, or making a choice in it. */
export function actionFor(
  placed: PlacedElement,
  name: string,
  filling?: Filling,
): Record<string, unknown> {
  const at = { type: placed.type, action_id: placed.actionId, block_id: placed.blockId };
  if (placed.type === 'feedback_buttons')
    return {
      ...at,
      value: filling ?? feedbackIn(placed).find(({ text }) => text.text === name)?.value,
    };
  if (placed.type === 'overflow') return { ...at, selected_option: optionOf(placed, filling) };
  return { ...at, ...fillingOf(placed, filling) };
}

/** Fills in inputs by action_id, block_id or label. */
export function filledIn(
  blocks: readonly KnownBlock[],
  fillings: Readonly<Record<string, Filling>>,
): InputValues {
  return valuesFrom(
    Object.entries(fillings).map(([name, filling]) => {
      const placed = elementNamed(blocks, name);
      return { placed, value: { type: placed.type, ...fillingOf(placed, filling) } };
    }),
  );
}

function fillingOf(placed: PlacedElement, filling: Filling | undefined): Record<string, unknown> {
  const name = valueName(placed.type);
  if (name === undefined || filling === undefined) return {};
  if (name === 'selected_option') return { [name]: optionOf(placed, filling) };
  if (name === 'selected_options' && Array.isArray(filling))
    return { [name]: filling.map((one) => optionOf(placed, one)) };
  return { [name]: filling };
}

function optionOf(placed: PlacedElement, wanted: Filling | undefined): unknown {
  if (typeof wanted !== 'string') return wanted;
  const { options, option_groups } = Options.parse(placed.element);
  const all = [...options, ...option_groups.flatMap((group) => group.options)];
  const found = all.find((option) => option.value === wanted || option.text.text === wanted);
  if (found) return found;
  throw new Error(
    `"${wanted}" is not among the choices: ${all.map((option) => option.text.text).join(', ')}.`,
  );
}

function labelsOf(placed: PlacedElement): readonly string[] {
  const own = Labelled.safeParse(placed.element).data;
  return [...(own ? [own] : []), ...feedbackIn(placed)].map(({ text }) => text.text);
}

function feedbackIn({ element }: PlacedElement) {
  const found = Feedback.safeParse(element).data;
  return found ? [found.positive_button, found.negative_button] : [];
}
