import { z } from 'zod';
import { type AppendFile, openAppendFile } from './append-file.ts';
import { readIfThere } from './document-file.ts';
import { currentVersion, type FileFormat, faultsOf, migrate } from './file-format.ts';
import { replaceFile } from './replace-file.ts';
import { StateFault } from './state-fault.ts';

/** Entries in a file, one JSON line each after a line with the version of the format. */
export interface Journal<T> {
  /** The entries that were there when it was opened, oldest first. */
  readonly found: readonly T[];
  /** Bytes in the file. */
  readonly size: number;
  /** Durable when it resolves. Entries that come while a write is under way share the next write. */
  append(entry: T): Promise<void>;
  /** Durable a little later: with the next entry that is appended, after 100 ms, or when it is closed. */
  appendLater(entry: T): void;
  /** Replaces all entries by those that `keep` gives when its turn has come; appends meanwhile follow after. */
  rewrite(keep: () => readonly T[]): Promise<void>;
  /** Writes what was to be written later, and waits for the appends in hand. */
  close(): Promise<void>;
}

/** How long an entry that nobody waits for waits for another one, ms. */
const laterMs = 100;

const Head = z.strictObject({ version: z.int().positive() });

interface Waiting {
  readonly line: string;
  readonly written: () => void;
  readonly failed: (error: unknown) => void;
}

/**
 * Opens a journal, making it where there is none.
 * @throws StateFault naming every line that cannot be read; only a last line without an end is forgiven
 */
export async function openJournal<T>(path: string, format: FileFormat<T>): Promise<Journal<T>> {
  const text = await readIfThere(path);
  const found = text === undefined ? [] : readEntries(format, path, text);
  if (!text?.startsWith(head(format))) await replaceFile(path, textOf(format, found));

  let file: AppendFile | undefined = await openAppendFile(path);
  let waiting: Waiting[] = [];
  let busy: Promise<void> = Promise.resolve();
  let closed = false;
  let isAsked = false;
  let timer: NodeJS.Timeout | undefined;

  function askForWrite(): void {
    if (isAsked) return;
    isAsked = true;
    busy = busy.then(flush);
  }

  /** Entries that arrive in the same turn of the event loop as the first one go with it. */
  async function flush(): Promise<void> {
    await nextTurn();
    isAsked = false;
    const batch = waiting;
    waiting = [];
    if (batch.length === 0) return;
    try {
      if (file === undefined) throw new Error(`${path} could not be opened again`);
      await file.append(batch.map((entry) => entry.line).join(''));
      for (const { written } of batch) written();
    } catch (error) {
      for (const { failed } of batch) failed(error);
    }
  }

  return {
    found,
    get size() {
      return file?.size ?? 0;
    },
    append(entry) {
      if (closed) return Promise.reject(new Error(`${path} is closed`));
      askForWrite();
      return new Promise<void>((written, failed) => {
        waiting.push({ line: line(entry), written, failed });
      });
    },
    appendLater(entry) {
      if (closed) return;
      waiting.push({ line: line(entry), written: nothing, failed: nothing });
      timer ??= setTimeout(() => {
        timer = undefined;
        askForWrite();
      }, laterMs).unref();
    },
    rewrite(keep) {
      const done = busy.then(async () => {
        const old = file;
        file = undefined;
        await old?.close();
        try {
          await replaceFile(path, textOf(format, keep()));
        } finally {
          // Whichever of the two files has the name now, it is a whole one.
          file = await openAppendFile(path);
        }
      });
      busy = done.catch(() => undefined);
      return done;
    },
    async close() {
      closed = true;
      clearTimeout(timer);
      askForWrite();
      await busy;
      await file?.close();
    },
  };
}

/** All entries of a journal's text. @throws StateFault */
export function readEntries<T>(format: FileFormat<T>, path: string, text: string): readonly T[] {
  const lines = text.split('\n').slice(0, -1);
  const first = lines[0];
  if (first === undefined) return [];
  const version = Head.safeParse(jsonOf(first)).data?.version;
  if (version === undefined)
    throw new StateFault(path, ['line 1: it should hold the version, as in {"version":1}']);
  const faults: string[] = [];
  const entries = lines.slice(1).flatMap((each, index) => {
    const entry = format.schema.safeParse(migrate(format, path, version, jsonOf(each)));
    if (entry.success) return [entry.data];
    faults.push(`line ${index + 2}: ${faultsOf(entry.error).join('; ')}`);
    return [];
  });
  if (faults.length > 0) throw new StateFault(path, faults);
  return entries;
}

function textOf<T>(format: FileFormat<T>, entries: readonly T[]): string {
  return head(format) + entries.map(line).join('');
}

/** First line of a journal of this version. */
export function head<T>(format: FileFormat<T>): string {
  return line({ version: currentVersion(format) });
}

/** One entry as it is written. */
export function line(entry: unknown): string {
  return `${JSON.stringify(entry)}\n`;
}

function nextTurn(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}

function nothing(): void {}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
