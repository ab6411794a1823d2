import type { Slots } from './meaning.ts';
import type { Mention, MentionKind } from './mentions.ts';
import { quotedIn } from './pieces.ts';

/** What an operation speaks of, in the order in which its phrases do: `['image', 'project']`. */
export type SlotKinds = readonly string[];

/** What a name that the inventory lacks may stand for. */
const unknownMayBe = ['image', 'server', 'project', 'job', 'name'] as const;
const towards = new Set(['with', 'to', 'for', 'from', 'in', 'into']);

/** Sorts what a text names into slots; `wanted` settles what an unknown or ambiguous name is. */
export function findSlots(text: string, mentions: readonly Mention[], wanted: SlotKinds): Slots {
  const sorted = sortByKind(mentions, wanted);
  const values = (kind: MentionKind) => [
    ...new Set(sorted.filter(({ kinds }) => kinds.includes(kind)).flatMap(({ values }) => values)),
  ];
  const lists = {
    images: values('image'),
    servers: values('server'),
    projects: values('project'),
    people: values('person'),
    regions: values('region'),
    jobs: values('job'),
    buckets: values('bucket'),
    keys: values('key'),
    vaults: values('vault'),
    backups: values('backup'),
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

interface Sorted {
  readonly values: readonly string[];
  readonly kinds: readonly MentionKind[];
}

function sortByKind(mentions: readonly Mention[], wanted: SlotKinds): readonly Sorted[] {
  const sorted: Sorted[] = [];
  for (const mention of mentions) {
    const kinds = kindsOf(
      mention,
      wanted,
      sorted.map((earlier) => earlier.kinds),
    );
    sorted.push({ values: [mention.value, ...mention.also], kinds });
  }
  return sorted;
}

function kindsOf(
  { kinds, cue, called, before }: Mention,
  wanted: SlotKinds,
  earlier: readonly (readonly MentionKind[])[],
): readonly MentionKind[] {
  const isUnknown = kinds.includes('name');
  const cueFits = cue !== undefined && (isUnknown || kinds.includes(cue));
  if (wanted.length === 0) return cueFits ? [cue] : kinds;
  if (called && wanted.includes('name')) return ['name'];
  if (!isUnknown && kinds.length === 1) return kinds;
  if (cueFits) {
    const isNewName = isUnknown && !wanted.includes(cue) && wanted.includes('name');
    return isNewName ? ['name'] : [cue];
  }
  const possible = isUnknown ? unknownMayBe : kinds;
  const fitting = wanted.flatMap((kind) => possible.filter((one) => one === kind));
  if (isUnknown && before === 'as' && fitting.includes('name')) return ['name'];
  if (isUnknown && towards.has(before) && fitting.includes('project')) return ['project'];
  const last = earlier.at(-1);
  if (isUnknown && last && (before === 'and' || before.endsWith(','))) return last;
  const taken = earlier.flat();
  const next = fitting.find((kind) => !taken.includes(kind)) ?? fitting[0];
  return next === undefined ? kinds : [next];
}

function gigabytes(size: string): number {
  const amount = Number.parseFloat(size);
  if (/ti?b$/.test(size)) return amount * 1024;
  return /mi?b$/.test(size) ? amount / 1024 : amount;
}
