import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { ProjectId } from '../../src/images/ids.ts';
import { isOpen } from '../../src/images/record.ts';
import { Unit } from '../../src/images/unit.ts';
import { auditJournal } from '../../src/storage/audit-journal.ts';
import { journalInbox } from '../../src/storage/inbox.ts';
import { openStateDir } from '../../src/storage/state-dir.ts';
import { lowdbTalkStore } from '../../src/storage/talk-store.ts';
import { lowdbUnitStore } from '../../src/storage/unit-store.ts';
import type { StateWrites } from './state-writes.ts';

const web = ProjectId.parse('7c1e0a4b9d2f43568a90b1c2d3e4f501');
const data = ProjectId.parse('2f8b6d4c1a3e4957b0c8d7e6f5a4b302');

/** What a Goldie that is no more has left on the disk. */
export interface Aftermath {
  readonly web: Unit;
  readonly data: Unit;
  /** Keys of what came in and was never answered. */
  readonly unanswered: readonly string[];
}

/** Opens every file of a state folder, as a start would. Rejects when one cannot be read. */
export async function aftermath(folder: string): Promise<Aftermath> {
  const dir = await openStateDir(folder);
  const inbox = await journalInbox(dir);
  const journal = await auditJournal(dir);
  try {
    const talks = await lowdbTalkStore(dir);
    for (const name of await readdir(join(folder, 'talk')))
      await talks.read(name.split('.')[0] ?? '');
    const units = await lowdbUnitStore(dir);
    const left = new Map<ProjectId, Unit>();
    for (const project of await units.projects()) {
      const unit = (await units.read(project))?.value;
      if (unit) left.set(project, unit);
    }
    const [ofWeb, ofData] = [left.get(web), left.get(data)];
    if (!ofWeb || !ofData) throw new Error('The units of the story are gone.');
    const unanswered = inbox.unanswered().map(({ key }) => key);
    return { web: ofWeb, data: ofData, unanswered };
  } finally {
    await journal.close();
    await inbox.close();
    await dir.close();
  }
}

/** Resolves when no job is open and no notice is owed in the units of the story. */
export async function nothingOwed(folder: string, writes: StateWrites): Promise<void> {
  for (;;) {
    const changed = writes.after(1);
    if ((await Promise.all([owes(folder, web), owes(folder, data)])).every((yes) => !yes)) return;
    await changed;
  }
}

const UnitFile = z.object({ data: Unit });

async function owes(folder: string, project: ProjectId): Promise<boolean> {
  const file = join(folder, 'units', 'eu-de', `${project}.json`);
  const { jobs, notices } = UnitFile.parse(JSON.parse(await readFile(file, 'utf8'))).data;
  return notices.length > 0 || jobs.some(isOpen);
}
