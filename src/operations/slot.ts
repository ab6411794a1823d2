import type { Asking } from './operation.ts';
import { listed, wordsOf } from './words.ts';

/** Slot name -> what was said for it, word for word. */
export type RawSlots = Readonly<Record<string, readonly string[]>>;

/** Slot name -> IDs or checked values. */
export type Filled = Readonly<Record<string, readonly string[]>>;

/** A thing that somebody may mean. */
export interface Option {
  /** What is kept: an ID or a value. */
  readonly value: string;
  /** What people see and say. */
  readonly label: string;
  /** Key of its status below `statuses` in intents/wording, e.g. `image.killed`. */
  readonly status?: string;
  /** Tells two with the same label apart, e.g. "from team-data". */
  readonly detail?: string;
}

/** A kind of thing that can fill a slot. */
export interface SlotKind {
  /** What it can be, most likely first. */
  readonly options: (asking: Asking) => readonly Option[];
  /** The options worth offering, where some would be refused whatever else is said; those can still be said. */
  readonly offered?: (asking: Asking) => readonly Option[];
  /** Accepts words that are no option: names for new things, numbers. Undefined: not one of these either. */
  readonly accept?: (said: string, asking: Asking) => string | undefined;
  /** Anything can be said; the options, if there are any, are only suggestions. */
  readonly open?: true;
  /**
   * What "all" stands for, where it stands for something. `which`: the words after it, such as "from team-web"; undefined
   * where these mean nothing to it.
   */
  readonly every?: (asking: Asking, which: string) => readonly string[] | undefined;
}

/** One piece that an operation needs. */
export interface Slot {
  readonly name: string;
  readonly kind: SlotKind;
  /** Asked for when it is missing; it may depend on the pieces before it. */
  readonly required: boolean | ((filled: Filled, asking: Asking) => boolean);
  readonly many: boolean;
  /** In free words it may stand among other names, and what does not fit is none of them. */
  readonly loose?: true;
  /** What the understanding calls it: `images`, `servers`, `projects` ...; the first that was said counts. */
  readonly from: readonly string[];
}

/** Whether a piece has to be there, given the others. */
export function isNeeded({ required }: Slot, filled: Filled, asking: Asking): boolean {
  return typeof required === 'boolean' ? required : required(filled, asking);
}

/** What somebody is offered to choose from. */
export function offeredBy(kind: SlotKind, asking: Asking): readonly Option[] {
  return (kind.offered ?? kind.options)(asking);
}

export type Found =
  | { readonly kind: 'found'; readonly value: string }
  | { readonly kind: 'several'; readonly options: readonly Option[] }
  | { readonly kind: 'unknown'; readonly near: readonly Option[] };

/** Names nearest to what was said, best first; none when nothing is near. */
export type Nearest = (said: string, names: readonly string[]) => readonly string[];

/** What "all", "all from team-web" or "all but web-golden" stands for; undefined for words that stand for one thing or none. */
export function everyOf(
  words: string,
  kind: SlotKind,
  asking: Asking,
): readonly string[] | undefined {
  const said = everything.exec(words.trim())?.groups;
  if (!said || !kind.every) return undefined;
  const options = kind.options(asking);
  const spared = listed(wordsOf(said.but ?? '')).map(
    (name) => options.find(({ label }) => ignoringCase(label, name))?.value,
  );
  const all = spared.includes(undefined) ? undefined : kind.every(asking, said.which ?? '');
  return all?.filter((value) => !spared.includes(value));
}

const everything =
  /^(?:all|everything)(?:\s+(?!except|but|without|apart from|other than)(?<which>.+?))?(?:\s+(?:except|but|without|apart from|other than)\s+(?<but>.+))?$/i;

/** What somebody meant: an exact ID or name first, then the same name in other letters, then what the kind accepts. */
export function find(said: string, kind: SlotKind, asking: Asking, nearest: Nearest): Found {
  const options = kind.options(asking);
  const id = options.find(({ value }) => value === said);
  if (id) return { kind: 'found', value: id.value };

  for (const same of [exactly, ignoringCase]) {
    const named = options.filter(({ label }) => same(label, said));
    const [only] = named;
    if (only && named.length === 1) return { kind: 'found', value: only.value };
    if (named.length > 1) return { kind: 'several', options: named };
  }
  const accepted = kind.accept?.(said, asking);
  if (accepted !== undefined) return { kind: 'found', value: accepted };

  const names = nearest(
    said,
    options.map(({ label }) => label),
  );
  const near = names.flatMap((name) => options.find(({ label }) => label === name) ?? []);
  return { kind: 'unknown', near };
}

const exactly = (label: string, said: string) => label === said;
const ignoringCase = (label: string, said: string) => label.toLowerCase() === said.toLowerCase();
