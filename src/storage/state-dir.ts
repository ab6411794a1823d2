import { readdir, rm, rmdir } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { check, lock } from 'proper-lockfile';
import { readIfThere } from './document-file.ts';
import { isGone, lockOwnerFrom, thisProcess } from './lock-owner.ts';
import { makeFolder, replaceFile, unfinished } from './replace-file.ts';

/** A folder of state that this process, and no other, may read and write until it closes it. */
export interface StateDir {
  readonly path: string;
  /** Gives the folder up. Close what was opened in it first. */
  close(): Promise<void>;
}

/** A lock that was not refreshed for so long belongs to nobody, ms. Its owner refreshes it twice as often. */
const stale = 30_000;

/**
 * Opens a state folder, making it where there is none, and clears away unfinished writes of an earlier life.
 *
 * A folder whose owner died is taken over at once; one whose owner lives is refused.
 * @param onLost called when the lock was taken away, e.g. after the machine slept: stop writing at once.
 * @throws Error with a sentence for people when another process uses the folder
 */
export async function openStateDir(
  folder: string,
  onLost: (error: Error) => void = fail,
): Promise<StateDir> {
  const path = resolve(folder);
  await makeFolder(path);
  const leaveDoor = await enterDoor(path);
  try {
    if (await check(path, lockOptions(path)))
      if (!(await ownerIsGone(path))) throw inUse(path);
      else await rmdir(lockOptions(path).lockfilePath);
    const release = await lock(path, { ...lockOptions(path), onCompromised: onLost });
    await replaceFile(ownerFile(path), JSON.stringify(thisProcess()));
    await clearUnfinished(path);
    return { path, close: release };
  } finally {
    await leaveDoor();
  }
}

/** Only one process at a time looks at the lock, so that two cannot both take over from a dead owner. */
async function enterDoor(path: string): Promise<() => Promise<void>> {
  try {
    // A name of its own: the library knows its locks by the file they stand for.
    return await lock(join(path, 'door'), {
      realpath: false,
      stale: 5_000,
      retries: { retries: 40, minTimeout: 25, maxTimeout: 250 },
    });
  } catch {
    throw inUse(path);
  }
}

function lockOptions(path: string): { readonly lockfilePath: string; readonly stale: number } {
  return { lockfilePath: join(path, 'in-use.lock'), stale };
}

async function ownerIsGone(path: string): Promise<boolean> {
  const owner = lockOwnerFrom((await readIfThere(ownerFile(path))) ?? '');
  return owner !== undefined && isGone(owner);
}

async function clearUnfinished(path: string): Promise<void> {
  const names = await readdir(path, { recursive: true });
  const drafts = names.filter((name) => name.endsWith(unfinished));
  await Promise.all(drafts.map((name) => rm(join(path, name), { force: true })));
}

function ownerFile(path: string): string {
  return join(path, 'owner.json');
}

function inUse(path: string): Error {
  return new Error(
    `Another Goldie is using ${path}: stop it first, or give this one a GOLDIE_STATE_DIR of its own.`,
  );
}

function fail(error: Error): never {
  throw error;
}
