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

export function wording(sentences: ReadonlyMap<string, string>): Wording {
  const sentence = (key: string) => {
    const found = sentences.get(key);
    if (found === undefined) throw new Error(`intents/wording has no sentence called ${key}`);
    return found;
  };
  return {
    say: (key, facts) => markedLine(sentence(key).trim(), facts),
    lines: (key, facts) => markedLines(sentence(key), facts),
    has: (key) => sentences.has(key),
    keys: () => [...sentences.keys()],
  };
}
