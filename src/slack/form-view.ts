import type {
  InputBlock,
  KnownBlock,
  ModalView,
  PlainTextElement,
  PlainTextOption,
} from '@slack/types';
import { z } from 'zod';
import type { Entries, Field, Form, FormOption } from '../conversation/form.ts';
import type { Reply } from '../wording/reply.ts';
import { renderPlainly } from './render.ts';
import { cut, shown } from './shown.ts';

/** Longest texts that Slack takes in a window. */
const most = { title: 24, label: 150, option: 75, text: 3000 };

/** All our windows, so that what is submitted is known for ours. */
export const formCallback = 'goldie_form';

/** A form as a window of Slack. */
export function formView({ state, title, about, fields, submit, close }: Form): ModalView {
  return {
    type: 'modal',
    callback_id: formCallback,
    private_metadata: state,
    title: words(title, most.title),
    submit: words(submit, most.title),
    close: words(close, most.title),
    blocks: [...(about ? bodyOf(about) : []), ...fields.map(inputBlock)],
  };
}

/** A reply as a window: there is nothing to submit. */
export function replyView(reply: Reply, title: string): ModalView {
  return {
    type: 'modal',
    callback_id: formCallback,
    title: words(title, most.title),
    blocks: bodyOf(reply),
  };
}

const State = z.record(
  z.string(),
  z.record(
    z.string(),
    z.looseObject({
      value: z.string().nullish(),
      selected_option: z.looseObject({ value: z.string() }).nullish(),
      selected_options: z.array(z.looseObject({ value: z.string() })).nullish(),
    }),
  ),
);

/** What was entered, by piece. What Slack brings that is no input of ours is left out. */
export function entriesIn(values: unknown): Entries {
  const inputs = Object.entries(State.safeParse(values).data ?? {});
  return Object.fromEntries(
    inputs.map(([name, actions]) => [
      name,
      Object.values(actions).flatMap(({ value, selected_option, selected_options }) => [
        ...(value ? [value] : []),
        ...(selected_option ? [selected_option.value] : []),
        ...(selected_options ?? []).map((option) => option.value),
      ]),
    ]),
  );
}

/** An option as Slack takes it. */
export function optionOf({ value, label, about }: FormOption): PlainTextOption {
  return {
    value,
    text: words(label, most.option),
    ...(about !== undefined && { description: words(about, most.option) }),
  };
}

/** Windows know fewer blocks than messages: no tables, and no buttons of ours. */
function bodyOf(reply: Reply): KnownBlock[] {
  return renderPlainly({ ...reply, choices: [] }).blocks;
}

function inputBlock(field: Field): InputBlock {
  return {
    type: 'input',
    block_id: field.name,
    label: words(field.label, most.label),
    optional: field.optional,
    element: elementOf(field),
  };
}

function elementOf({ name, kind, many, options, given }: Field): InputBlock['element'] {
  const action_id = `fill:${name}`;
  const [first] = given;
  if (kind === 'text')
    return {
      type: 'plain_text_input',
      action_id,
      ...(first && { initial_value: first.value.slice(0, most.text) }),
    };
  const chosen = given.map(optionOf);
  const [one] = chosen;
  if (kind === 'search')
    return many
      ? {
          type: 'multi_external_select',
          action_id,
          min_query_length: 0,
          ...(one && { initial_options: chosen }),
        }
      : {
          type: 'external_select',
          action_id,
          min_query_length: 0,
          ...(one && { initial_option: one }),
        };
  const listed = options.map(optionOf);
  return many
    ? {
        type: 'multi_static_select',
        action_id,
        options: listed,
        ...(one && { initial_options: chosen }),
      }
    : { type: 'static_select', action_id, options: listed, ...(one && { initial_option: one }) };
}

function words(text: string, length: number): PlainTextElement {
  return { type: 'plain_text', text: cut(shown(text), length) || ' ', emoji: false };
}
