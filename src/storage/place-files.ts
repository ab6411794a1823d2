import { closeSync, fsync, openSync, renameSync, writeFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { promisify } from 'node:util';
import { makeFolder, syncFolder, unfinished } from './replace-file.ts';

interface NewFile {
  readonly path: string;
  readonly text: string;
  /** Is called when it is in its place. */
  readonly placed: () => void;
}

interface Draft extends Pick<NewFile, 'path' | 'placed'> {
  /** Descriptor of its open file. */
  readonly file: number;
}

/** Files that are written before the first of them is flushed, so that the disk takes many in one go. */
const together = 128;
/** While the files of one batch are being flushed, those of another are made. */
const batchesAtOnce = 2;

const flush = promisify(fsync);

/**
 * Puts new files in their places, each as a whole and all of them durable when it resolves; when it rejects, some are
 * there. Each is taken when its turn has come and let go of once it is written, so they need not fit into memory.
 *
 * They are written in the turn of the caller, because handing a small file to another thread takes longer than writing
 * it: made for a start, when nobody waits for anything else.
 */
export async function placeFiles(files: Iterable<NewFile>): Promise<void> {
  const left = files[Symbol.iterator]();
  const folders = new Set<string>();
  const placeAll = async () => {
    try {
      while (await placeBatch(left, folders));
    } catch (error) {
      left.return?.();
      throw error;
    }
  };
  await allOf(Array.from({ length: batchesAtOnce }, placeAll));
  for (const folder of folders) await syncFolder(folder);
}

/** Whether there may be more. */
async function placeBatch(left: Iterator<NewFile>, folders: Set<string>): Promise<boolean> {
  const drafts: Draft[] = [];
  try {
    await writeDrafts(left, folders, drafts);
    for (const { path, placed } of drafts) {
      renameSync(path + unfinished, path);
      placed();
    }
    return drafts.length === together;
  } catch (error) {
    await Promise.allSettled(drafts.map(({ path }) => rm(path + unfinished, { force: true })));
    throw error;
  }
}

async function writeDrafts(
  left: Iterator<NewFile>,
  folders: Set<string>,
  drafts: Draft[],
): Promise<void> {
  try {
    while (drafts.length < together) {
      const next = left.next();
      if (next.done) break;
      const { path, text, placed } = next.value;
      const folder = dirname(path);
      if (!folders.has(folder)) await makeFolder(folder);
      folders.add(folder);
      const file = openSync(path + unfinished, 'w', 0o600);
      drafts.push({ path, placed, file });
      writeFileSync(file, text);
    }
    await allOf(drafts.map(({ file }) => flush(file)));
  } finally {
    for (const { file } of drafts) closeSync(file);
  }
}

/** Waits for each, also when one fails: no file is closed while it is being flushed, and nothing goes on after a fault. */
async function allOf(work: readonly Promise<unknown>[]): Promise<void> {
  const ended = await Promise.allSettled(work);
  for (const one of ended) if (one.status === 'rejected') throw one.reason;
}
