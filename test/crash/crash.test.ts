import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { root } from '../../src/root.ts';
import type { SeenMessage } from '../../src/workspace/keyboard/seen-message.ts';
import { readWorkspaceSeed } from '../../src/workspace/seed.ts';
import { startWorkspace, type Workspace } from '../../src/workspace/workspace.ts';
import { expectEveryMessageOnce, expectEveryWishOnce } from './accounts.ts';
import { aftermath, nothingOwed } from './aftermath.ts';
import { chance } from './chance.ts';
import { type CompiledGoldie, compileGoldie } from './compiled-goldie.ts';
import { lives } from './lives.ts';
import { persistentPerson } from './persistent-person.ts';
import { stateWrites } from './state-writes.ts';
import { type Cast, storySteps, tellStory } from './story.ts';
import { trouble } from './trouble.ts';

const killsPerStory = 10;

let compiled: CompiledGoldie | undefined;
beforeAll(async () => {
  compiled = await compileGoldie();
}, 120_000);
afterAll(() => compiled?.remove());

describe.concurrent('Goldie, killed ten times in each of its stories', () => {
  it.each([
    [1, 2, 3],
    [4, 5],
  ])(
    'loses nothing and does nothing twice (seeds %i, %i ...)',
    { timeout: 600_000 },
    async (...seeds) => {
      for (const seed of seeds) await liveThrough(seed);
    },
  );
});

async function liveThrough(seed: number): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'goldie-crash-'));
  const workspace = await aWorkspace();
  const writes = await stateWrites(folder);
  const goldie = lives(compiled?.main ?? '', {
    SLACK_BOT_TOKEN: workspace.tokens.bot,
    SLACK_APP_TOKEN: workspace.tokens.app,
    SLACK_API_URL: workspace.apiUrl,
    GOLDIE_STATE_DIR: folder,
    GOLDIE_TIME_SCALE: '5000',
    GOLDIE_LOG_LEVEL: process.env.GOLDIE_TEST_LOG ?? 'fatal',
  });
  const wendy = persistentPerson(workspace, goldie, 'U0WEBOP');
  const dan = persistentPerson(workspace, goldie, 'U0DATOP');
  const cast = { wendy, dan, image: `image-${seed}`, server: `server-${seed}` };
  try {
    await goldie.ready();
    const plan = { steps: storySteps, kills: killsPerStory };
    const killer = trouble(plan, chance(seed), goldie, writes);
    await tellStory(cast, killer);
    await nothingOwed(folder, writes);
    await goldie.end();
    expect(killer.kills()).toBe(killsPerStory);
    expectEveryWishOnce(await aftermath(folder), cast);
    expectEveryMessageOnce(saidIn(workspace, cast), cast);
  } finally {
    await goldie.kill();
    writes.close();
    await workspace.close();
    await rm(folder, { recursive: true, force: true });
  }
}

async function aWorkspace(): Promise<Workspace> {
  const seedPath = join(root, 'data', 'demo', 'workspace.yml');
  return startWorkspace({
    port: 0,
    manifest: await readFile(join(root, 'manifest.yml'), 'utf8'),
    seed: readWorkspaceSeed(await readFile(seedPath, 'utf8'), seedPath),
    ackWithinMs: 1000,
    timeScale: 100,
  });
}

/** All that was said where the story happens, as those see it who are there. */
function saidIn(workspace: Workspace, { wendy, dan }: Cast): readonly SeenMessage[] {
  return [
    ...workspace.messages(wendy.dm, { as: 'U0WEBOP' }),
    ...workspace.messages(dan.dm, { as: 'U0DATOP' }),
    ...workspace.messages('C0DATA', { as: 'U0DATOP' }),
  ];
}
