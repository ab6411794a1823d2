const letters = 'abcdefghijklmnopqrstuvwxyz';

/** Puts one random edit (a letter more, less, wrong or swapped) into about `share` of the words of three letters or more. */
export function noisy(text: string, share: number, roll: () => number): string {
  return text
    .split(' ')
    .map((word) => (word.length < 3 || roll() >= share ? word : edited(word, roll)))
    .join(' ');
}

function edited(word: string, roll: () => number): string {
  const at = Math.floor(roll() * word.length);
  const letter = letters.charAt(Math.floor(roll() * letters.length));
  const before = word.slice(0, at);
  switch (Math.floor(roll() * 4)) {
    case 0:
      return before + letter + word.slice(at);
    case 1:
      return before + word.slice(at + 1);
    case 2:
      return before + letter + word.slice(at + 1);
    default: {
      const first = Math.min(at, word.length - 2);
      return (
        word.slice(0, first) + word.charAt(first + 1) + word.charAt(first) + word.slice(first + 2)
      );
    }
  }
}

/** Random numbers from 0 to 1 that are the same each time (mulberry32). */
export function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
