import type { TraceEntry } from '../../workshop-api.ts';

/** Entries by what they say, newest first. */
export function matching(entries: readonly TraceEntry[], wanted: string): readonly TraceEntry[] {
  const words = wanted.toLowerCase().split(/\s+/).filter(Boolean);
  return entries
    .filter((entry) => {
      const text = JSON.stringify(entry).toLowerCase();
      return words.every((word) => text.includes(word));
    })
    .toReversed();
}

/** Puts changed entries in the place of the old ones. */
export function merged(
  known: readonly TraceEntry[],
  news: readonly TraceEntry[],
): readonly TraceEntry[] {
  const byId = new Map([...known, ...news].map((entry) => [entry.id, entry]));
  return [...byId.values()].toSorted((one, other) => one.id - other.id);
}
