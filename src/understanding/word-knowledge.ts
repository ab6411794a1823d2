import { readFile } from 'node:fs/promises';
import type { SynonymsFile } from './intent-files.ts';
import { type WordVectors, wordVectorsFrom } from './word-vectors.ts';
import { type GroupFinder, groupFinder, wordsOf } from './words.ts';

/** What is known of words before anything is taught. */
export interface WordKnowledge {
  readonly groupsOf: GroupFinder;
  /** The words of all groups. */
  readonly grouped: readonly string[];
  readonly vectors: WordVectors;
}

/** Puts together what the trade calls the same and what dictionaries know. */
export function wordKnowledge(groups: SynonymsFile['groups'], vectors: WordVectors): WordKnowledge {
  return {
    groupsOf: groupFinder(groups),
    grouped: wordsOf(Object.values(groups).flat().join(' ')),
    vectors,
  };
}

/** Where the distilled word vectors are; the same place for the sources and for what is built from them. */
const wordVectorFile = new URL('../../data/words/wordnet.bin', import.meta.url);

/** Reads the distilled word vectors, which only learning needs: the model file holds a copy. */
export async function readWordVectors(file: string | URL = wordVectorFile): Promise<WordVectors> {
  return wordVectorsFrom(await readFile(file));
}
