import { type Facts, markedLine, markedLines } from './marked-text.ts';
import type { Line } from './reply.ts';

/** Every sentence Goldie says, by key: file name and path inside it, e.g. `plans.image.share`. */
export interface Wording {
  /** One line. An unknown key is a fault of the program or of intents/wording, so it throws. */
  say(key: string, facts?: Facts): Line;
  /** Several lines. */
  lines(key: string, facts?: Facts): readonly Line[];
  has(key: string): boolean;
  keys(): readonly string[];
}

/** `language` decides how numbers are written: a sentence and its numbers are of one language. */
export function wording(sentences: ReadonlyMap<string, string>, language = 'en'): Wording {
  const numbers = new Intl.NumberFormat(language);
  const sentence = (key: string) => {
    const found = sentences.get(key);
    if (found === undefined) throw new Error(`intents/wording has no sentence called ${key}`);
    return found;
  };
  return {
    say: (key, facts) => markedLine(sentence(key).trim(), facts, numbers),
    lines: (key, facts) => markedLines(sentence(key), facts, numbers),
    has: (key) => sentences.has(key),
    keys: () => [...sentences.keys()],
  };
}
