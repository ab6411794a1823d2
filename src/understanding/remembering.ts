import type { Known, Understander, Understanding } from './meaning.ts';

/** Texts that are kept in mind, those used last; and how long one of them may be. */
const most = { texts: 500, length: 300 };

/**
 * An understander that does not work out twice what the same words mean to people who see the same names. What is seen is
 * told apart by the object that lists it, which is another one as soon as anything in it changes.
 */
export function remembering({ understand }: Understander): Understander {
  const numbers = new WeakMap<Known, number>();
  const understood = new Map<string, Understanding>();
  let listings = 0;

  return {
    understand(text, known, options = {}) {
      if (text.length > most.length) return understand(text, known, options);
      const key = `${numberOf(known)}/${options.bot ?? ''}/${text}`;
      const meant = understood.get(key) ?? understand(text, known, options);
      understood.delete(key);
      understood.set(key, meant);
      const [oldest] = understood.keys();
      if (understood.size > most.texts && oldest !== undefined) understood.delete(oldest);
      return meant;
    },
  };

  function numberOf(known: Known): number {
    const before = numbers.get(known);
    if (before !== undefined) return before;
    listings += 1;
    numbers.set(known, listings);
    return listings;
  }
}
