import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** A set of words that mean one thing. */
export interface Synset {
  readonly id: string;
  readonly words: readonly string[];
  /** Synsets of wider or kindred meaning. */
  readonly kin: readonly string[];
  /** Those of `kin` that are wider: a copy is a representation. */
  readonly wider: readonly string[];
  readonly narrower: readonly string[];
  /** The words of its explanation. */
  readonly gloss: readonly string[];
}

/** One word: its synsets by part of speech, the most usual first, and how often it was met in tagged texts. */
export interface Entry {
  readonly word: string;
  readonly senses: readonly (readonly string[])[];
  readonly met: number;
}

/** WordNet 3.1 as far as it is used here. */
export interface Wordnet {
  readonly entries: ReadonlyMap<string, Entry>;
  readonly synsets: ReadonlyMap<string, Synset>;
}

const files = { n: 'noun', v: 'verb', a: 'adj', r: 'adv' };
const kindred = '@&+=^$*>\\';
const said = new Set(
  'the a an of or and to in is for that by with as on be from which used it are something someone at have not having one its usually etc into e.g. can was any you your s who when being more very most his their this some all other than'.split(
    ' ',
  ),
);

/** Reads the dictionary files in a folder; the format is described in WordNet's wndb(5WN). */
export async function readWordnet(folder: string): Promise<Wordnet> {
  const entries = new Map<string, Entry>();
  const synsets = new Map<string, Synset>();
  for (const [part, name] of Object.entries(files)) {
    for (const line of await linesOf(join(folder, `index.${name}`))) {
      const entry = entryFrom(line, part);
      const before = entries.get(entry.word);
      entries.set(entry.word, {
        word: entry.word,
        senses: [...(before?.senses ?? []), ...entry.senses],
        met: (before?.met ?? 0) + entry.met,
      });
    }
    for (const line of await linesOf(join(folder, `data.${name}`))) {
      const synset = synsetFrom(line, part);
      synsets.set(synset.id, synset);
    }
  }
  return { entries, synsets };
}

async function linesOf(file: string): Promise<readonly string[]> {
  const text = await readFile(file, 'latin1');
  return text.split('\n').filter((line) => line !== '' && !line.startsWith(' '));
}

function entryFrom(line: string, part: string): Entry {
  const fields = line.trim().split(' ');
  const pointers = Number(fields[3]);
  const offsets = fields.slice(pointers + 6);
  return {
    word: fields[0] ?? '',
    senses: [offsets.map((offset) => part + offset)],
    // words of many senses are more usual, too
    met: Number(fields[pointers + 5]) + offsets.length / 100,
  };
}

function synsetFrom(line: string, part: string): Synset {
  const bar = line.indexOf('|');
  const fields = line.slice(0, bar).trim().split(/ +/);
  const count = Number.parseInt(fields[3] ?? '0', 16);
  const words = fields.slice(4, 4 + 2 * count).filter((_, at) => at % 2 === 0);
  const pointers = fields.slice(5 + 2 * count);
  const kin: string[] = [];
  const wider: string[] = [];
  const narrower: string[] = [];
  for (let at = 0; at + 3 < pointers.length; at += 4) {
    const [symbol = '', offset = '', target = ''] = pointers.slice(at, at + 3);
    const id = (target === 's' ? 'a' : target) + offset;
    if (kindred.includes(symbol.charAt(0))) kin.push(id);
    if (symbol.startsWith('@')) wider.push(id);
    if (symbol.startsWith('~')) narrower.push(id);
  }
  return {
    id: part + fields[0],
    words: words.map((word) => word.toLowerCase()),
    kin,
    wider,
    narrower,
    gloss: (
      line
        .slice(bar + 1)
        .toLowerCase()
        .match(/[a-z]+/g) ?? []
    ).filter((word) => word.length > 1 && !said.has(word)),
  };
}
