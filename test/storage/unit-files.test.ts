import { mkdir, readdir, readFile, rmdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { openStateDir } from '../../src/storage/state-dir.ts';
import { lowdbUnitStore } from '../../src/storage/unit-store.ts';
import { aFolder, aStateDir } from './a-state-dir.ts';
import { aUnit, auditLines, data, web } from './units.ts';

it('reads after a restart exactly what was committed before', async () => {
  const folder = await aFolder();
  const before = await openStateDir(folder);
  const store = await lowdbUnitStore(before);
  await store.commit(web, 0, aUnit(web, { audit: auditLines(0, 3) }));
  const committed = await store.read(web);
  await before.close();

  const again = await lowdbUnitStore(await aStateDir(folder));

  expect(await again.projects()).toEqual([web]);
  expect(await again.read(web)).toEqual(committed);
  expect(await again.commit(web, 1, aUnit(web))).toBe(true);
});

it('keeps one compact file per unit under its region, and no drafts', async () => {
  const dir = await aStateDir();
  const store = await lowdbUnitStore(dir);

  await store.commit(web, 0, aUnit(web));
  await store.commit(data, 0, aUnit(data, { region: 'eu-nl' }));

  expect((await readdir(join(dir.path, 'units'), { recursive: true })).toSorted()).toEqual([
    'eu-de',
    `eu-de/${web}.json`,
    'eu-nl',
    `eu-nl/${data}.json`,
  ]);
  expect((await unitText(dir.path)).trimEnd()).not.toMatch(/\n|": /);
});

it('names every fault of a file it cannot trust, and leaves the file alone', async () => {
  const dir = await aStateDir();
  const broken = JSON.stringify({
    version: 1,
    revision: 4,
    data: { ...aUnit(web), snapshotsUsed: -1, images: 'none' },
  });
  await placeUnit(dir.path, broken);

  const opening = lowdbUnitStore(dir);

  await expect(opening).rejects.toThrow(
    /snapshotsUsed: .*[\s\S]*images: |images: .*[\s\S]*snapshotsUsed: /,
  );
  await expect(opening).rejects.toThrow(`${web}.json`);
  expect(await unitText(dir.path)).toBe(broken);
});

it.each([
  ['half a file', '{"version":1,"revision":2,"da', /not JSON/],
  ['a file of a newer version', '{"version":9,"revision":2,"data":{}}', /version 9.*newer Goldie/],
  [
    'the unit of another project',
    JSON.stringify({ version: 1, revision: 1, data: aUnit(data) }),
    /belongs elsewhere/,
  ],
])('refuses %s', async (_, text, complaint) => {
  const dir = await aStateDir();
  await placeUnit(dir.path, text);

  await expect(lowdbUnitStore(dir)).rejects.toThrow(complaint);
  expect(await unitText(dir.path)).toBe(text);
});

it('names every file it cannot trust, not just the first', async () => {
  const dir = await aStateDir();
  await placeUnit(dir.path, '{}');
  await mkdir(join(dir.path, 'units', 'eu-nl'));
  await writeFile(join(dir.path, 'units', 'eu-nl', `${data}.json`), 'oops');

  const opening = lowdbUnitStore(dir);

  await expect(opening).rejects.toThrow(`${web}.json`);
  await expect(opening).rejects.toThrow(`${data}.json`);
});

it('refuses a project that has a file in two regions', async () => {
  const dir = await aStateDir();
  await placeUnit(dir.path, '{}');
  await placeUnit(dir.path, '{}', 'eu-nl');

  await expect(lowdbUnitStore(dir)).rejects.toThrow(/one region/);
});

it('makes no path of a region with dots or slashes in it', async () => {
  const store = await lowdbUnitStore(await aStateDir());

  await expect(store.commit(web, 0, aUnit(web, { region: '../..' }))).rejects.toThrow(
    /not the name of a region/,
  );
});

it('never writes a unit that it could not read again', async () => {
  const store = await lowdbUnitStore(await aStateDir());
  await store.commit(web, 0, aUnit(web));

  await expect(store.commit(web, 1, { ...aUnit(web), snapshotsUsed: 0.5 })).rejects.toThrow();
  expect((await store.read(web))?.version).toBe(1);
});

async function placeUnit(folder: string, text: string, region = 'eu-de'): Promise<void> {
  await mkdir(join(folder, 'units', region), { recursive: true });
  await writeFile(join(folder, 'units', region, `${web}.json`), text);
}

function unitText(folder: string): Promise<string> {
  return readFile(join(folder, 'units', 'eu-de', `${web}.json`), 'utf8');
}

it('loses no audit line when the unit cannot be written after its lines were archived', async () => {
  const dir = await aStateDir();
  const store = await lowdbUnitStore(dir);
  await store.commit(web, 0, aUnit(web, { audit: auditLines(0, 500) }));
  const inTheWay = join(dir.path, 'units', 'eu-de', `${web}.json.unfinished`);
  await mkdir(inTheWay);
  const next = aUnit(web, { audit: auditLines(0, 501) });

  await expect(store.commit(web, 1, next)).rejects.toThrow();
  expect((await store.read(web))?.value.audit).toEqual(auditLines(0, 500));
  await rmdir(inTheWay);
  expect(await store.commit(web, 1, next)).toBe(true);

  const kept = (await store.read(web))?.value.audit ?? [];
  expect([...(await store.archived(web)), ...kept]).toEqual(auditLines(0, 501));
});

it('keeps audit lines in the unit when they cannot be archived', async () => {
  const dir = await aStateDir();
  const store = await lowdbUnitStore(dir);
  await store.commit(web, 0, aUnit(web, { audit: auditLines(0, 500) }));
  await mkdir(join(dir.path, 'audit', `${web}.ndjson`), { recursive: true });

  await expect(store.commit(web, 1, aUnit(web, { audit: auditLines(0, 501) }))).rejects.toThrow();

  expect((await store.read(web))?.value.audit).toEqual(auditLines(0, 500));
});
