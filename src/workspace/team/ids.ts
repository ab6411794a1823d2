import { randomBytes } from 'node:crypto';

/** Hands out time stamps and ids. Stamps are unique and only grow, even when the clock stands still. */
export interface Ids {
  /** A message time stamp: seconds, a dot, six digits. Sorts as text. */
  ts(): string;
  /** An id such as `V7K2…` with the given first letters. */
  of(prefix: string): string;
  /** Makes later stamps greater than this one. */
  notBefore(ts: string): void;
}

const letters = 'ABCDEFGHJKLMNPQRSTUVWXYZ23456789';

/** @param clock milliseconds since 1970 */
export function idsFrom(clock: () => number): Ids {
  let last = 0;
  return {
    ts() {
      last = Math.max(last + 1, Math.floor(clock() * 1000));
      return `${Math.floor(last / 1e6)}.${String(last % 1e6).padStart(6, '0')}`;
    },
    of: (prefix) =>
      prefix + Array.from(randomBytes(10), (byte) => letters[byte % letters.length]).join(''),
    notBefore(ts) {
      last = Math.max(last, Number(ts.replace('.', '')));
    },
  };
}

export function secret(bytes = 18): string {
  return randomBytes(bytes).toString('hex');
}
