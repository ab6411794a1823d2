import { cellText, type FactRow, type Line, type Part, type TableRow } from '../wording/reply.ts';
import { cut } from './shown.ts';

/**
 * As many parts as fit into so many characters, from the top. The part that does not fit whole is shortened, and what
 * comes after it is left out.
 */
export function fitted(parts: readonly Part[], most: number): readonly Part[] {
  const kept: Part[] = [];
  let left = most;
  for (const part of parts) {
    const size = sizeOf(part);
    if (size <= left) {
      kept.push(part);
      left -= size;
      continue;
    }
    return [...kept, ...shortened(part, left), ellipsis];
  }
  return kept;
}

const ellipsis: Part = { kind: 'note', line: [{ text: '…' }] };

function sizeOf(part: Part): number {
  switch (part.kind) {
    case 'paragraph':
      return sum(part.lines.map(lengthOf));
    case 'bullets':
      return sum(part.items.map(lengthOf));
    case 'facts':
      return sum(part.rows.map(factLength));
    case 'table':
      return sum(part.rows.map(rowLength));
    case 'note':
      return lengthOf(part.line);
  }
}

/** What there is room for: lines, or rows, or at least the beginning of a line. */
function shortened(part: Part, left: number): readonly Part[] {
  switch (part.kind) {
    case 'paragraph':
      return [{ ...part, lines: upToOrCut(part.lines, left) }];
    case 'bullets':
      return [{ ...part, items: upToOrCut(part.items, left) }];
    case 'facts':
      return some(upTo(part.rows, left, factLength), (rows) => ({ ...part, rows }));
    case 'table':
      return some(upTo(part.rows, left, rowLength), (rows) => ({ ...part, rows }));
    case 'note':
      return [];
  }
}

function some<T>(rows: readonly T[], part: (rows: readonly T[]) => Part): readonly Part[] {
  return rows.length === 0 ? [] : [part(rows)];
}

function upToOrCut(lines: readonly Line[], left: number): readonly Line[] {
  const kept = upTo(lines, left, lengthOf);
  return kept.length > 0
    ? kept
    : [
        [
          {
            text: cut(
              lines
                .flat()
                .map(({ text }) => text)
                .join(''),
              Math.max(left, 1),
            ),
          },
        ],
      ];
}

function upTo<T>(all: readonly T[], most: number, length: (one: T) => number): readonly T[] {
  let used = 0;
  const end = all.findIndex((one) => {
    used += length(one);
    return used > most;
  });
  return end < 0 ? all : all.slice(0, end);
}

function lengthOf(line: Line): number {
  return sum(line.map(({ text }) => text.length));
}

function factLength({ label, value }: FactRow): number {
  return label.length + lengthOf(value);
}

function rowLength(row: TableRow): number {
  return sum(row.map((cell) => cellText(cell).length));
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, one) => total + one, 0);
}
