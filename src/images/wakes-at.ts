import type { Unit } from './unit.ts';
import { binDue } from './work/empty-bin.ts';

/**
 * When a unit wants to be looked at although nobody asks for anything, ms since the epoch: 0, which is at once, while a job
 * is open or a notice is owed, else when its recycle bin is to be looked at; undefined when it rests. Whoever adds a promise
 * that a unit makes adds it here.
 *
 * What it gives is kept beside the files of the units (src/storage): when it gives something else for the same unit than
 * it did in the last release, raise `wakesAtEdition`.
 */
export function wakesAt({ jobs, notices, images }: Unit): number | undefined {
  const promised = notices.length > 0 || jobs.some(({ endedAt }) => endedAt === undefined);
  if (promised) return 0;
  const due = binDue({ images });
  return due === undefined ? undefined : Date.parse(due);
}

export const wakesAtEdition = 1;
