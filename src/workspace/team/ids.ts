import { randomBytes, randomFillSync } from 'node:crypto';

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
  const roll = dice();
  let last = 0;
  return {
    ts() {
      last = Math.max(last + 1, Math.floor(clock() * 1000));
      return `${Math.floor(last / 1e6)}.${String(last % 1e6).padStart(6, '0')}`;
    },
    of(prefix) {
      let id = prefix;
      for (let more = 0; more < 10; more += 1) id += letters[roll() % letters.length];
      return id;
    },
    notBefore(ts) {
      last = Math.max(last, Number(ts.replace('.', '')));
    },
  };
}

/** Random bytes, many of them made at once. */
function dice(): () => number {
  const bytes = Buffer.alloc(4096);
  let at = bytes.length;
  return () => {
    if (at === bytes.length) {
      randomFillSync(bytes);
      at = 0;
    }
    at += 1;
    return bytes[at - 1] ?? 0;
  };
}

export function secret(bytes = 18): string {
  return randomBytes(bytes).toString('hex');
}
