import type { RichTextBlock, RichTextElement, RichTextSection } from '@slack/types';
import type { FactRow, Line, Moment, Part, Run } from '../wording/reply.ts';
import { shown } from './shown.ts';

/** Parts that are text become one rich_text block: its text elements are data and are never read as markup. */
export type TextPart = Extract<Part, { kind: 'paragraph' | 'bullets' | 'facts' }>;

export function richText(parts: readonly TextPart[]): RichTextBlock {
  return { type: 'rich_text', elements: parts.flatMap(elementsOf) };
}

function elementsOf(part: TextPart): RichTextBlock['elements'] {
  switch (part.kind) {
    case 'paragraph':
      return [section(joined(part.lines))];
    case 'bullets':
      return [{ type: 'rich_text_list', style: 'bullet', elements: part.items.map(section) }];
    case 'facts':
      return [section(joined(part.rows.map(factLine)))];
  }
}

/** A cell that is a moment, in each reader's own zone. */
export function dateCell({ at, text }: Moment): RichTextBlock {
  const elements = [date(at, text)];
  return { type: 'rich_text', elements: [{ type: 'rich_text_section', elements }] };
}

function date(at: string, fallback: string): Extract<RichTextElement, { type: 'date' }> {
  const timestamp = Math.floor(Date.parse(at) / 1000);
  return { type: 'date', timestamp, format: '{date_short} {time}', fallback };
}

function factLine({ label, value }: FactRow): Line {
  return [{ text: `${label}: `, bold: true }, ...value];
}

function joined(lines: readonly Line[]): Line {
  return lines.flatMap((line, at) => (at === 0 ? line : [{ text: '\n' }, ...line]));
}

function section(line: Line): RichTextSection {
  const seen = line.map((run) => ({ ...run, text: shown(run.text) }));
  const elements = seen.filter(({ text }) => text !== '').map(element);
  return {
    type: 'rich_text_section',
    elements: elements.length > 0 ? elements : [{ type: 'text', text: ' ' }],
  };
}

function element({ text, link, at, bold, italic, code }: Run): RichTextElement {
  const style = { ...(bold && { bold }), ...(italic && { italic }), ...(code && { code }) };
  const styled = Object.keys(style).length > 0 ? { style } : {};
  if (at !== undefined) return { ...date(at, text), ...styled };
  if (link !== undefined) return { type: 'link', url: link, text, ...styled };
  return { type: 'text', text, ...styled };
}
