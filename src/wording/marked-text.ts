import type { Line, Moment, Run } from './reply.ts';

export type Facts = Readonly<Record<string, string | number | boolean | Moment>>;

const piece =
  /\{\{(?<fact>[\w.-]+)(?:\|(?<one>[^|{}]*)\|(?<many>[^|{}]*))?\}\}|(?<mark>[*_`])|(?<text>[^{*_`]+|\{)/g;

/**
 * Turns a sentence of ours into runs. Known marks: `*bold*`, `_italic_`, `` `code` `` and `{{fact}}`;
 * `{{count|image|images}}` is the word that goes with the number. Facts become text as they are, whatever they hold, so
 * a name can never become markup, a link or a ping. A number is written as `numbers` says, except in code, where it is to be
 * typed. A fact that is not given is a mistake in intents/, so it throws.
 */
export function markedLine(
  sentence: string,
  facts: Facts = {},
  numbers = new Intl.NumberFormat('en'),
): Line {
  const runs: Run[] = [];
  const open = new Set<string>();
  for (const { groups = {} } of sentence.matchAll(piece)) {
    const { mark, fact, one = '', many = '', text } = groups;
    const value = fact === undefined ? undefined : facts[fact];
    if (mark !== undefined && isMark(sentence, mark, open)) toggle(open, mark);
    else if (typeof value === 'object') runs.push({ ...value, ...styles(open) });
    else if (typeof value === 'number' && !one && !many && !open.has('`'))
      add(runs, open, numbers.format(value));
    else if (fact !== undefined)
      add(runs, open, one || many ? wordFor(facts, fact, one, many) : factNamed(facts, fact));
    else add(runs, open, text ?? mark ?? '');
  }
  return runs;
}

/** Paragraphs of several lines, one line each. */
export function markedLines(
  text: string,
  facts: Facts = {},
  numbers?: Intl.NumberFormat,
): readonly Line[] {
  return text
    .trim()
    .split('\n')
    .map((line) => markedLine(line, facts, numbers));
}

/** Names of the facts that a sentence needs. */
export function factsIn(sentence: string): readonly string[] {
  return [...sentence.matchAll(piece)].flatMap(({ groups }) => groups?.fact ?? []);
}

/** Inside code only the closing mark counts; a mark without a partner is a character like any other. */
function isMark(sentence: string, mark: string, open: ReadonlySet<string>): boolean {
  if (open.has('`') && mark !== '`') return false;
  return open.has(mark) || sentence.split(mark).length > 2;
}

function toggle(open: Set<string>, mark: string): void {
  if (!open.delete(mark)) open.add(mark);
}

function add(runs: Run[], open: ReadonlySet<string>, text: string): void {
  if (text === '') return;
  const style = [...open].sort().join('');
  const last = runs.at(-1);
  if (last && last.at === undefined && styleOf(last) === style)
    runs.splice(-1, 1, { ...last, text: last.text + text });
  else runs.push({ text, ...styles(open) });
}

function styles(open: ReadonlySet<string>): Pick<Run, 'bold' | 'italic' | 'code'> {
  return {
    ...(open.has('*') && { bold: true }),
    ...(open.has('_') && { italic: true }),
    ...(open.has('`') && { code: true }),
  };
}

function styleOf({ bold, italic, code }: Run): string {
  return `${bold ? '*' : ''}${italic ? '_' : ''}${code ? '`' : ''}`;
}

function factNamed(facts: Facts, name: string): string {
  const value = facts[name];
  if (value === undefined)
    throw new Error(`{{${name}}} is not one of: ${Object.keys(facts).join(', ')}`);
  return typeof value === 'object' ? value.text : String(value);
}

function wordFor(facts: Facts, name: string, one: string, many: string): string {
  return factNamed(facts, name) === '1' ? one : many;
}
