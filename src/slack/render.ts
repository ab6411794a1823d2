import type {
  ActionsBlock,
  ConfirmationDialog,
  ContextActionsBlock,
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

/** Blocks that not every workspace takes. What they show can be shown without them. */
type Special = 'table' | 'context_actions';

const specials: ReadonlySet<string> = new Set<Special>(['table', 'context_actions']);

export function isSpecial(type: string): type is Special {
  return specials.has(type);
}

/** Gives a reply its looks. The only place that knows Block Kit. `without`: blocks that the workspace refuses. */
export function render(
  { text, parts, choices = [] }: Reply,
  without: ReadonlySet<string> = new Set(),
): Message {
  const taken = parts.map((part) =>
    part.kind === 'table' && without.has('table') ? asBullets(part) : part,
  );
  const body = blocksOf(fitted(oneTable(taken.map(withShortCells)), most.all));
  return {
    text: cut(escaped(text), most.text),
    blocks: [...body.slice(0, most.blocks), ...pressable(choices, without)],
  };
}

/** The same in blocks that are taken everywhere. */
export function renderPlainly(reply: Reply): Message {
  return render(reply, specials);
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

/** Buttons, and below them two small ones for what somebody thinks of the answer. */
function pressable(choices: readonly Choice[], without: ReadonlySet<string>): KnownBlock[] {
  const up = choices.find(({ thumb }) => thumb === 'up');
  const down = choices.find(({ thumb }) => thumb === 'down');
  if (!up || !down || without.has('context_actions')) return buttons(choices);
  return [...buttons(choices.filter(({ thumb }) => thumb === undefined)), thumbs(up, down)];
}

function thumbs(up: Choice, down: Choice): ContextActionsBlock {
  return {
    type: 'context_actions',
    elements: [
      {
        type: 'feedback_buttons',
        action_id: 'press:thumbs',
        positive_button: { text: words(up.label, most.label), value: up.value },
        negative_button: { text: words(down.label, most.label), value: down.value },
      },
    ],
  };
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
