import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { openStateDir, type StateDir } from '../../src/storage/state-dir.ts';

/** An empty folder that is gone when the test is over. */
export async function aFolder(): Promise<string> {
  const path = await mkdtemp(join(tmpdir(), 'goldie-state-'));
  onTestFinished(() => rm(path, { recursive: true, force: true }));
  return path;
}

/** A state folder of this test's own. */
export async function aStateDir(folder?: string): Promise<StateDir> {
  const dir = await openStateDir(folder ?? (await aFolder()));
  onTestFinished(() => dir.close().catch(() => undefined));
  return dir;
}

/** A clock that stands still until it is told otherwise. */
export function aClock(start = '2026-11-20T09:00:00.000Z') {
  let now = Date.parse(start);
  return Object.assign(() => now, {
    pass: (ms: number) => {
      now += ms;
    },
  });
}
