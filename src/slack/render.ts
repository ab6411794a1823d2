import type { ActionsBlock, KnownBlock, TableBlock } from '@slack/types';
import type { Choice, Part, Reply, TableRow } from '../wording/reply.ts';
import { plain } from '../wording/reply.ts';
import { richText, type TextPart } from './rich-text.ts';

/** Text and blocks of a message. */
export interface Message {
  readonly text: string;
  readonly blocks: KnownBlock[];
}

/** Limits of Slack, with room to spare: 50 blocks and about 13,000 characters a message, 100 rows a table. */
const most = { text: 3000, blocks: 45, rows: 100, cell: 150, label: 75, buttons: 25, note: 1900 };

/** Gives a reply its looks. The only place that knows Block Kit. */
export function render({ text, parts, choices = [] }: Reply): Message {
  const blocks = [...blocksOf(parts), ...buttons(choices)];
  return { text: cut(escaped(text), most.text), blocks: blocks.slice(0, most.blocks) };
}

/** The same without tables, for a workspace that does not know them. */
export function renderPlainly(reply: Reply): Message {
  const parts = reply.parts.map((part): Part => (part.kind === 'table' ? asBullets(part) : part));
  return render({ ...reply, parts });
}

/** Slack's three control characters, so that nothing in the text is read as a mention or a link. */
export function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
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
    elements: [{ type: 'plain_text', text: cut(text, most.note), emoji: false }],
  };
}

function tableBlock(rows: readonly TableRow[]): TableBlock {
  return {
    type: 'table',
    rows: rows
      .slice(0, most.rows)
      .map((row) => row.map((cell) => ({ type: 'raw_text', text: cut(cell || '-', most.cell) }))),
  };
}

function asBullets({ rows: [header = [], ...rows] }: Extract<Part, { kind: 'table' }>): Part {
  return {
    kind: 'bullets',
    items: rows.map((row) => [
      { text: row.map((cell, at) => (at === 0 ? cell : `${header[at]}: ${cell}`)).join(', ') },
    ]),
  };
}

function buttons(choices: readonly Choice[]): ActionsBlock[] {
  if (choices.length === 0) return [];
  return [
    {
      type: 'actions',
      elements: choices.slice(0, most.buttons).map(({ label, value, tone }, at) => ({
        type: 'button',
        action_id: `press:${at}`,
        value,
        text: { type: 'plain_text', text: cut(label, most.label), emoji: false },
        ...(tone && { style: tone }),
      })),
    },
  ];
}

function cut(text: string, length: number): string {
  const letters = Array.from(text);
  return letters.length <= length ? text : `${letters.slice(0, length - 1).join('')}…`;
}
