import { Low } from 'lowdb';
import type { Stored } from '../cloud/ports.ts';
import { deepFreeze } from './deep-freeze.ts';
import { documentFile } from './document-file.ts';
import type { FileFormat, Kept } from './file-format.ts';
import { inTurn } from './in-turn.ts';

/** Documents under keys, each replaced as a whole and only by who has seen its latest version. */
export interface Documents<T> {
  read(key: string): Promise<Stored<T> | undefined>;
  /** False: the document is not at version `basedOn` (0: it is not there). Rejects when it could not be made durable. */
  commit(key: string, basedOn: number, next: T): Promise<boolean>;
}

/** Where the path of a key's file comes from. Undefined: the key has no file and is not getting one. */
type Path<T> = (key: string, next?: T) => string | undefined;

/** What happens to a document on its way to the disk, after its turn has come and its version was found right. */
type Prepare<T> = (next: T, key: string) => Promise<T>;

/** Is told, in the turn of a document, how its file is by now: as it was read or written; nothing while it changes. */
type Watch<T> = (key: string, file: string, now: T | undefined) => Promise<void>;

interface Filed<T> {
  readonly prepare?: Prepare<T>;
  readonly watch?: Watch<T>;
}

/** Most documents held in memory; the one not used for longest makes room. */
const mostHeld = 500;

interface Held<T> {
  readonly file: string;
  readonly low: Low<Kept<T> | null>;
}

/**
 * Documents as files, one lowdb per document, loaded when first asked for.
 *
 * What is handed out is frozen at every depth rather than copied: reading costs nothing however large a unit is, and
 * code that changes what it was given fails at once instead of quietly working on a copy of its own.
 */
export function filedDocuments<T>(
  format: FileFormat<T>,
  path: Path<T>,
  { prepare = async (next) => next, watch = async () => undefined }: Filed<T> = {},
): Documents<T> {
  const held = new Map<string, Held<T>>();
  const queue = inTurn();

  async function load(key: string, next?: T): Promise<Held<T> | undefined> {
    const there = held.get(key) ?? (await opened(key, next));
    if (there !== undefined) use(key, there);
    return there;
  }

  function use(key: string, one: Held<T>): void {
    held.delete(key);
    held.set(key, one);
    const [oldest] = held.keys();
    if (held.size > mostHeld && oldest !== undefined) held.delete(oldest);
  }

  async function opened(key: string, next?: T): Promise<Held<T> | undefined> {
    const file = path(key, next);
    if (file === undefined) return undefined;
    const low = new Low<Kept<T> | null>(documentFile(file, format), null);
    await low.read();
    deepFreeze(low.data);
    if (low.data) await watch(key, file, low.data.data);
    return { file, low };
  }

  return {
    async read(key) {
      const there = held.get(key);
      if (there === undefined || !queue.isFree(key))
        return queue(key, async () => stored((await load(key))?.low.data));
      use(key, there);
      return stored(there.low.data);
    },
    commit: (key, basedOn, next) =>
      queue(key, async () => {
        const { file, low } = (await load(key, next)) ?? {};
        if (low === undefined || file === undefined) return false;
        if ((low.data?.revision ?? 0) !== basedOn) return false;
        const data = asReloaded(format, await prepare(next, key));
        low.data = deepFreeze({ revision: basedOn + 1, data });
        try {
          await watch(key, file, undefined);
          await low.write();
          await watch(key, file, data);
        } catch (error) {
          // Nobody can say which of the two is on disk now: forget it and read it again when asked.
          held.delete(key);
          throw error;
        }
        return true;
      }),
  };
}

/** The same promises without a disk. */
export function heldDocuments<T>(
  format: FileFormat<T>,
  prepare: Prepare<T> = async (next) => next,
): Documents<T> {
  const held = new Map<string, Kept<T>>();
  const queue = inTurn();
  return {
    read: async (key) => stored(held.get(key)),
    commit: (key, basedOn, next) =>
      queue(key, async () => {
        if ((held.get(key)?.revision ?? 0) !== basedOn) return false;
        const data = asReloaded(format, await prepare(next, key));
        held.set(key, deepFreeze({ revision: basedOn + 1, data }));
        return true;
      }),
  };
}

/** What a restart would read. Parsing before writing keeps a document that could not be read again off the disk. */
function asReloaded<T>({ schema }: FileFormat<T>, value: T): T {
  return schema.parse(JSON.parse(JSON.stringify(value)));
}

function stored<T>(kept: Kept<T> | null | undefined): Stored<T> | undefined {
  return kept ? { value: kept.data, version: kept.revision } : undefined;
}
