import type { KnownBlock } from '@slack/types';
import { describe, expect, it } from 'vitest';
import { completed, completionsFor } from '../../src/workspace/page/composer/completion.ts';
import { groupsOf, matching } from '../../src/workspace/page/elements/choice.ts';
import { inputValues } from '../../src/workspace/page/elements/input-element.ts';
import { inputFaults } from '../../src/workspace/page/elements/input-faults.ts';
import { elements, form } from './page-support/sample-blocks.ts';
import { pageState, people, WEBOP } from './page-support/sample-workspace.ts';

describe('the state of inputs', () => {
  it('begins with the initial values, in the shape Slack sends', () => {
    expect(inputValues(form, {})).toEqual({
      image: { name: { type: 'plain_text_input', value: null } },
      projects: { with: { type: 'multi_static_select', selected_options: [] } },
      days: { days: { type: 'number_input', value: null } },
      kind: {
        kind: {
          type: 'radio_buttons',
          selected_option: {
            text: { type: 'plain_text', text: 'System disk image' },
            value: 'system',
          },
        },
      },
    });
  });

  it('covers the elements of sections and actions, and no buttons', () => {
    const values = inputValues(elements, {});

    expect(Object.keys(values.pickers ?? {})).toEqual(['search', 'who', 'where', 'with', 'when']);
    expect(values['pick-image']).toEqual({
      image: { type: 'static_select', selected_option: null },
    });
  });

  it('keeps what was typed when a view changes around it, and drops it with its input', () => {
    const entered = { image: { name: { type: 'plain_text_input', value: 'web-golden' } } };
    const [image, ...others] = form;

    expect(inputValues(form.toReversed(), entered).image).toEqual(entered.image);
    expect(inputValues(others, entered).image).toBeUndefined();
    expect(image).toBeDefined();
  });
});

describe('a form', () => {
  const values = (name: string | null, days: string | null) => ({
    image: { name: { type: 'plain_text_input', value: name } },
    days: { days: { type: 'number_input', value: days } },
  });

  it('asks for what is required and not for what is optional', () => {
    expect(Object.keys(inputFaults(form, inputValues(form, {})))).toEqual(['image', 'projects']);
  });

  it.each([
    ['seven', 'Enter a number.'],
    ['1.5', 'Enter a whole number.'],
    ['0', 'Enter 1 or more.'],
  ])('says what is wrong with %j days', (days, sentence) => {
    expect(inputFaults(form, values('x', days))).toEqual({ days: sentence });
  });

  it('has nothing against a good answer', () => {
    expect(inputFaults(form, values('web-golden', '14'))).toEqual({});
  });

  it('finds an input that came without a block_id', () => {
    const anonymous: readonly KnownBlock[] = [
      {
        type: 'input',
        label: { type: 'plain_text', text: 'Name' },
        element: { type: 'plain_text_input', action_id: 'a' },
      },
    ];

    expect(inputFaults(anonymous, inputValues(anonymous, {}))).toEqual({
      'input-0': 'Fill in this field to go on.',
    });
  });
});

describe('completion', () => {
  const known = { commands: pageState(WEBOP).commands, people };
  const offered = (text: string, caret = text.length) =>
    completionsFor(text, caret, known).offers.map(({ label }) => label);

  it('offers commands for a slash at the very beginning only', () => {
    expect(offered('/image-')).toEqual(['/image-share', '/image-accept']);
    expect(offered('/')).toHaveLength(3);
    expect(offered('and /image')).toEqual([]);
    expect(offered('/image-share ')).toEqual([]);
  });

  it('offers people and the bot, the bot first, for an @ at the start of a word', () => {
    expect(offered('hello @')[0]).toBe('goldie');
    expect(offered('@wan')).toEqual(['Wanda Weber']);
    expect(offered('me@wan')).toEqual([]);
  });

  it('puts the offer where the caret is and leaves the rest', () => {
    const text = 'ask @gol about it';
    const { from, offers } = completionsFor(text, 8, known);
    const [goldie] = offers;

    expect(goldie && completed(text, 8, from, goldie)).toEqual({
      text: 'ask @goldie about it',
      caret: 12,
    });
  });
});

describe('choices', () => {
  it('are found by what they say, within their groups', () => {
    const option = (text: string) => ({ text: { type: 'plain_text' as const, text }, value: text });
    const groups = groupsOf({
      option_groups: [
        { label: { text: 'A' }, options: [option('web-golden'), option('db')] },
        { label: { text: 'B' }, options: [option('shop')] },
      ],
    });

    expect(matching(groups, ' GOLD ').map(({ label, choices }) => [label, choices.length])).toEqual(
      [['A', 1]],
    );
  });
});
