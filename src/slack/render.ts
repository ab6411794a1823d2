import type {
  ActionsBlock,
  ConfirmationDialog,
  KnownBlock,
  PlainTextElement,
  TableBlock,
} from '@slack/types';
import type { Cell, Choice, Line, Part, Reply, Run, Sure, TableRow } from '../wording/reply.ts';
import { cellText, plain } from '../wording/reply.ts';
import { fitted } from './fitted.ts';
import { dateCell, richText, type TextPart } from './rich-text.ts';
import { cut, escaped, shown } from './shown.ts';

/** Text and blocks of a message. */
export interface Message {
  readonly text: string;
  readonly blocks: KnownBlock[];
}

/** Limits of Slack, with room to spare: 50 blocks and about 13,000 characters a message, 100 rows a table. */
const most = {
  text: 3000,
  blocks: 45,
  all: 9000,
  rows: 100,
  cell: 150,
  label: 75,
  buttons: 25,
  note: 1900,
  sureTitle: 100,
  sureText: 300,
  sureButton: 30,
};

/** Gives a reply its looks. The only place that knows Block Kit. */
export function render({ text, parts, choices = [] }: Reply): Message {
  const body = blocksOf(fitted(oneTable(parts.map(withShortCells)), most.all));
  return {
    text: cut(escaped(text), most.text),
    blocks: [...body.slice(0, most.blocks), ...buttons(choices)],
  };
}

/** The same without tables, for a workspace that does not know them. */
export function renderPlainly(reply: Reply): Message {
  const parts = reply.parts.map((part): Part => (part.kind === 'table' ? asBullets(part) : part));
  return render({ ...reply, parts });
}

function blocksOf(parts: readonly Part[]): KnownBlock[] {
  const blocks: KnownBlock[] = [];
  let texts: TextPart[] = [];
  const flush = () => {
    if (texts.length > 0) blocks.push(richText(texts));
    texts = [];
  };
  for (const part of parts) {
    if (part.kind === 'note') {
      flush();
      blocks.push(noteBlock(plain(part.line)));
    } else if (part.kind === 'table') {
      flush();
      blocks.push(tableBlock(part.rows));
    } else texts.push(part);
  }
  flush();
  return blocks;
}

function noteBlock(text: string): KnownBlock {
  return {
    type: 'context',
    elements: [{ type: 'plain_text', text: cut(shown(text), most.note), emoji: false }],
  };
}

function tableBlock(rows: readonly TableRow[]): TableBlock {
  return {
    type: 'table',
    rows: rows.slice(0, most.rows).map((row) => row.map(tableCell)),
  };
}

function tableCell(cell: Cell): TableBlock['rows'][number][number] {
  if (typeof cell !== 'string') return dateCell(cell);
  return { type: 'raw_text', text: cell || '-' };
}

/** A message can hold one table; more of them become lists. */
function oneTable(parts: readonly Part[]): readonly Part[] {
  const first = parts.findIndex(({ kind }) => kind === 'table');
  return parts.map((part, at) => (part.kind === 'table' && at > first ? asBullets(part) : part));
}

function withShortCells(part: Part): Part {
  if (part.kind !== 'table') return part;
  return {
    ...part,
    rows: part.rows.map((row) => row.map(shortCell)),
  };
}

function shortCell(cell: Cell): Cell {
  return typeof cell === 'string' ? cut(shown(cell), most.cell) : cell;
}

function asBullets({ rows: [header = [], ...rows] }: Extract<Part, { kind: 'table' }>): Part {
  const titles = header.map((title, at) => (at === 0 ? '' : `, ${cellText(title)}: `));
  return { kind: 'bullets', items: rows.map((row) => asLine(row, titles)) };
}

/** Cells behind their titles, with text in as few runs as can be. */
function asLine(row: TableRow, titles: readonly string[]): Line {
  const runs: Run[] = [];
  let text = '';
  for (const [at, cell] of row.entries()) {
    text += titles[at] ?? ', ';
    if (typeof cell === 'string') text += cell;
    else {
      runs.push({ text }, cell);
      text = '';
    }
  }
  return text === '' ? runs : [...runs, { text }];
}

function buttons(choices: readonly Choice[]): ActionsBlock[] {
  if (choices.length === 0) return [];
  return [
    {
      type: 'actions',
      elements: choices.slice(0, most.buttons).map(({ label, value, tone, sure }, at) => ({
        type: 'button',
        action_id: `press:${at}`,
        value,
        text: { type: 'plain_text', text: cut(shown(label), most.label), emoji: false },
        ...(tone && { style: tone }),
        ...(sure && { confirm: lastQuestion(sure) }),
      })),
    },
  ];
}

function lastQuestion({ title, text, yes, no }: Sure): ConfirmationDialog {
  return {
    title: words(title, most.sureTitle),
    text: words(text, most.sureText),
    confirm: words(yes, most.sureButton),
    deny: words(no, most.sureButton),
    style: 'danger',
  };
}

function words(text: string, length: number): PlainTextElement {
  return { type: 'plain_text', text: cut(shown(text), length), emoji: false };
}
