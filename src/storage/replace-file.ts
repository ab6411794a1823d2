import { mkdir, open, rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';

/** Ending of files under construction. One that is left over is what remains of a write nobody was told of. */
export const unfinished = '.unfinished';

/**
 * Replaces a file as a whole, durably: when it resolves, the new text survives a power cut; until then, and when it rejects,
 * the old text stands. One writer per path at a time.
 *
 * Written out rather than taken from write-file-atomic 7, which issues a single write and ignores how much of it was
 * taken: on a disk that fills up it renames a cut-off file into place and resolves.
 */
export async function replaceFile(path: string, text: string): Promise<void> {
  const draft = path + unfinished;
  try {
    const file = await open(draft, 'w', 0o600);
    try {
      await file.writeFile(text);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(draft, path);
  } catch (error) {
    await rm(draft, { force: true }).catch(() => undefined);
    throw error;
  }
  await syncFolder(dirname(path));
}

/** Makes a folder, and those it lies in, durably. Nothing happens when it is there. */
export async function makeFolder(path: string): Promise<void> {
  const first = await mkdir(path, { recursive: true, mode: 0o700 });
  if (first === undefined) return;
  for (let made = path; made.length >= first.length; made = dirname(made))
    await syncFolder(dirname(made));
}

/** Makes the names in a folder durable: a new or renamed file is only found after a power cut once this has resolved. */
export async function syncFolder(path: string): Promise<void> {
  const folder = await open(path, 'r');
  try {
    await folder.sync();
  } finally {
    await folder.close();
  }
}
