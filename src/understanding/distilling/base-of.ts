import type { Entry } from './read-wordnet.ts';

const endings: readonly (readonly [string, string])[] = [
  ['s', ''],
  ['ses', 's'],
  ['xes', 'x'],
  ['zes', 'z'],
  ['ches', 'ch'],
  ['shes', 'sh'],
  ['men', 'man'],
  ['ies', 'y'],
  ['es', 'e'],
  ['es', ''],
  ['ed', 'e'],
  ['ed', ''],
  ['ing', 'e'],
  ['ing', ''],
  ['er', ''],
  ['est', ''],
  ['er', 'e'],
  ['est', 'e'],
];

/** Finds the word that a form belongs to ("copies": "copy"); a word that is listed itself stays as it is. */
export function baseOf(entries: ReadonlyMap<string, Entry>): (word: string) => string {
  return (word) => {
    if (entries.has(word)) return word;
    for (const [ending, base] of endings) {
      const candidate = word.endsWith(ending) ? word.slice(0, -ending.length) + base : '';
      if (entries.has(candidate)) return candidate;
    }
    return word;
  };
}
