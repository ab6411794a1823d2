/** Chance that can be had again: the same seed gives the same draws. */
export interface Chance {
  /** A whole number from 0 up to, and without, `below`. */
  below(below: number): number;
}

/** Mulberry32: small, and good enough to pick moments with. */
export function chance(seed: number): Chance {
  let state = seed >>> 0;
  return {
    below(below) {
      state = (state + 0x6d2b79f5) >>> 0;
      let mixed = Math.imul(state ^ (state >>> 15), state | 1);
      mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
      return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
    },
  };
}
