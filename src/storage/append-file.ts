import { type FileHandle, open } from 'node:fs/promises';
import { dirname } from 'node:path';
import { makeFolder, syncFolder } from './replace-file.ts';

/** A file of lines that only ever grows at its end. */
export interface AppendFile {
  /** Bytes of whole lines in it. */
  readonly size: number;
  /** Durable when it resolves. When it rejects the lines are not in the file. One call at a time. */
  append(lines: string): Promise<void>;
  close(): Promise<void>;
}

/**
 * Opens a file of lines for appending. What a crash left of a last line without an end is cut off first: nobody was told
 * that it is there.
 */
export async function openAppendFile(path: string): Promise<AppendFile> {
  await makeFolder(dirname(path));
  const file = await open(path, 'a+', 0o600);
  await syncFolder(dirname(path));
  let size = await endOfLastLine(file);
  await cutAt(file, size);
  let trusted = true;

  return {
    get size() {
      return size;
    },
    async append(lines) {
      if (!trusted) throw new Error(`${path} could not be mended after a failed write`);
      try {
        await file.appendFile(lines);
        await file.datasync();
      } catch (error) {
        trusted = false;
        await cutAt(file, size);
        trusted = true;
        throw error;
      }
      size += Buffer.byteLength(lines);
    },
    close: () => file.close(),
  };
}

async function cutAt(file: FileHandle, size: number): Promise<void> {
  if ((await file.stat()).size === size) return;
  await file.truncate(size);
  await file.datasync();
}

const newline = 0x0a;
const window = 64 * 1024;

/** Where the last whole line ends; looks from the end, so that the length of the file does not matter. */
async function endOfLastLine(file: FileHandle): Promise<number> {
  const buffer = Buffer.alloc(window);
  for (let end = (await file.stat()).size; end > 0; end -= window) {
    const start = Math.max(0, end - window);
    const { bytesRead } = await file.read(buffer, 0, end - start, start);
    const at = buffer.subarray(0, bytesRead).lastIndexOf(newline);
    if (at !== -1) return start + at + 1;
  }
  return 0;
}
