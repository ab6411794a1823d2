import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import type { TalkStore } from '../conversation/ports.ts';
import { Talk } from '../conversation/talk-state.ts';
import { checkAll } from './check-all.ts';
import { type Documents, filedDocuments, heldDocuments } from './documents.ts';
import { currentVersion, type FileFormat } from './file-format.ts';
import { type NotesFormat, openFileNotes } from './file-notes.ts';
import { makeFolder } from './replace-file.ts';
import { SlackId } from './slack-id.ts';
import type { StateDir } from './state-dir.ts';

const format: FileFormat<Talk> = { name: 'talk', schema: Talk, migrations: [] };

const notesFormat: NotesFormat<true> = {
  name: 'talk',
  edition: String(currentVersion(format)),
  note: z.literal(true),
};

/** A talk store that keeps, when it is closed, what the next start wants to know of its files without reading them. */
export interface ClosingTalkStore extends TalkStore {
  close(): Promise<void>;
}

/**
 * Talk as files, one per person, `talk/<Slack id>.json`. What it hands out is frozen. Files that changed since an earlier
 * life last read or wrote them are read and checked first.
 * @throws StateFault, here or on reading, when a file cannot be trusted
 */
export async function lowdbTalkStore({ path }: StateDir): Promise<ClosingTalkStore> {
  const folder = join(path, 'talk');
  const notes = await openFileNotes({ path }, notesFormat);
  const file = (person: string) => join(folder, `${person}.json`);
  const talks = filedDocuments(format, file, {
    watch: async (_, changed, talk) =>
      talk === undefined ? notes.forget(changed) : notes.learn(changed, true),
  });
  await makeFolder(folder);
  const people = (await readdir(folder)).flatMap((name) => {
    const person = SlackId.safeParse(name.replace(/\.json$/, '')).data;
    return person !== undefined && name.endsWith('.json') ? [person] : [];
  });
  const unread = people.filter((person) => notes.of(file(person)) === undefined);
  await checkAll(unread, talks.read);
  if (unread.length > 0) await notes.save();
  return { ...talkStore(talks), close: notes.save };
}

/** Talk that lasts as long as the process; otherwise the same promises. */
export function memoryTalkStore(): TalkStore {
  return talkStore(heldDocuments(format));
}

/** Nothing is pending with a person who is new: an empty talk at version 0. */
function talkStore(talks: Documents<Talk>): TalkStore {
  return {
    read: async (person) =>
      (await talks.read(SlackId.parse(person))) ?? { value: Talk.parse({ schema: 1 }), version: 0 },
    commit: async (person, basedOn, next) => talks.commit(SlackId.parse(person), basedOn, next),
  };
}
