import {
  DamerauLevenshteinDistance,
  JaroWinklerDistance,
} from 'natural/lib/natural/distance/index.js';

const most = 3;
const alike = 0.78;

/** Names that somebody may have meant, best first, at most three: misspelt ones, and ones that hold what was said. */
export function nearest(said: string, names: readonly string[]): readonly string[] {
  const wanted = said.toLowerCase().slice(0, 200);
  if (wanted.length < 2) return [];
  return [...new Set(names)]
    .map((name) => ({ name, score: likeness(wanted, name.toLowerCase()) }))
    .filter(({ score }) => score >= alike)
    .toSorted((a, b) => b.score - a.score)
    .slice(0, most)
    .map(({ name }) => name);
}

function likeness(wanted: string, name: string): number {
  if (wanted.length > 2 && (name.includes(wanted) || wanted.includes(name))) return 0.95;
  const edits = DamerauLevenshteinDistance(wanted, name, { restricted: true });
  const byEdits = 1 - edits / Math.max(wanted.length, name.length);
  return byEdits < 0.5 ? 0 : Math.max(byEdits, JaroWinklerDistance(wanted, name));
}
