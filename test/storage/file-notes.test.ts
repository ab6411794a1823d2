import { readFile, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ProjectId } from '../../src/images/ids.ts';
import { openStateDir } from '../../src/storage/state-dir.ts';
import { type ArchivingUnitStore, lowdbUnitStore } from '../../src/storage/unit-store.ts';
import { aChild } from './a-child.ts';
import { aFolder, aStateDir } from './a-state-dir.ts';
import { aNotice, aUnit, data, web } from './units.ts';

const notesFile = (folder: string) => join(folder, 'notes', 'units.json');
const unitFile = (folder: string, project: ProjectId) =>
  join(folder, 'units', 'eu-de', `${project}.json`);

describe('a start after a life that knew the files', () => {
  it('does not read files that have not changed, and says so when one is asked for', async () => {
    const folder = await aKnownFolder();
    await breakUnseen(unitFile(folder, web));

    const store = await lowdbUnitStore(await aStateDir(folder));

    expect((await store.projects()).toSorted()).toEqual([web, data]);
    expect((await store.read(data))?.version).toBe(1);
    await expect(store.read(web)).rejects.toThrow(/not JSON/);
  });

  it('knows which units wake without reading them', async () => {
    const folder = await aKnownFolder();
    await breakUnseen(unitFile(folder, data));

    const store = await lowdbUnitStore(await aStateDir(folder));

    expect(await store.waking()).toEqual([{ project: data, at: 0 }]);
  });

  it('reads a file that has changed', async () => {
    const folder = await aKnownFolder();
    await writeFile(unitFile(folder, web), 'oops');

    await expect(lowdbUnitStore(await aStateDir(folder))).rejects.toThrow(`${web}.json`);
  });

  it('reads a file again that was written just before the notes', async () => {
    const folder = await aKnownFolder();
    const later = Math.ceil(Date.now() / 1000) + 3600;
    await utimes(unitFile(folder, web), later, later);
    await living(folder, async () => undefined);
    await breakUnseen(unitFile(folder, web));

    await expect(lowdbUnitStore(await aStateDir(folder))).rejects.toThrow(`${web}.json`);
  });

  it.each([
    ['are gone', (path: string) => rm(path)],
    ['were cut short', (path: string) => writeFile(path, '{"edition":"1.1","files":{"units')],
    [
      'are of another edition',
      async (path: string) => {
        const text = await readFile(path, 'utf8');
        await writeFile(path, text.replace(/"edition":"[^"]*"/, '"edition":"0"'));
      },
    ],
  ])('reads everything when the notes %s', async (_, spoil) => {
    const folder = await aKnownFolder();
    await spoil(notesFile(folder));

    const store = await lowdbUnitStore(await aStateDir(folder));

    expect(await store.waking()).toEqual([{ project: data, at: 0 }]);
    await breakUnseen(unitFile(folder, web));
    await rm(notesFile(folder));
    await expect(lowdbUnitStore({ path: folder, close: async () => {} })).rejects.toThrow(
      `${web}.json`,
    );
  });
});

it.each([1, 7, 30])(
  'misses no unit that wakes, whatever was noted of it before, when it is killed after %i commits',
  { timeout: 60_000 },
  async (commits) => {
    const folder = await aFolder();
    const projects = someProjects(40);
    await living(folder, async (store) => {
      for (const project of projects) await store.commit(project, 0, aUnit(project));
    });
    await Promise.all(projects.map((project) => age(unitFile(folder, project))));
    await living(folder, async () => undefined);

    const child = await aChild('test/storage/children/wake-units.ts', [folder]);
    await child.says(`woken ${commits}`);
    await child.kill();

    const store = await lowdbUnitStore(await aStateDir(folder));
    const waking = new Set((await store.waking()).map(({ project }) => project));
    const truly = await Promise.all(
      projects.map(async (project) => (await store.read(project))?.value.notices.length !== 0),
    );
    expect(truly.filter(Boolean).length).toBeGreaterThanOrEqual(commits);
    expect(projects.map((project) => waking.has(project))).toEqual(truly);
  },
);

/** A folder with a unit that rests and one that owes a notice, whose files are old and known. */
async function aKnownFolder(): Promise<string> {
  const folder = await aFolder();
  await living(folder, async (store) => {
    await store.commit(web, 0, aUnit(web));
    await store.commit(data, 0, aUnit(data, { notices: [aNotice('n1')] }));
  });
  await Promise.all([web, data].map((project) => age(unitFile(folder, project))));
  await living(folder, async () => undefined);
  return folder;
}

async function living(
  folder: string,
  live: (store: ArchivingUnitStore) => Promise<void>,
): Promise<void> {
  const dir = await openStateDir(folder);
  const store = await lowdbUnitStore(dir);
  await live(store);
  await store.close();
  await dir.close();
}

function age(path: string): Promise<void> {
  return utimes(path, 1_700_000_000, 1_700_000_000);
}

/** Spoils the content of a file so that it looks the same from outside. */
async function breakUnseen(path: string): Promise<void> {
  const { size, atime, mtime } = await stat(path);
  await writeFile(path, 'x'.repeat(size), { flag: 'r+' });
  await utimes(path, atime, mtime);
}

function someProjects(count: number): readonly ProjectId[] {
  return Array.from({ length: count }, (_, at) => ProjectId.parse(String(at).padStart(32, '0')));
}
