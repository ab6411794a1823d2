import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import type { Unit } from '../../src/images/unit.ts';
import { openStateDir } from '../../src/storage/state-dir.ts';
import { type ArchivingUnitStore, lowdbUnitStore } from '../../src/storage/unit-store.ts';
import { aChild } from './a-child.ts';
import { aFolder, aStateDir } from './a-state-dir.ts';
import { manyUnits } from './units.ts';

it('has all that was planted after a restart', async () => {
  const folder = await aFolder();
  const dir = await openStateDir(folder);
  const before = await lowdbUnitStore(dir);
  await before.plant(manyUnits());
  await before.close();
  await dir.close();

  const store = await lowdbUnitStore(await aStateDir(folder));

  expect(await unitsIn(store)).toEqual(manyUnits());
  await store.close();
});

it('keeps whole units only when making them fails in between, and completes them later', async () => {
  const folder = await aFolder();
  const store = await lowdbUnitStore(await aStateDir(folder));

  await expect(store.plant(failingAfter(300))).rejects.toThrow('no more');

  const files = await readdir(join(folder, 'units', 'eu-de'));
  expect(files.filter((name) => !name.endsWith('.json'))).toEqual([]);
  expect((await store.projects()).length).toBe(files.length);
  await store.plant(manyUnits());
  expect(await unitsIn(store)).toEqual(manyUnits());
  await store.close();
});

it.each(['made 1', 'made 130', 'made 400', 'planted'])(
  'completes a planting that was killed when it had said "%s"',
  { timeout: 60_000 },
  async (said) => {
    const folder = await aFolder();
    const child = await aChild('test/storage/children/plant-units.ts', [folder]);
    await child.says(said);
    await child.kill();

    const store = await lowdbUnitStore(await aStateDir(folder));
    await store.plant(manyUnits());

    expect(await unitsIn(store)).toEqual(manyUnits());
    await store.close();
  },
);

function* failingAfter(count: number): Generator<Unit> {
  yield* manyUnits().slice(0, count);
  throw new Error('no more');
}

async function unitsIn(store: ArchivingUnitStore): Promise<readonly (Unit | undefined)[]> {
  const projects = (await store.projects()).toSorted();
  return Promise.all(projects.map(async (project) => (await store.read(project))?.value));
}
