import { describe, expect, it } from 'vitest';
import { blockProblems } from '../../src/workspace/blocks/block-problems.ts';
import type { Surface } from '../../src/workspace/blocks/surfaces.ts';

const plain = (text: string) => ({ type: 'plain_text', text });
const section = (text: string) => ({ type: 'section', text: { type: 'mrkdwn', text } });
const button = (parts: object) => ({
  type: 'actions',
  elements: [{ type: 'button', text: plain('Go'), ...parts }],
});
const options = (count: number) =>
  Array.from({ length: count }, (_, index) => ({ text: plain(`o${index}`), value: `${index}` }));
const cells = (...texts: string[]) => texts.map((text) => ({ type: 'raw_text', text }));
const table = (rows: unknown[]) => ({ type: 'table', rows });
const dataTable = (rows: unknown[]) => ({ type: 'data_table', caption: 'Images', rows });

describe('blocks that Slack takes', () => {
  it.each<[string, Surface, unknown[]]>([
    ['a section at its limit', 'message', [section('x'.repeat(3000))]],
    ['fifty blocks', 'message', Array.from({ length: 50 }, () => ({ type: 'divider' }))],
    ['a hundred in a modal', 'modal', Array.from({ length: 100 }, () => ({ type: 'divider' }))],
    ['a table', 'message', [table([cells('name'), cells('web')])]],
    [
      'numbers in a data table',
      'message',
      [dataTable([cells('count'), [{ type: 'raw_number', value: 3, text: '3' }]])],
    ],
    ['an alert in a modal', 'modal', [{ type: 'alert', text: plain('Careful'), level: 'warning' }]],
    ['a card at home', 'home', [{ type: 'card', title: { type: 'mrkdwn', text: 'web' } }]],
    ['Markdown in a message', 'message', [{ type: 'markdown', text: '# Hi' }]],
    [
      'feedback buttons',
      'message',
      [
        {
          type: 'context_actions',
          elements: [
            {
              type: 'feedback_buttons',
              action_id: 'f',
              positive_button: { text: plain('Good'), value: 'good' },
              negative_button: { text: plain('Bad'), value: 'bad' },
            },
          ],
        },
      ],
    ],
  ])('%s', (_, surface, blocks) => {
    expect(blockProblems(surface, blocks)).toEqual([]);
  });
});

describe('blocks that Slack refuses', () => {
  it.each<[string, Surface, unknown[], string, string]>([
    ['an unknown type', 'message', [{ type: 'zip' }], '/blocks/0/type', 'unsupported type: zip'],
    ['empty text', 'message', [section('')], '/blocks/0/text/text', 'more than 0 characters'],
    [
      'text beyond the limit',
      'message',
      [section('x'.repeat(3001))],
      '/blocks/0/text/text',
      'less than 3001 characters',
    ],
    ['a section of nothing', 'message', [{ type: 'section' }], '/blocks/0', 'text or fields'],
    [
      'a header in mrkdwn',
      'message',
      [{ type: 'header', text: { type: 'mrkdwn', text: 'x' } }],
      '/blocks/0/text/type',
      'plain_text',
    ],
    [
      'a missing field',
      'message',
      [{ type: 'header' }],
      '/blocks/0',
      'missing required field: text',
    ],
    [
      'a property that is not there',
      'message',
      [button({ colour: 'red' })],
      '/blocks/0/elements/0',
      'invalid additional property: colour',
    ],
    [
      'a button with too many words',
      'message',
      [button({ text: plain('x'.repeat(76)) })],
      '/blocks/0/elements/0/text/text',
      'less than 76 characters',
    ],
    [
      'a button value beyond the limit',
      'message',
      [button({ value: 'x'.repeat(2001) })],
      '/blocks/0/elements/0/value',
      'less than 2001 characters',
    ],
    [
      'a colour that is not one',
      'message',
      [button({ style: 'warning' })],
      '/blocks/0/elements/0/style',
      'Invalid option',
    ],
    [
      'a list of 101 options',
      'message',
      [{ type: 'actions', elements: [{ type: 'static_select', options: options(101) }] }],
      '/blocks/0/elements/0/options',
      'no more than 100 items',
    ],
    [
      'a menu of six',
      'message',
      [{ type: 'actions', elements: [{ type: 'overflow', options: options(6) }] }],
      '/blocks/0/elements/0/options',
      'no more than 5 items',
    ],
    [
      'a text input outside an input block',
      'modal',
      [{ type: 'actions', elements: [{ type: 'plain_text_input' }] }],
      '/blocks/0/elements/0/type',
      'unsupported type: plain_text_input',
    ],
    [
      'fifty-one blocks',
      'message',
      Array.from({ length: 51 }, () => ({ type: 'divider' })),
      '/blocks',
      'no more than 50 items',
    ],
    [
      'an alert in a message',
      'message',
      [{ type: 'alert', text: plain('x') }],
      '/blocks/0/type',
      'unsupported type: alert',
    ],
    [
      'a table in a modal',
      'modal',
      [table([cells('a')])],
      '/blocks/0/type',
      'unsupported type: table',
    ],
    [
      'two tables',
      'message',
      [table([cells('a')]), table([cells('a')])],
      '/blocks',
      'only one table',
    ],
    [
      'a number in a plain table',
      'message',
      [table([[{ type: 'raw_number', value: 1, text: '1' }]])],
      '/blocks/0/rows/0/0/type',
      'unsupported type: raw_number',
    ],
    [
      'a data table with rows of unequal length',
      'message',
      [dataTable([cells('a', 'b'), cells('a')])],
      '/blocks/0/rows',
      'rows of equal length',
    ],
    [
      'a data table of headings',
      'message',
      [dataTable([cells('a')])],
      '/blocks/0/rows',
      '2 to 101',
    ],
    [
      'more than 12,000 characters of Markdown',
      'message',
      [
        { type: 'markdown', text: 'x'.repeat(7000) },
        { type: 'markdown', text: 'x'.repeat(7000) },
      ],
      '/blocks',
      'less than 12001 characters',
    ],
    [
      'the same block_id twice',
      'message',
      [
        { type: 'divider', block_id: 'a' },
        { type: 'divider', block_id: 'a' },
      ],
      '/blocks/1/block_id',
      'already exists',
    ],
    [
      'an image without a picture',
      'message',
      [{ type: 'image', alt_text: 'x' }],
      '/blocks/0',
      'exactly one of image_url or slack_file',
    ],
  ])('%s', (_, surface, blocks, pointer, message) => {
    expect(blockProblems(surface, blocks)).toEqual([
      { pointer, message: expect.stringContaining(message) },
    ]);
  });

  it('are all named, not only the first', () => {
    expect(blockProblems('message', [{ type: 'zip' }, section('')])).toHaveLength(2);
  });
});
