import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseMarkdown } from '../../src/workspace/page/text/markdown.ts';
import type { Inline, MarkedBlock } from '../../src/workspace/page/text/marked-text.ts';
import { parseMrkdwn } from '../../src/workspace/page/text/mrkdwn.ts';
import { safeImageUrl, safeUrl } from '../../src/workspace/page/text/safe-url.ts';

const line = (source: string): readonly Inline[] => {
  const [block] = parseMrkdwn(source);
  return block?.kind === 'lines' ? (block.lines[0] ?? []) : [];
};

function inlinesOf(block: MarkedBlock): readonly Inline[] {
  switch (block.kind) {
    case 'lines':
    case 'quote':
      return block.lines.flat();
    case 'heading':
      return block.line;
    case 'list':
      return block.items.flatMap((item) => item.line);
    case 'pre':
      return [{ kind: 'code', text: block.text }];
    case 'rule':
      return [];
  }
}

/** The inlines with everything inside them. */
const everyInline = (inlines: readonly Inline[]): readonly Inline[] =>
  inlines.flatMap((inline) => [
    inline,
    ...('children' in inline ? everyInline(inline.children) : []),
  ]);

const shown = (blocks: readonly MarkedBlock[]): string =>
  blocks
    .flatMap(inlinesOf)
    .flatMap((inline) => everyInline([inline]))
    .map((inline) => ('text' in inline ? inline.text : ''))
    .join('');

const letters = (text: string): string => text.replace(/[^a-zA-Z0-9äöü]/g, '');

const markedText = fc
  .array(
    fc.constantFrom(
      ...'abc 12*_~`>•-\n'.split(''),
      '```',
      '**',
      ' *b* ',
      '• x\n',
      '> q\n',
      '&amp;',
      'ä',
    ),
    { maxLength: 60 },
  )
  .map((parts) => parts.join(''));
const tokenText = fc
  .tuple(
    fc.constantFrom(
      '',
      '@',
      '#',
      '!',
      '!date^',
      'http://',
      'https://',
      'mailto:',
      'javascript:',
      'data:',
    ),
    fc.string({ maxLength: 20 }),
    fc.constantFrom('', '|label', '^{date}|x', '|'),
  )
  .map(([start, middle, end]) => `a <${start}${middle}${end}> b`);

describe('mrkdwn', () => {
  it('marks bold, italic, struck and code words', () => {
    expect(line('*a* _b_ ~c~ `d`')).toEqual([
      { kind: 'bold', children: [{ kind: 'text', text: 'a' }] },
      { kind: 'text', text: ' ' },
      { kind: 'italic', children: [{ kind: 'text', text: 'b' }] },
      { kind: 'text', text: ' ' },
      { kind: 'strike', children: [{ kind: 'text', text: 'c' }] },
      { kind: 'text', text: ' ' },
      { kind: 'code', text: 'd' },
    ]);
  });

  it.each([
    'snake_case_name',
    '2 * 3 * 4',
    'a*b*c',
    '* not bold*',
    '~5 or ~6',
    'team_web and team_data',
  ])('leaves %j as it was typed', (source) => {
    expect(line(source)).toEqual([{ kind: 'text', text: source }]);
  });

  it('marks within marks', () => {
    expect(line('*all _of_ it*')).toMatchObject([
      { kind: 'bold', children: [{ kind: 'text' }, { kind: 'italic' }, { kind: 'text' }] },
    ]);
  });

  it('recognises nothing inside code, except Slack’s three escapes', () => {
    expect(line('`*x* &lt;b&gt;`')).toEqual([{ kind: 'code', text: '*x* <b>' }]);
    expect(parseMrkdwn('```\n*x*\n```')).toEqual([{ kind: 'pre', text: '*x*' }]);
  });

  it('separates paragraphs, quotes and bullets', () => {
    expect(
      parseMrkdwn('hello\n&gt; one\n> two\n• three\n  • four').map(({ kind }) => kind),
    ).toEqual(['lines', 'quote', 'list']);
  });

  it('reads mentions, channels, groups, dates, links and emoji', () => {
    expect(line('<@U1|ana>')).toEqual([{ kind: 'person', id: 'U1', label: 'ana' }]);
    expect(line('<#C1|images>')).toEqual([{ kind: 'channel', id: 'C1', label: 'images' }]);
    expect(line('<!channel>')).toEqual([{ kind: 'broadcast', range: 'channel' }]);
    expect(line('<https://a.example/?x=1&amp;y=2|A &amp; B>')).toEqual([
      {
        kind: 'link',
        url: 'https://a.example/?x=1&y=2',
        children: [{ kind: 'text', text: 'A & B' }],
      },
    ]);
    expect(line('<!date^1795165200^{date} at {time}|later>')).toEqual([
      { kind: 'date', seconds: 1795165200, format: '{date} at {time}', fallback: 'later' },
    ]);
    expect(line(':tada: :no_such_thing:')).toMatchObject([
      { kind: 'emoji', glyph: '🎉' },
      { kind: 'text', text: ' :no_such_thing:' },
    ]);
  });

  it('shows a token it does not know as it came', () => {
    expect(line('a <javascript:alert(1)|click> b')).toEqual([
      { kind: 'text', text: 'a <javascript:alert(1)|click> b' },
    ]);
  });

  it('reads an escaped token as text, not as a token', () => {
    expect(line('&lt;!here&gt; &amp;lt;')).toEqual([{ kind: 'text', text: '<!here> &lt;' }]);
  });

  it('keeps an unfinished code block', () => {
    expect(shown(parseMrkdwn('see ```this'))).toBe('see ```this');
  });
});

