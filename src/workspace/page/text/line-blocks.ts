import type { InlineParser, ListItem, MarkedBlock } from './marked-text.ts';

/** How a dialect marks lines. `bullet` and `number` capture the indentation first. */
export interface Dialect {
  readonly inline: InlineParser;
  readonly fenced: (raw: string) => string;
  readonly quote: RegExp;
  readonly bullet: RegExp;
  readonly number?: RegExp;
  readonly heading?: RegExp;
  readonly rule?: RegExp;
}

interface Item extends ListItem {
  readonly ordered: boolean;
}

function itemOf(line: string, { bullet, number, inline }: Dialect): Item | undefined {
  const bulleted = bullet.exec(line);
  if (bulleted) {
    const [mark, spaces = ''] = bulleted;
    return { ordered: false, indent: spaces.length >> 1, line: inline(line.slice(mark.length)) };
  }
  const numbered = number?.exec(line);
  if (!numbered) return undefined;
  const [mark, spaces = '', digits = '1'] = numbered;
  return {
    ordered: true,
    indent: spaces.length >> 1,
    number: Number(digits),
    line: inline(line.slice(mark.length)),
  };
}

function lineBlock(line: string, dialect: Dialect): MarkedBlock {
  const { quote, heading, rule, inline } = dialect;
  if (rule?.test(line)) return { kind: 'rule' };
  const headed = heading?.exec(line);
  if (headed) {
    const [mark, hashes = ''] = headed;
    return { kind: 'heading', level: hashes.length, line: inline(line.slice(mark.length)) };
  }
  const quoted = quote.exec(line);
  if (quoted) return { kind: 'quote', lines: [inline(line.slice(quoted[0].length))] };
  const item = itemOf(line, dialect);
  if (item) {
    const { ordered, ...rest } = item;
    return { kind: 'list', ordered, items: [rest] };
  }
  return { kind: 'lines', lines: [inline(line)] };
}

function joined(before: MarkedBlock | undefined, next: MarkedBlock): MarkedBlock | undefined {
  if (before?.kind === 'lines' && next.kind === 'lines') {
    return { kind: 'lines', lines: [...before.lines, ...next.lines] };
  }
  if (before?.kind === 'quote' && next.kind === 'quote') {
    return { kind: 'quote', lines: [...before.lines, ...next.lines] };
  }
  if (before?.kind === 'list' && next.kind === 'list' && before.ordered === next.ordered) {
    return { ...before, items: [...before.items, ...next.items] };
  }
  return undefined;
}

function withoutEmptyEdges(block: MarkedBlock): MarkedBlock[] {
  if (block.kind !== 'lines') return [block];
  const first = block.lines.findIndex((line) => line.length > 0);
  const last = block.lines.findLastIndex((line) => line.length > 0);
  return first < 0 ? [] : [{ kind: 'lines', lines: block.lines.slice(first, last + 1) }];
}

function unfenced(source: string, dialect: Dialect): readonly MarkedBlock[] {
  const blocks: MarkedBlock[] = [];
  for (const line of source.split('\n')) {
    const next = lineBlock(line, dialect);
    const both = joined(blocks.at(-1), next);
    if (both) blocks.splice(-1, 1, both);
    else blocks.push(next);
  }
  return blocks.flatMap(withoutEmptyEdges);
}

/** Splits a text into fenced code and lines, and lines into quotes, lists and paragraphs. */
export function blocksOf(source: string, dialect: Dialect): readonly MarkedBlock[] {
  const parts = source.replaceAll('\r\n', '\n').split('```');
  const tail = parts.length % 2 === 0 ? parts.pop() : undefined;
  if (tail !== undefined) parts.push(`${parts.pop() ?? ''}\`\`\`${tail}`);
  return parts.flatMap((part, index): readonly MarkedBlock[] => {
    if (index % 2 === 0) return unfenced(part, dialect);
    const text = dialect.fenced(part).replace(/^\n/, '').replace(/\n$/, '');
    return text === '' ? [] : [{ kind: 'pre', text }];
  });
}
