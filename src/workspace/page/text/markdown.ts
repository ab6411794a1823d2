import { angleToken } from './angle-token.ts';
import { codeSpan, emoji, type Recognizer, scanInline, spanInside } from './inline-scanner.ts';
import { blocksOf } from './line-blocks.ts';
import type { Inline, MarkedBlock } from './marked-text.ts';
import { safeUrl } from './safe-url.ts';

const DEEPEST = 6;
const asIs = (text: string): string => text;

const link: Recognizer = (source, at, scan) => {
  const [whole, label = '', address = ''] =
    /^\[([^\]\n]+)\]\(([^()\s]+)\)/.exec(source.slice(at, at + 3000)) ?? [];
  const url = safeUrl(address);
  return whole === undefined || url === undefined
    ? undefined
    : {
        inline: { kind: 'link', url, children: inlines(label, scan.depth + 1) },
        used: whole.length,
      };
};

const angle: Recognizer = (source, at) => {
  const end = source.indexOf('>', at);
  const inline = end < 0 ? undefined : angleToken(source.slice(at + 1, end));
  return inline && { inline, used: end + 1 - at };
};

const backslash: Recognizer = (source, at) => {
  const next = source[at + 1];
  return next !== undefined && /[\\`*_{}[\]()#+.!~>|-]/.test(next)
    ? { inline: { kind: 'text', text: next }, used: 2 }
    : undefined;
};

const span =
  (mark: string, kind: 'bold' | 'italic' | 'strike'): Recognizer =>
  (source, at, scan) => {
    if (scan.depth >= DEEPEST) return undefined;
    const inside = spanInside(source, at, mark, scan);
    return inside === undefined
      ? undefined
      : {
          inline: { kind, children: inlines(inside, scan.depth + 1) },
          used: inside.length + 2 * mark.length,
        };
  };

const RECOGNIZERS: Readonly<Record<string, readonly Recognizer[]>> = {
  '\\': [backslash],
  '<': [angle],
  '[': [link],
  '`': [codeSpan],
  ':': [emoji],
  '*': [span('**', 'bold'), span('*', 'italic')],
  _: [span('__', 'bold'), span('_', 'italic')],
  '~': [span('~~', 'strike')],
};

const inlines = (source: string, depth: number): readonly Inline[] =>
  scanInline(source, RECOGNIZERS, asIs, depth);

/** The everyday part of Markdown, for Slack's `markdown` block. Never throws; the rest stays text. */
export function parseMarkdown(source: string): readonly MarkedBlock[] {
  return blocksOf(source, {
    inline: (line) => inlines(line, 0),
    fenced: (raw) => raw.replace(/^[a-z0-9+#-]*\n/i, ''),
    quote: /^> ?/,
    bullet: /^( *)[-*+•] +(?=\S)/,
    number: /^( *)(\d{1,9})[.)] +(?=\S)/,
    heading: /^(#{1,6}) +(?=\S)/,
    rule: /^ {0,3}(?:-{3,}|\*{3,}|_{3,})\s*$/,
  });
}
