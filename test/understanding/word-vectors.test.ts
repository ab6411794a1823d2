import { beforeAll, describe, expect, it } from 'vitest';
import { readWordVectors } from '../../src/understanding/word-knowledge.ts';
import {
  addDirection,
  placeOf,
  type WordVectors,
  wordVectorBytes,
  wordVectorsFrom,
} from '../../src/understanding/word-vectors.ts';

let vectors: WordVectors;
beforeAll(async () => {
  vectors = await readWordVectors();
});

describe('what words mean', () => {
  it.each([
    ['clone', 'copy', 'banana'],
    ['erase', 'delete', 'sing'],
    ['big', 'large', 'yellow'],
  ])('%s is nearer to %s than to %s', (word, akin, other) => {
    expect(likeness(word, akin)).toBeGreaterThan(likeness(word, other) + 0.1);
  });

  it.each([
    ['copies', 'copy'],
    ['copied', 'copy'],
    ['encrypting', 'encrypt'],
    ['largest', 'large'],
  ])('%s is a form of %s', (form, word) => {
    expect(likeness(form, word)).toBeGreaterThan(0.5);
  });

  it('is unknown of what is no word', () => {
    expect(placeOf(vectors, 'xqzzvw')).toBe(-1);
  });
});

describe('the file of word vectors', () => {
  it('gives back what was written', () => {
    const bytes = wordVectorBytes(vectors);

    expect(Buffer.compare(wordVectorBytes(wordVectorsFrom(bytes)), bytes)).toBe(0);
  });

  it.each([0, 8, 11, 4000, -1])('is refused when it was cut off (%i)', (end) => {
    expect(() => wordVectorsFrom(wordVectorBytes(vectors).slice(0, end))).toThrow('not whole');
  });
});

/** The cosine between the directions of two words. */
function likeness(one: string, other: string): number {
  const [left, right] = [directionOf(one), directionOf(other)];
  return left.reduce((sum, part, at) => sum + part * (right[at] ?? 0), 0);
}

function directionOf(word: string): Float64Array {
  const sum = new Float64Array(vectors.dimensions);
  addDirection(vectors, placeOf(vectors, word), 1, sum);
  return sum;
}
