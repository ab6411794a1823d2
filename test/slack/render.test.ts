import fc from 'fast-check';
import { expect, it } from 'vitest';
import { render, renderPlainly } from '../../src/slack/render.ts';
import { type Choice, type Line, type Part, plain, type Reply } from '../../src/wording/reply.ts';
import { charactersIn } from '../../src/workspace/blocks/characters.ts';
import { problemsIn } from '../conversation/slack-problems.ts';

/** Names that somebody with bad intentions gives to images, tags and descriptions. */
const nasty = [
  '<!channel>',
  '<!here|here>',
  '<!everyone>',
  '<@U0DATOP>',
  '<#C0WEB>',
  '<!subteam^S0TEAM>',
  '<https://evil.example|the console>',
  '<mailto:a@evil.example|Support>',
  '<!date^0^{date}|x>',
  '`code`',
  '```\nblock\n```',
  '*bold* _it_ ~no~',
  '> quote',
  '&lt;!channel&gt;',
  '&amp;lt;!channel&amp;gt;',
  'web\u202Enedlog-\u202C',
  '\u2067web-golden\u2069',
  'web\u200b-golden\ufeff',
  '=HYPERLINK("https://evil.example")',
  ':skull:',
  'a\u0000b',
];

function aReply(parts: readonly Part[], choices: readonly Choice[] = []): Reply {
  return { text: 'Three images.', parts, choices, seenBy: 'everyone' };
}

/** A reply that says it in every way a reply can. */
function saidEverywhere(name: string): Reply {
  const line: Line = [{ text: 'Image ' }, { text: name, bold: true }];
  return {
    text: `Image ${name} is ready.`,
    parts: [
      { kind: 'paragraph', lines: [line] },
      { kind: 'bullets', items: [line] },
      { kind: 'facts', rows: [{ label: name, value: line }] },
      { kind: 'table', rows: [['Name'], [name]] },
      { kind: 'note', line },
    ],
    choices: [{ label: name, value: '{}' }],
    seenBy: 'everyone',
  };
}

it('leaves the time zone of a moment to its reader, in a sentence and in a table', () => {
  const at = '2026-11-20T17:45:00.000Z';
  const moment = { text: '2026-11-20 17:45 UTC', at };
  const reply = aReply([
    { kind: 'paragraph', lines: [[{ text: 'Since ' }, moment]] },
    {
      kind: 'table',
      rows: [
        ['Name', 'Created'],
        ['web', moment],
      ],
    },
  ]);
  const date = {
    type: 'date',
    timestamp: Date.parse(at) / 1000,
    format: '{date_short} {time}',
    fallback: '2026-11-20 17:45 UTC',
  };

  const message = render(reply);

  expect(problemsIn(message)).toEqual([]);
  expect(JSON.stringify(message.blocks[0])).toContain(JSON.stringify(date));
  expect(JSON.stringify(message.blocks[1])).toContain(JSON.stringify(date));
  expect(JSON.stringify(renderPlainly(reply).blocks)).toContain('web, Created: ');
});

