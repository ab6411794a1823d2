import { dirname, join, resolve } from 'node:path';
import { z } from 'zod';
import { Looks, looksNow, looksSame, tellsApart } from './file-looks.ts';
import type { NotesFormat } from './file-notes.ts';
import { notedIn } from './noted-in.ts';
import { makeFolder, replaceFile } from './replace-file.ts';
import type { StateDir } from './state-dir.ts';

/** What was learned by reading several files together. Nothing depends on it but speed. */
export interface GroupNote<Note> {
  /** What was noted, when it was of these files and no others, and all of them still look as they did. */
  readonly known: Note | undefined;
  /**
   * Keeps what was learned by reading the files after they were looked at. Nothing is kept when one of them was as young
   * then as a file that is still being written.
   */
  learn(note: Note): Promise<void>;
}

/** Looks at files that are about to be read, and at what was noted of them; there is one group under a name. */
export async function groupNote<Note>(
  { path: root }: Pick<StateDir, 'path'>,
  { name, edition, note }: NotesFormat<Note>,
  files: readonly string[],
): Promise<GroupNote<Note>> {
  const path = join(root, 'notes', `${name}.json`);
  const File = z.object({
    edition: z.literal(edition),
    files: z.array(z.tuple([z.string(), Looks])),
    note,
  });
  const now = Date.now();
  const looks = files.map(looking);
  const saved = await notedIn(path, File);
  return {
    known: saved && isSame(saved.files, looks) ? saved.note : undefined,
    async learn(learned) {
      if (!looks.every((each) => each && tellsApart(each[1], now))) return;
      await makeFolder(dirname(path));
      await replaceFile(path, JSON.stringify({ edition, files: looks, note: learned }));
    },
  };
}

type Looking = readonly [file: string, looks: Looks];

function looking(file: string): Looking | undefined {
  const looks = looksNow(file);
  return looks && [resolve(file), looks];
}

function isSame(then: readonly Looking[], now: readonly (Looking | undefined)[]): boolean {
  return (
    then.length === now.length &&
    then.every(([file, looks], at) => {
      const [sameFile, by] = now[at] ?? [];
      return file === sameFile && by !== undefined && looksSame(looks, by);
    })
  );
}
