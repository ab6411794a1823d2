import {
  DamerauLevenshteinDistance,
  JaroWinklerDistance,
} from 'natural/lib/natural/distance/index.js';
import type { Known } from './meaning.ts';

/** The kinds of thing that have a name in the inventory; of a name that several bear, the first is the likeliest. */
const kindsByLikelihood = [
  'image',
  'server',
  'project',
  'region',
  'job',
  'bucket',
  'key',
  'vault',
  'backup',
] as const;
export type NamedKind = (typeof kindsByLikelihood)[number];

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
const madeOfProjects = new WeakMap<Known['projects'], Names>();

/** The index of an inventory; made once for each inventory object. */
export function nameIndex(known: Known): NameIndex {
  const before = made.get(known);
  if (before) return before;
  const index = indexOf([ownNames(known), projectNames(known.projects)]);
  made.set(known, index);
  return index;
}

/** Names of some part of an inventory. */
interface Names {
  readonly byName: ReadonlyMap<string, KnownName>;
  readonly bySquashed: ReadonlyMap<string, KnownName>;
  /** Squashed names by the figures in them: web-01 is never a misspelt web-02. */
  readonly byFigures: ReadonlyMap<string, ReadonlySet<string>>;
  readonly longest: number;
}

/** Every inventory names the same projects, of which there may be thousands. */
function projectNames(projects: Known['projects']): Names {
  const before = madeOfProjects.get(projects);
  if (before) return before;
  const names = namesOf(projects.map(({ name, id }) => ['project', name, id]));
  madeOfProjects.set(projects, names);
  return names;
}

function ownNames(known: Known): Names {
  const named = (kind: NamedKind, things: Known['images']) =>
    things.map(({ name, id }) => [kind, name, id] as const);
  const called = (kind: NamedKind, names: readonly string[]) =>
    names.map((name) => [kind, name, name] as const);
  return namesOf([
    ...named('image', known.images),
    ...named('server', known.servers),
    ...called('region', known.regions),
    ...called('job', known.jobs),
    ...called('bucket', known.buckets),
    ...named('key', known.keys),
    ...named('vault', known.vaults),
    ...named('backup', known.backups),
  ]);
}

function namesOf(things: readonly (readonly [kind: NamedKind, name: string, id: string])[]): Names {
  const byName = new Map<string, KnownName>();
  const bySquashed = new Map<string, KnownName>();
  const byFigures = new Map<string, Set<string>>();
  for (const [kind, name, id] of things) {
    const squashed = squash(name);
    for (const [key, map] of [
      [name.toLowerCase(), byName],
      [id.toLowerCase(), byName],
      [squashed, bySquashed],
    ] as const) {
      const shown = key === id.toLowerCase() && key !== name.toLowerCase() ? id : name;
      const kinds = map.get(key)?.kinds ?? [];
      if (!kinds.includes(kind)) map.set(key, { name: shown, kinds: [...kinds, kind] });
    }
    const figures = figuresIn(squashed);
    byFigures.set(figures, (byFigures.get(figures) ?? new Set()).add(squashed));
  }
  const longest = [...byName.keys()].reduce(
    (most, name) => Math.min(longestName, Math.max(most, name.split(' ').length)),
    1,
  );
  return { byName, bySquashed, byFigures, longest };
}

function indexOf(parts: readonly Names[]): NameIndex {
  return {
    longest: Math.max(...parts.map(({ longest }) => longest)),
    exact: (text) => {
      const key = text.toLowerCase().replace(/\s+/g, ' ');
      return together(parts.map(({ byName }) => byName.get(key)));
    },
    squashed: (text) => {
      const key = squash(text);
      if (key.length < shortestSquashed) return undefined;
      return together(parts.map(({ bySquashed }) => bySquashed.get(key)));
    },
    similar: (text) => {
      const found = closest(squash(text), parts);
      return found === undefined
        ? undefined
        : together(parts.map(({ bySquashed }) => bySquashed.get(found)));
    },
  };
}

/** One name with the kinds of thing that bear it in any part. */
function together(found: readonly (KnownName | undefined)[]): KnownName | undefined {
  const [first, ...others] = found.flatMap((one) => one ?? []);
  if (first === undefined || others.length === 0) return first;
  const kinds = new Set([first, ...others].flatMap((one) => one.kinds));
  return { name: first.name, kinds: kindsByLikelihood.filter((kind) => kinds.has(kind)) };
}

function closest(wanted: string, parts: readonly Names[]): string | undefined {
  if (wanted.length < shortestSquashed) return undefined;
  const most = wanted.length > 8 ? 2 : 1;
  const figures = figuresIn(wanted);
  const candidates = new Set(parts.flatMap(({ byFigures }) => [...(byFigures.get(figures) ?? [])]));
  let best: string | undefined;
  let bestScore = closeEnough;
  let tied = false;
  for (const name of candidates) {
    if (Math.abs(name.length - wanted.length) > most) continue;
    if (DamerauLevenshteinDistance(wanted, name, { restricted: true }) > most) continue;
    const score = JaroWinklerDistance(wanted, name);
    if (score < bestScore) continue;
    tied = score === bestScore && best !== undefined;
    best = name;
    bestScore = score;
  }
  return tied ? undefined : best;
}

function figuresIn(text: string): string {
  return text.replace(/\D/g, '');
}

function squash(text: string): string {
  return text.toLowerCase().replace(/[\s_.-]+/g, '');
}
