import { findKnownNames } from './find-known-names.ts';
import { namesBetween } from './in-between.ts';
import type { NamedKind, NameIndex } from './name-index.ts';
import { piecesOf, quotedIn } from './pieces.ts';

/** What a stretch of text names. */
export type MentionKind = NamedKind | 'person' | 'size' | 'ram' | 'cloud' | 'count' | 'name';

/** A stretch of text that names something. */
export interface Mention {
  /** All kinds of thing that bear the name; `['name']` when nothing known does. */
  readonly kinds: readonly MentionKind[];
  readonly value: string;
  /** More names that it stands for: web-02 and web-03 in "web-01 to web-04". */
  readonly also: readonly string[];
  readonly start: number;
  readonly end: number;
  /** The word beside it says what it is: "image X", "the X server". */
  readonly cue?: NamedKind;
  /** It stands after "called" or "named". */
  readonly called: boolean;
  /** The word before it: "to", "from", "with". */
  readonly before: string;
}

/** What is needed to tell names from ordinary words. */
export interface Naming {
  readonly names: NameIndex;
  /** Whether a lower-case word is one that people use for other things than naming. */
  readonly isOrdinary: (word: string) => boolean;
  /** How people call the clouds, longest first. */
  readonly clouds: readonly (readonly [words: string, cloud: string])[];
}

const regionPattern = /^(?:eu|ap|cn|af|la|na|sa|me|tr|ru)-[a-z]{2,}(?:-[a-z]+)?(?:-?\d)?$/;
const idPattern = /^(?:[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}|[0-9a-f]{32})$/;
const compound =
  /^(?:re|un|pre|co|non|self|multi|cross|full|system|data|sub|in|on|off|up|well|read|third|opt|e)-[a-z]+$/;
