import {
  DamerauLevenshteinDistance,
  JaroWinklerDistance,
} from 'natural/lib/natural/distance/index.js';
import type { Known } from './meaning.ts';

/** The kinds of thing that have a name in the inventory. */
export type NamedKind =
  | 'image'
  | 'server'
  | 'project'
  | 'region'
  | 'job'
  | 'bucket'
  | 'key'
  | 'vault'
  | 'backup';

/** A name of the inventory, with all kinds of thing that bear it. */
export interface KnownName {
  readonly name: string;
  readonly kinds: readonly NamedKind[];
}

/** Looks names up: as written, without regard to spaces, dots and dashes, and misspelt. */
export interface NameIndex {
  exact(text: string): KnownName | undefined;
  squashed(text: string): KnownName | undefined;
  /** The one name that is close enough; undefined when there is none or when two are equally close. */
  similar(text: string): KnownName | undefined;
  /** The most words that a name has. */
  readonly longest: number;
}

/** In words; nobody types more of a name. */
const longestName = 8;
const shortestSquashed = 5;
const closeEnough = 0.88;

const made = new WeakMap<Known, NameIndex>();

/** The index of an inventory; made once for each inventory object. */
export function nameIndex(known: Known): NameIndex {
  const before = made.get(known);
  if (before) return before;
  const index = newIndex(known);
  made.set(known, index);
  return index;
}

function newIndex(known: Known): NameIndex {
  const byName = new Map<string, KnownName>();
  const bySquashed = new Map<string, KnownName>();
  const put = (kind: NamedKind, name: string, id: string) => {
    for (const [key, map] of [
      [name.toLowerCase(), byName],
      [id.toLowerCase(), byName],
      [squash(name), bySquashed],
    ] as const) {
      const shown = key === id.toLowerCase() && key !== name.toLowerCase() ? id : name;
      const kinds = map.get(key)?.kinds ?? [];
      if (!kinds.includes(kind)) map.set(key, { name: shown, kinds: [...kinds, kind] });
    }
  };
  for (const { name, id } of known.images) put('image', name, id);
  for (const { name, id } of known.servers) put('server', name, id);
  for (const { name, id } of known.projects) put('project', name, id);
  for (const name of known.regions) put('region', name, name);
  for (const name of known.jobs) put('job', name, name);
  for (const name of known.buckets) put('bucket', name, name);
  for (const { name, id } of known.keys) put('key', name, id);
  for (const { name, id } of known.vaults) put('vault', name, id);
  for (const { name, id } of known.backups) put('backup', name, id);

  return {
    longest: [...byName.keys()].reduce(
      (most, name) => Math.min(longestName, Math.max(most, name.split(' ').length)),
      1,
    ),
    exact: (text) => byName.get(text.toLowerCase().replace(/\s+/g, ' ')),
    squashed: (text) => {
      const key = squash(text);
      return key.length < shortestSquashed ? undefined : bySquashed.get(key);
    },
    similar: (text) => closest(squash(text), bySquashed),
  };
}

function closest(wanted: string, names: ReadonlyMap<string, KnownName>): KnownName | undefined {
  if (wanted.length < shortestSquashed) return undefined;
  const most = wanted.length > 8 ? 2 : 1;
  const figures = wanted.replace(/\D/g, '');
  let best: KnownName | undefined;
  let bestScore = closeEnough;
  let tied = false;
  for (const [name, known] of names) {
    // web-01 is never a misspelt web-02
    if (Math.abs(name.length - wanted.length) > most || name.replace(/\D/g, '') !== figures)
      continue;
    if (DamerauLevenshteinDistance(wanted, name, { restricted: true }) > most) continue;
    const score = JaroWinklerDistance(wanted, name);
    if (score < bestScore) continue;
    tied = score === bestScore && best !== undefined;
    best = known;
    bestScore = score;
  }
  return tied ? undefined : best;
}

function squash(text: string): string {
  return text.toLowerCase().replace(/[\s_.-]+/g, '');
}
