import type { Slots } from './meaning.ts';
import { type Mention, type MentionKind, quotedIn } from './mentions.ts';

/** What an operation speaks of, in the order in which its phrases do: `['image', 'project']`. */
export type SlotKinds = readonly string[];

const towards = new Set(['with', 'to', 'for', 'from', 'in', 'into', 'as']);

/** Sorts what a text names into slots; `wanted` settles what an unknown or ambiguous name is. */
export function findSlots(text: string, mentions: readonly Mention[], wanted: SlotKinds): Slots {
  const values = (kind: MentionKind) => [
    ...new Set(
      mentions
        .filter((mention) => kindsOf(mention, wanted).includes(kind))
        .map(({ value }) => value),
    ),
  ];
  const lists = {
    images: values('image'),
    servers: values('server'),
    projects: values('project'),
    people: values('person'),
    regions: values('region'),
    jobs: values('job'),
    clouds: values('cloud'),
    names: values('name'),
    quoted: quotedIn(text).map(({ value }) => value),
    sizesGb: values('size').map((size) => gigabytes(size)),
    ramMb: values('ram').map((size) => gigabytes(size) * 1024),
    counts: values('count').map(Number),
  };
  const named = Object.entries(lists).filter(([, list]) => list.length > 0);
  const all = /\b(?:all|every|everything)\b/i.test(text);
  return { ...Object.fromEntries(named), ...(all ? { all } : {}) };
}

function kindsOf(mention: Mention, wanted: SlotKinds): readonly MentionKind[] {
  const { kinds, cue, called, before } = mention;
  const isUnknown = kinds.includes('name');
  if (wanted.length === 0) {
    return cue !== undefined && (isUnknown || kinds.includes(cue)) ? [cue] : kinds;
  }
  if (called && wanted.includes('name')) return ['name'];
  if (!isUnknown && kinds.length === 1) return kinds;
  const possible = isUnknown ? (['image', 'server', 'project', 'job', 'name'] as const) : kinds;
  const fitting = wanted.flatMap((kind) => possible.filter((one) => one === kind));
  if (cue !== undefined && possible.some((kind) => kind === cue)) {
    if (fitting.some((kind) => kind === cue) || !isUnknown) return [cue];
    return wanted.includes('name') ? ['name'] : [cue];
  }
  if (isUnknown && towards.has(before) && fitting.includes('project')) return ['project'];
  const [first] = fitting;
  return first === undefined ? kinds : [first];
}

function gigabytes(size: string): number {
  const amount = Number.parseFloat(size);
  if (/ti?b$/.test(size)) return amount * 1024;
  return /mi?b$/.test(size) ? amount / 1024 : amount;
}
