import { readdir } from 'node:fs/promises';
import { expect, it } from 'vitest';
import { journalInbox } from '../../src/storage/inbox.ts';
import { lowdbUnitStore } from '../../src/storage/unit-store.ts';
import { aChild, type Child } from './a-child.ts';
import { aFolder, aStateDir } from './a-state-dir.ts';
import { data, web } from './units.ts';

it.each([0, 1, 2, 3, 4])(
  'has kept all it acknowledged, and nothing torn, when it is killed in the middle of its work (%i)',
  { timeout: 60_000 },
  async (round) => {
    await Promise.all([0, 1, 2, 3].map((lane) => killAndLook(1 + round * 4 + lane)));
  },
);

/** Kills a process that commits and records for ever once it has said `commits`, and opens what it left. */
async function killAndLook(commits: number): Promise<void> {
  const folder = await aFolder();
  const child = await aChild('test/storage/children/commit-for-ever.ts', [folder]);
  await child.says(`unit ${web} ${commits}`);
  await child.kill();

  const dir = await aStateDir(folder);
  const units = await lowdbUnitStore(dir);
  for (const project of [web, data]) {
    const acknowledged = Number(said(child, `unit ${project} `).at(-1) ?? 0);
    const stored = await units.read(project);
    const found = stored?.version ?? 0;
    // One more may have been finished that there was no time to say.
    expect([acknowledged, acknowledged + 1]).toContain(found);
    expect(stored?.value.snapshotsUsed ?? 0).toBe(Math.max(0, found - 1));
  }

  const inbox = await journalInbox(dir);
  const unanswered = new Set(inbox.unanswered().map(({ key }) => key));
  for (const key of said(child, 'came ')) {
    if (Number(key.slice(1)) % 2 === 1) expect(unanswered).toContain(key);
    expect(await inbox.record(key, {})).toBe('known');
  }
  await inbox.close();
  expect((await readdir(folder, { recursive: true })).join()).not.toMatch(/unfinished/);
}

function said(child: Child, start: string): readonly string[] {
  return child.said.flatMap((line) => (line.startsWith(start) ? [line.slice(start.length)] : []));
}
