import { statSync } from 'node:fs';
import { z } from 'zod';

/** How a file looks from outside: inode, size and time of the last change, ms since the epoch. Replacing it changes at least one. */
export const Looks = z.tuple([z.number(), z.number(), z.number()]).readonly();
export type Looks = z.infer<typeof Looks>;

/** How a file looks at the moment; undefined when nobody can say. */
export function looksNow(file: string): Looks | undefined {
  try {
    const { ino, size, mtimeMs } = statSync(file);
    return [ino, size, mtimeMs];
  } catch {
    return undefined;
  }
}

export function looksSame(one: Looks, other: Looks): boolean {
  return one.every((each, at) => each === other[at]);
}

/**
 * Two states of a file that were written so close to each other may look the same from outside, ms: looks of a file as
 * young as that say nothing. Git does the same with its index.
 */
const tooYoung = 2_000;

/** Whether a file that looked like that at `now` can be told from one that was written since. */
export function tellsApart([, , changedAt]: Looks, now: number): boolean {
  return changedAt < now - tooYoung;
}
