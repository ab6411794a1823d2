/** A stretch of text in one style. `text` is shown as it is: nothing in it is ever read as markup. */
export interface Run {
  readonly text: string;
  readonly bold?: true;
  readonly italic?: true;
  readonly code?: true;
  /** Only http and https addresses of our own making. */
  readonly link?: string;
  /** A moment in ISO 8601, UTC: each reader sees it in their own zone where Slack can show it so, else `text`. */
  readonly at?: string;
}

/** A stretch of text that is a moment. */
export type Moment = Run & Required<Pick<Run, 'at'>>;

export type Line = readonly Run[];

/** A piece of a reply, below one another. */
export type Part =
  | { readonly kind: 'paragraph'; readonly lines: readonly Line[] }
  | { readonly kind: 'bullets'; readonly items: readonly Line[] }
  | { readonly kind: 'facts'; readonly rows: readonly FactRow[] }
  | { readonly kind: 'table'; readonly rows: readonly TableRow[] }
  /** Small print. */
  | { readonly kind: 'note'; readonly line: Line };

export interface FactRow {
  readonly label: string;
  readonly value: Line;
}

export type Cell = string | Moment;

/** Cells from left to right; the first row of a table is its header. */
export type TableRow = readonly Cell[];

/** A button. `value` is what the press brings back: short, opaque, and checked like any input. */
export interface Choice {
  readonly label: string;
  readonly value: string;
  readonly tone?: 'primary' | 'danger';
  /** What its presser thinks of the answer: where Slack has small buttons for that, the two of them are such. */
  readonly thumb?: 'up' | 'down';
  /** Asked once more before the press counts, for what cannot be undone or hurts others. */
  readonly sure?: Sure;
}

/** A last question before a press: plain words. */
export interface Sure {
  readonly title: string;
  readonly text: string;
  readonly yes: string;
  readonly no: string;
}

/** A job whose progress the message of a reply shows from now on. */
export interface Card {
  readonly project: string;
  readonly job: string;
}

/** A file that goes with a reply, such as a whole list as CSV. */
export interface ReplyFile {
  /** With its ending, e.g. `images.csv`. */
  readonly name: string;
  readonly content: string;
}

/** What Goldie says. Plain data: src/slack alone knows what it looks like. */
export interface Reply {
  /** The whole outcome in a sentence or two: notifications and screen readers get only this. */
  readonly text: string;
  readonly parts: readonly Part[];
  readonly choices?: readonly Choice[];
  /** `asker`: private matters such as permissions, shown to nobody else in a channel. */
  readonly seenBy: 'everyone' | 'asker';
  readonly card?: Card;
  /** Where the reply is seen by the asker alone, they get it in their direct messages. */
  readonly file?: ReplyFile;
  /** Further messages that follow this one, each with buttons of its own. */
  readonly more?: readonly Reply[];
}

/** The words of a cell. */
export function cellText(cell: Cell): string {
  return typeof cell === 'string' ? cell : cell.text;
}

/** The words of a line without their styles. */
export function plain(line: Line): string {
  return line.map(({ text }) => text).join('');
}

/** What a reply says, down to its small print, line by line. */
export function plainLines({ parts }: Pick<Reply, 'parts'>): readonly string[] {
  return parts.flatMap(linesIn);
}

function linesIn(part: Part): readonly string[] {
  switch (part.kind) {
    case 'paragraph':
      return part.lines.map(plain);
    case 'bullets':
      return part.items.map((item) => `- ${plain(item)}`);
    case 'facts':
      return part.rows.map(({ label, value }) => `${label}: ${plain(value)}`);
    case 'table':
      return part.rows.map((row) => row.map(cellText).join(' | '));
    case 'note':
      return [plain(part.line)];
  }
}

/** A reply that is one paragraph. */
export function saying(...lines: readonly Line[]): Reply {
  return {
    text: lines.map(plain).join(' '),
    parts: [{ kind: 'paragraph', lines }],
    seenBy: 'everyone',
  };
}

/** The same reply, shown to the asker alone. */
export function privately(reply: Reply): Reply {
  return { ...reply, seenBy: 'asker' };
}