const numbers = [
  'zero',
  'one',
  'two',
  'three',
  'four',
  'five',
  'six',
  'seven',
  'eight',
  'nine',
  'ten',
];
const cues: readonly (readonly [NamedKind, string])[] = [
  ['image', 'images?|templates?|snapshots?'],
  ['server', 'servers?|vms?|ecs|instances?|machines?|box|host'],
  ['project', 'projects?|tenants?|teams?|accounts?'],
  ['region', 'regions?'],
  ['job', 'jobs?|tasks?'],
  ['bucket', 'buckets?'],
  ['key', 'keys?'],
  ['vault', 'vaults?'],
  ['backup', 'backups?'],
];
/** A misspelt one is taken for it only when the word for it stands beside it: a new name may be like it by chance. */
const rare: ReadonlySet<NamedKind> = new Set(['bucket', 'key', 'vault', 'backup']);
const cueBefore = cues.map(
  ([kind, words]) => [kind, new RegExp(String.raw`\b(?:${words})\s+$`)] as const,
);
const cueAfter = cues.map(
  ([kind, words]) => [kind, new RegExp(String.raw`^\s+(?:${words})\b`)] as const,
);
const calledBefore =
  /\b(?:named|called|call (?:it|this|that)|name (?:it|this|that)|(?:save|saved|store|capture) .{1,80} as(?: (?:an? )?(?:new )?(?:image|template))?)\s+["'`]?$/;

/** Finds what a text names, in reading order; stretches do not overlap. */
export function findMentions(text: string, naming: Naming): readonly Mention[] {
  const found: Mention[] = [];
  const lower = text.toLowerCase();
  const isFree = (start: number, end: number) =>
    found.every((mention) => mention.end <= start || mention.start >= end);
  const add = (
    kinds: readonly MentionKind[],
    value: string,
    start: number,
    end: number,
    also: readonly string[] = [],
  ) => {
    if (!isFree(start, end)) return;
    const left = lower.slice(Math.max(0, start - 100), start).replace(/["'`(]+$/, '');
    const cue = cueAt(lower, start, end);
    const before = /(\S+)\s*$/.exec(left)?.[1] ?? '';
    const called = calledBefore.test(left);
    found.push({
      kinds,
      value,
      also,
      start,
      end,
      called,
      before,
      ...(cue === undefined ? {} : { cue }),
    });
  };

  for (const match of text.matchAll(/@([UW][A-Z0-9]{2,})\b/g)) {
    add(['person'], match[1] ?? '', match.index, match.index + match[0].length);
  }
  for (const { value, start, end } of quotedIn(text)) {
    const known = naming.names.exact(value) ?? naming.names.squashed(value);
    if (known) add(known.kinds, known.name, start, end);
    else if (looksLikeName(value, naming)) add(['name'], value, start, end);
  }
  const pieces = piecesOf(text);
  const isNamed = (start: number) => {
    const left = lower.slice(Math.max(0, start - 20), start);
    return cueBefore.some(([, pattern]) => pattern.test(left));
  };
  const knownNames = findKnownNames(text, pieces, naming.names, naming.isOrdinary, isNamed);
  knownNames.forEach((one, at) => {
    const between = namesBetween(text, one, knownNames[at + 1], naming.names);
    add(one.known.kinds, one.known.name, one.start, one.end, between);
  });
  for (const match of lower.matchAll(
    /\b(\d+(?:\.\d+)?)\s?(tib|tb|gib|gb|mib|mb)\b(\s+(?:of\s+)?(?:ram|memory))?/g,
  )) {
    const kind = match[3] === undefined ? 'size' : 'ram';
    add([kind], `${match[1]}${match[2]}`, match.index, match.index + match[0].length);
  }
  for (const [words, cloud] of naming.clouds) {
    const at = wordAt(lower, words);
    if (at >= 0) add(['cloud'], cloud, at, at + words.length);
  }
  for (const { value, start, end } of pieces) {
    if (!isFree(start, end)) continue;
    const word = value.toLowerCase();
    const number = numbers.indexOf(word);
    const called = calledBefore.test(lower.slice(Math.max(0, start - 100), start));
    if (regionPattern.test(word)) add(['region'], word, start, end);
    else if (/^\d{1,6}$/.test(word)) add(['count'], word, start, end);
    else if (number > 1) add(['count'], String(number), start, end);
    else if (idPattern.test(word)) add(['name'], word, start, end);
    else if (!naming.isOrdinary(word)) {
      const known = /[\d._-]|.{6}/.test(word) ? naming.names.similar(value) : undefined;
      const isMeant = known?.kinds.some(
        (kind) => !rare.has(kind) || kind === cueAt(lower, start, end),
      );
      if (known && isMeant) add(known.kinds, known.name, start, end);
      else if (called || hasNameShape(word, naming)) add(['name'], value, start, end);
    } else if (called && !/^(?:a|an|the|it|like|as|in|on|by|for)$/.test(word))
      add(['name'], value, start, end);
  }
  return found.sort((one, other) => one.start - other.start);
}

/** The kind of thing that the word before or after a stretch says it is. */
function cueAt(lower: string, start: number, end: number): NamedKind | undefined {
  const left = lower.slice(Math.max(0, start - 100), start).replace(/["'`(]+$/, '');
  const right = lower.slice(end, end + 30).replace(/^["'`)]+/, '');
  return (
    cueBefore.find(([, pattern]) => pattern.test(left))?.[0] ??
    cueAfter.find(([, pattern]) => pattern.test(right))?.[0]
  );
}

function looksLikeName(value: string, { isOrdinary }: Naming): boolean {
  const words = value.toLowerCase().split(/\s+/);
  return words.length <= 2 || (words.length <= 5 && !words.every(isOrdinary));
}

/** web-01, golden_2026 and base.v2 look like names; full-ecs and re-share do not. */
function hasNameShape(word: string, { isOrdinary }: Naming): boolean {
  if (/^az\d+$/.test(word) || compound.test(word)) return false;
  if (/\d/.test(word) && /\p{L}/u.test(word)) return true;
  const parts = word.split(/[-_.]/);
  return parts.length > 1 && !parts.every((part) => part.length < 2) && !isOrdinary(word);
}

function wordAt(text: string, word: string): number {
  const at = text.indexOf(word);
  if (at < 0) return -1;
  const isEdge = (mark: string) => !/[\p{L}\p{N}_-]/u.test(mark);
  return isEdge(text.charAt(at - 1)) && isEdge(text.charAt(at + word.length)) ? at : -1;
}
