import { angleToken, unescaped } from './angle-token.ts';
import { codeSpan, emoji, type Recognizer, scanInline, spanInside } from './inline-scanner.ts';
import { blocksOf } from './line-blocks.ts';
import type { Inline, MarkedBlock } from './marked-text.ts';

const DEEPEST = 6;

const token: Recognizer = (source, at) => {
  const end = source.indexOf('>', at);
  const inline = end < 0 ? undefined : angleToken(source.slice(at + 1, end));
  return inline && { inline, used: end + 1 - at };
};

const code: Recognizer = (source, at, scan) => {
  const found = codeSpan(source, at, scan);
  return found?.inline.kind === 'code'
    ? { ...found, inline: { kind: 'code', text: unescaped(found.inline.text) } }
    : undefined;
};

const span =
  (mark: string, kind: 'bold' | 'italic' | 'strike'): Recognizer =>
  (source, at, scan) => {
    if (scan.depth >= DEEPEST) return undefined;
    const inside = spanInside(source, at, mark, scan);
    return inside === undefined
      ? undefined
      : { inline: { kind, children: inlines(inside, scan.depth + 1) }, used: inside.length + 2 };
  };

const RECOGNIZERS: Readonly<Record<string, readonly Recognizer[]>> = {
  '<': [token],
  '`': [code],
  ':': [emoji],
  '*': [span('*', 'bold')],
  _: [span('_', 'italic')],
  '~': [span('~', 'strike')],
};

const inlines = (source: string, depth: number): readonly Inline[] =>
  scanInline(source, RECOGNIZERS, unescaped, depth);

const parseLine = (source: string): readonly Inline[] => inlines(source, 0);

/** A whole text in Slack's mrkdwn. Never throws; what is not a mark stays text. */
export function parseMrkdwn(source: string): readonly MarkedBlock[] {
  return blocksOf(source, {
    inline: parseLine,
    fenced: unescaped,
    quote: /^(?:&gt;|>) ?(?!&gt;|>)/,
    bullet: /^( *)[•◦▪-] +(?=\S)/,
  });
}