describe.each([
  ['mrkdwn', parseMrkdwn],
  ['markdown', parseMarkdown],
])('the %s parser, given anything', (_, parse) => {
  it('never throws', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), markedText, tokenText), (text) => void parse(text)),
    );
  });

  it('links to nothing but http, https and mailto', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.webUrl().map((url) => `<${url}> [a](${url})`),
          tokenText,
        ),
        (text) => {
          const urls = everyInline(parse(text).flatMap(inlinesOf)).flatMap((inline) =>
            'url' in inline && inline.url !== undefined ? [inline.url] : [],
          );
          for (const url of urls) expect(url).toMatch(/^(https?|mailto):/);
        },
      ),
    );
  });
});

it('mrkdwn never drops a letter', () => {
  fc.assert(
    fc.property(markedText, (text) => {
      expect(letters(shown(parseMrkdwn(text)))).toBe(letters(text.replaceAll('&amp;', '&')));
    }),
    { numRuns: 1000 },
  );
});

it('a line of thousands of marks is parsed in one go', () => {
  for (const mark of ['*a', '_ ', '`', '<', '**', '~x~', ':a:']) {
    expect(shown(parseMrkdwn(mark.repeat(20_000))).length).toBeGreaterThan(0);
  }
});

describe('markdown', () => {
  it('reads headings, lists, quotes, rules and fences', () => {
    const source = '# A\n\ntext\n- x\n- y\n\n1. one\n2. two\n> q\n\n---\n```js\ncode\n```';
    expect(parseMarkdown(source).map(({ kind }) => kind)).toEqual([
      'heading',
      'lines',
      'list',
      'list',
      'quote',
      'rule',
      'pre',
    ]);
  });

  it('keeps the numbers of an ordered list', () => {
    expect(parseMarkdown('3. c\n4. d')).toMatchObject([
      { kind: 'list', ordered: true, items: [{ number: 3 }, { number: 4 }] },
    ]);
  });

  it('reads bold, italic, links and backslashes', () => {
    const [block] = parseMarkdown('**b** *i* [l](https://a.example/) \\*x\\*');
    expect(block && inlinesOf(block).map(({ kind }) => kind)).toEqual([
      'bold',
      'text',
      'italic',
      'text',
      'link',
      'text',
      'text',
      'text',
      'text',
    ]);
  });
});

describe('addresses', () => {
  it.each([
    'javascript:alert(1)',
    'JaVaScRiPt:x',
    'data:text/html,x',
    'vbscript:x',
    'file:///etc/passwd',
    '/relative',
    '',
  ])('refuses to link to %j', (address) => {
    expect(safeUrl(address)).toBeUndefined();
  });

  it('lets pictures come from the own server, and not from another one by a trick', () => {
    expect(safeImageUrl('/files/F1')).toBe('/files/F1');
    expect(safeImageUrl('//evil.example/x.png')).toBeUndefined();
    expect(safeImageUrl('data:image/svg+xml;base64,AAAA')).toBeUndefined();
  });
});
