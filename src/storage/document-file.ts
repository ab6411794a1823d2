import { readFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { Adapter } from 'lowdb';
import { type FileFormat, type Kept, readDocument, writeDocument } from './file-format.ts';
import { makeFolder, replaceFile } from './replace-file.ts';

/** lowdb's way to one document on disk: parsed when read, replaced durably and as a whole when written. */
export function documentFile<T>(path: string, format: FileFormat<T>): Adapter<Kept<T> | null> {
  return {
    async read() {
      const text = await readIfThere(path);
      return text === undefined ? null : readDocument(format, path, text);
    },
    async write(kept) {
      if (kept === null) return;
      await makeFolder(dirname(path));
      await replaceFile(path, writeDocument(format, kept));
    },
  };
}

/** The text of a file, or undefined when there is none. */
export async function readIfThere(path: string): Promise<string | undefined> {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw error;
  }
}
