import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { StepWait } from '../../src/slack/ports.ts';
import { filedStepWaits, memoryStepWaits } from '../../src/storage/step-waits.ts';

const wait = (execution: string) =>
  StepWait.parse({ execution, project: '0b6f5a4c3d2e1f00a1b2c3d4e5f60718', job: 'job-1' });

let path: string;
beforeEach(async () => {
  path = await mkdtemp(join(tmpdir(), 'goldie-waits-'));
});
afterEach(() => rm(path, { recursive: true, force: true }));

describe.each([
  ['filed', () => filedStepWaits({ path })],
  ['in memory', () => memoryStepWaits()],
])('steps that wait, %s', (_, open) => {
  it('are kept, changed at the same time as they may be', async () => {
    const waits = await open();

    await Promise.all(['Fx1', 'Fx2', 'Fx3'].map((id) => waits.change((all) => [...all, wait(id)])));
    await waits.change((all) => all.filter(({ execution }) => execution !== 'Fx2'));

    expect(
      waits
        .all()
        .map(({ execution }) => execution)
        .toSorted(),
    ).toEqual(['Fx1', 'Fx3']);
  });
});

it('steps that wait are there after a restart', async () => {
  await (await filedStepWaits({ path })).change(() => [wait('Fx1')]);

  expect((await filedStepWaits({ path })).all()).toEqual([wait('Fx1')]);
});

it('a file of waiting steps that cannot be read stops the start, with its path', async () => {
  await writeFile(join(path, 'steps.json'), '{"waits": 3}');

  await expect(filedStepWaits({ path })).rejects.toThrow('steps.json');
});
