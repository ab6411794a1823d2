import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Kit, openKit } from '../support/kit.ts';

const wendy = 'U0WEBOP';

let kit: Kit;
beforeEach(async () => {
  kit = await openKit();
});
afterEach(() => kit.close());

/** Runs a step as somebody, and gives how it ended. */
async function ranBy(who: string, step: string, inputs: Readonly<Record<string, unknown>> = {}) {
  const before = kit.workspace.runs().length;
  expect(kit.workspace.as(who).runStep(step, inputs)).toMatchObject({ ok: true });
  await expect
    .poll(() => kit.workspace.runs()[before]?.state, { timeout: 10_000 })
    .not.toBe('running');
  return kit.workspace.runs()[before];
}

describe('a step', () => {
  it('lists the images of whoever uses the workflow', async () => {
    const run = await ranBy(wendy, 'list_images', { filter: 'os=linux' });

    expect(run).toMatchObject({ state: 'completed' });
    expect(run?.outputs.list).toContain('web-golden');
  });

  it('shares an image once its person has agreed', async () => {
    const share = { image: 'web-golden', projects: 'team-data' };
    kit.workspace.as(wendy).runStep('share_image', share);
    const plan = await kit.hears(kit.dm(wendy), 'Share web-golden with team-data.');
    expect(kit.workspace.runs()).toMatchObject([{ state: 'running' }]);

    await kit.press(wendy, plan, 'Share');

    await expect.poll(() => kit.workspace.runs()).toMatchObject([{ state: 'completed' }]);
    await kit.hears('C0DATA', 'offers you the image', 'web-golden');
  });

  it('fails when its person does not agree', async () => {
    const share = { image: 'web-golden', projects: 'team-data' };
    kit.workspace.as(wendy).runStep('share_image', share);
    const plan = await kit.hears(kit.dm(wendy), 'Share web-golden with team-data.');

    await kit.press(wendy, plan, 'Cancel');

    await expect.poll(() => kit.workspace.runs()).toMatchObject([{ state: 'failed' }]);
    expect(kit.workspace.runs()[0]?.error).toContain('nobody agreed to this');
  });

  it('creates an image, and the next one waits for it', async () => {
    const made = await ranBy(wendy, 'create_image', { server: 'web-01', name: 'web-step' });
    const waited = await ranBy(wendy, 'wait_for_job', { job: made?.outputs.job });

    expect(waited).toMatchObject({ state: 'completed', outputs: { job: made?.outputs.job } });
  });

  it.each([
    ['somebody without a project', 'U0GUEST', 'create_image', 'You belong to no project'],
    ['somebody without the right', 'U0WEBRO', 'create_image', 'ims:serverImages:create'],
    ['a job nobody knows', wendy, 'wait_for_job', 'I know no job'],
  ])('fails with a sentence: %s', async (_, who, step, words) => {
    const inputs = { server: 'web-01', name: 'web-step', job: 'no-such-job' };

    const run = await ranBy(who, step, inputs);

    expect(run).toMatchObject({ state: 'failed' });
    expect(run?.error).toContain(words);
  });

  it('fails with the rule that refuses it', async () => {
    const inputs = { server: 'web-01', name: 'a'.repeat(300) };

    const run = await ranBy(wendy, 'create_image', inputs);

    expect(run).toMatchObject({ state: 'failed' });
    expect(run?.error).toContain('128');
  });
});

it('a step whose event comes twice has one effect', async () => {
  kit.workspace.disturb({ duplicateEvents: true });

  await ranBy(wendy, 'create_image', { server: 'web-01', name: 'web-twice' });
  await kit.hears(kit.dm(wendy), 'web-twice is ready');

  const list = await ranBy(wendy, 'list_images');
  expect(String(list?.outputs.list).split('web-twice')).toHaveLength(2);
});

it('a step that waits goes on after a restart', async () => {
  await kit.close();
  const stateDir = await mkdtemp(join(tmpdir(), 'goldie-steps-'));
  kit = await openKit({ stateDir, timeScale: 200 });
  const made = await ranBy(wendy, 'create_image', { server: 'web-01', name: 'web-later' });
  kit.workspace.as(wendy).runStep('wait_for_job', { job: made?.outputs.job });
  const wait = () => kit.workspace.runs()[1];
  await expect.poll(wait).toMatchObject({ state: 'running' });

  await kit.restart();

  await expect.poll(wait, { timeout: 15_000 }).toMatchObject({ state: 'completed' });
  await rm(stateDir, { recursive: true, force: true });
});
