import { dirname, join, relative } from 'node:path';
import { z } from 'zod';
import { Looks, looksNow, looksSame, tellsApart } from './file-looks.ts';
import { notedIn } from './noted-in.ts';
import { makeFolder, replaceFile } from './replace-file.ts';
import type { StateDir } from './state-dir.ts';

/**
 * What was learned by reading files, good for as long as they are the same files. Nothing depends on it but speed: a
 * file without a note is read again, and so is every file when the notes are lost, cut short or of another edition.
 */
export interface FileNotes<Note> {
  /** What was noted of a file, when it is still the file that was read. Asks the disk. */
  of(file: string): Note | undefined;
  /** The file is now as `note` says. To be called before anybody can write it again; until then it has no note. */
  learn(file: string, note: Note): void;
  /** The file is about to change, or nobody knows how it is. */
  forget(file: string): void;
  /** Keeps the notes for the next life. */
  save(): Promise<void>;
}

export interface NotesFormat<Note> {
  /** Its file is `notes/<name>.json`. */
  readonly name: string;
  /** Changes whenever the same file would be judged or noted differently. */
  readonly edition: string;
  readonly note: z.ZodType<Note>;
}

/** So many notes learned are saved in the background: what a crash costs is reading so many files again. */
const saveEvery = 1_000;

interface Noted<Note> {
  readonly looks: Looks;
  readonly note: Note;
}

export async function openFileNotes<Note>(
  { path: root }: Pick<StateDir, 'path'>,
  { name, edition, note }: NotesFormat<Note>,
): Promise<FileNotes<Note>> {
  const path = join(root, 'notes', `${name}.json`);
  const File = z.object({
    edition: z.literal(edition),
    files: z.record(z.string(), z.tuple([Looks, note])),
  });
  const noted = new Map<string, Noted<Note>>();
  const saved = await notedIn(path, File);
  for (const [file, [looks, is]] of Object.entries(saved?.files ?? {}))
    noted.set(join(root, file), { looks, note: is });

  let learned = 0;
  let saving: Promise<void> = Promise.resolve();

  async function write(): Promise<void> {
    learned = 0;
    const now = Date.now();
    const old = [...noted].filter(([, { looks }]) => tellsApart(looks, now));
    const files = old.map(([file, { looks, note: is }]) => [relative(root, file), [looks, is]]);
    await makeFolder(dirname(path));
    await replaceFile(path, JSON.stringify({ edition, files: Object.fromEntries(files) }));
  }

  function save(): Promise<void> {
    const done = saving.then(write);
    saving = done.catch(() => undefined);
    return done;
  }

  return {
    of(file) {
      const { looks, note: is } = noted.get(file) ?? {};
      const now = looksNow(file);
      return looks && now && looksSame(looks, now) ? is : undefined;
    },
    learn(file, is) {
      const looks = looksNow(file);
      if (looks === undefined) return;
      noted.set(file, { looks, note: is });
      learned += 1;
      // Notes that could not be saved cost the next start some time and nothing else.
      if (learned === saveEvery) save().catch(() => undefined);
    },
    forget: (file) => void noted.delete(file),
    save,
  };
}
