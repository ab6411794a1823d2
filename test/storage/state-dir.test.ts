import { mkdir, readdir, writeFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { openStateDir } from '../../src/storage/state-dir.ts';
import { aChild } from './a-child.ts';
import { aFolder } from './a-state-dir.ts';

it('is refused to a second owner in one sentence that names the folder', async () => {
  const folder = await aFolder();
  const first = await openStateDir(folder);

  await expect(openStateDir(folder)).rejects.toThrow(
    `Another Goldie is using ${folder}: stop it first, or give this one a GOLDIE_STATE_DIR of its own.`,
  );

  await first.close();
  await (await openStateDir(folder)).close();
});

it('is refused while another process lives, and taken over at once when it was killed', async () => {
  const folder = await aFolder();
  const child = await aChild('test/storage/children/hold-state-dir.ts', [folder]);
  await child.says('open');

  await expect(openStateDir(folder)).rejects.toThrow(/Another Goldie/);
  await child.kill();

  await (await openStateDir(folder)).close();
});

it('goes to one only of several that find its owner dead', async () => {
  const folder = await aFolder();
  await abandon(folder, { pid: process.pid, host: hostname(), life: 'an earlier one' });

  const openings = await Promise.allSettled([1, 2, 3].map(() => openStateDir(folder)));

  const opened = openings.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []));
  expect(opened).toHaveLength(1);
  await opened[0]?.close();
});

it('is not taken from an owner on another machine whose lock is fresh', async () => {
  const folder = await aFolder();
  await abandon(folder, { pid: 1, host: 'another-machine', life: 'x' });

  await expect(openStateDir(folder)).rejects.toThrow(/Another Goldie/);
});

it('is cleared of unfinished writes when it is opened', async () => {
  const folder = await aFolder();
  await mkdir(join(folder, 'units', 'eu-de'), { recursive: true });
  await writeFile(join(folder, 'units', 'eu-de', 'x.json.unfinished'), '{"vers');

  const dir = await openStateDir(folder);

  expect(await readdir(join(folder, 'units', 'eu-de'))).toEqual([]);
  await dir.close();
});

async function abandon(folder: string, owner: unknown): Promise<void> {
  await mkdir(join(folder, 'in-use.lock'));
  await writeFile(join(folder, 'owner.json'), JSON.stringify(owner));
}
