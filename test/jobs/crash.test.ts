import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import type { Job } from '../../src/images/job.ts';
import { openStateDir } from '../../src/storage/state-dir.ts';
import { lowdbUnitStore } from '../../src/storage/unit-store.ts';
import { aHome, creation, data, offering, ops, web } from '../cloud/a-lab.ts';
import { aChild } from '../storage/a-child.ts';
import { aFolder } from '../storage/a-state-dir.ts';

/** What the process has just said when it is killed, life after life. */
const deaths = ['up', 'shown creation', 'posted offering/offered', 'shown offering', 'up'];

it('finishes every job and posts every notice once, however often it is killed', {
  timeout: 60_000,
}, async () => {
  const folder = await aFolder();
  const chat = join(folder, 'chat');
  await fill(folder, [creation(), offering([data, ops]), inLine(), cancelled()].map(justBegun));

  for (const last of deaths) {
    const child = await run(folder, chat);
    await Promise.race([child.says(last), child.says('all done')]);
    await child.kill();
  }
  const survivor = await run(folder, chat);
  await survivor.says('all done');
  await survivor.kill();

  const posted = (await readFile(chat, 'utf8')).trimEnd().split('\n');
  expect(posted.toSorted()).toEqual([
    'cancelled/failed',
    'creation/finished',
    'in-line/finished',
    'offering/finished',
    `offering/offered/${data}`,
    `offering/offered/${ops}`,
  ]);
  const dir = await openStateDir(join(folder, 'state'));
  const units = await lowdbUnitStore(dir);
  const home = (await units.read(web))?.value;
  expect(home?.jobs.map(({ status }) => status)).toEqual(['SUCCESS', 'SUCCESS', 'SUCCESS', 'FAIL']);
  expect(home?.images[0]?.status).toBe('active');
  for (const target of [data, ops])
    expect((await units.read(target))?.value.received).toHaveLength(1);
  await dir.close();
});

function run(folder: string, chat: string) {
  return aChild('test/jobs/children/run-jobs.ts', [folder, chat]);
}

async function fill(folder: string, jobs: readonly Job[]): Promise<void> {
  const dir = await openStateDir(join(folder, 'state'));
  await (await lowdbUnitStore(dir)).commit(web, 0, aHome(jobs));
  await dir.close();
}

/** Work that begins when the first job has ended, and makes no image of its own. */
function inLine(): Job {
  const { imageId: _, ...job } = creation('in-line');
  return { ...job, inLine: true };
}

function cancelled(): Job {
  const { imageId: _, ...job } = creation('cancelled');
  const at = new Date().toISOString();
  return { ...job, cancel: { who: 'U0WEBOP', name: 'Wendy', at, origin: job.origin } };
}

function justBegun(job: Job): Job {
  const at = new Date().toISOString();
  return { ...job, createdAt: at, stepBegunAt: at, card: { channel: 'C0WEB', ts: '1.1' } };
}