it.each(nasty)('shows %j as text and never as markup', (name) => {
  for (const message of [render(saidEverywhere(name)), renderPlainly(saidEverywhere(name))]) {
    expect(problemsIn(message)).toEqual([]);
    expect(message.text).not.toMatch(/[<>`\u202a-\u202e\u2066-\u2069\u200b\ufeff]/);
    expect(JSON.stringify(message.blocks)).not.toMatch(/[\u202a-\u202e\u2066-\u2069\u200b\ufeff]/);
  }
});

it('keeps joiners, which scripts and emoji need', () => {
  const family = '👨‍👩‍👧';

  expect(JSON.stringify(render(saidEverywhere(family)).blocks)).toContain(family);
});

const text = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 60 }),
  fc.constantFrom(...nasty),
  fc.string({ minLength: 3_000, maxLength: 4_000 }),
);
const line: fc.Arbitrary<Line> = fc.array(fc.record({ text }), { maxLength: 4 });
const part: fc.Arbitrary<Part> = fc.oneof(
  fc.record({
    kind: fc.constant('paragraph' as const),
    lines: fc.array(line, { minLength: 1, maxLength: 4 }),
  }),
  fc.record({
    kind: fc.constant('bullets' as const),
    items: fc.array(line, { minLength: 1, maxLength: 30 }),
  }),
  fc.record({
    kind: fc.constant('facts' as const),
    rows: fc.array(fc.record({ label: text, value: line }), { minLength: 1, maxLength: 9 }),
  }),
  fc.record({
    kind: fc.constant('note' as const),
    line: fc.tuple(fc.record({ text: fc.string({ minLength: 1 }) })),
  }),
  fc.integer({ min: 1, max: 12 }).chain((columns) =>
    fc.record({
      kind: fc.constant('table' as const),
      rows: fc.array(fc.array(text, { minLength: columns, maxLength: columns }), {
        minLength: 1,
        maxLength: 150,
      }),
    }),
  ),
);
const choice = fc.record({
  label: fc.string({ minLength: 1, maxLength: 200 }).filter((label) => label.trim() !== ''),
  value: fc.string({ maxLength: 500 }),
});

it('makes of any reply a message that Slack takes', () => {
  fc.assert(
    fc.property(
      fc.array(part, { minLength: 1, maxLength: 70 }),
      fc.array(choice, { maxLength: 40 }),
      (parts, choices) => {
        const reply = aReply(parts, choices);
        for (const message of [render(reply), renderPlainly(reply)]) {
          expect(problemsIn(message)).toEqual([]);
          expect(charactersIn(message.blocks)).toBeLessThan(13_000);
          expect(message.text.length).toBeLessThanOrEqual(3_000);
        }
      },
    ),
    { numRuns: 60 },
  );
});

it('lets Slack ask once more before a press that counts for much', () => {
  const sure = { title: 'Are you sure?', text: 'x'.repeat(400), yes: 'Delete', no: 'Cancel' };
  const message = render(aReply([], [{ label: 'Delete', value: '1', sure }]));

  expect(message.blocks.at(-1)).toMatchObject({
    elements: [{ confirm: { title: { text: 'Are you sure?' }, style: 'danger' } }],
  });
  expect(problemsIn(message)).toEqual([]);
});

it('never loses the buttons, however long the rest is', () => {
  const long: Part = { kind: 'note', line: [{ text: 'x'.repeat(500) }] };
  const { blocks } = render(
    aReply(Array(80).fill(long), [{ label: 'Create image', value: '{}', tone: 'primary' }]),
  );

  expect(blocks.at(-1)).toMatchObject({
    type: 'actions',
    elements: [{ type: 'button', text: { text: 'Create image' }, style: 'primary' }],
  });
});

it('says with an ellipsis that there was more', () => {
  const items = Array.from(
    { length: 400 },
    (_, at): Line => [{ text: `image ${at} ${'x'.repeat(40)}` }],
  );
  const shown = JSON.stringify(render(aReply([{ kind: 'bullets', items }])).blocks);

  expect(shown).toContain('image 0 ');
  expect(shown).not.toContain('image 399 ');
  expect(shown).toContain('…');
});

it('shows the first table as one, and others as lists, because a message can hold only one', () => {
  const table: Part = {
    kind: 'table',
    rows: [
      ['Name', 'Size'],
      ['web-golden', '40 GB'],
    ],
  };
  const { blocks } = render(aReply([table, table]));

  expect(blocks.map(({ type }) => type)).toEqual(['table', 'rich_text']);
  expect(JSON.stringify(blocks[1])).toContain('web-golden, Size: 40 GB');
});

it('shows a link only where the sentence itself has one', () => {
  const line: Line = [{ text: 'Look here', link: 'https://docs.example/quota' }];
  const { blocks } = render(aReply([{ kind: 'paragraph', lines: [line] }]));

  expect(JSON.stringify(blocks)).toContain('"type":"link","url":"https://docs.example/quota"');
  expect(plain(line)).toBe('Look here');
});
