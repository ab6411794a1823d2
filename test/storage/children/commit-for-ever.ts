import { writeSync } from 'node:fs';
import { journalInbox } from '../../../src/storage/inbox.ts';
import { openStateDir } from '../../../src/storage/state-dir.ts';
import { lowdbUnitStore } from '../../../src/storage/unit-store.ts';
import { aUnit, auditLines, data, web } from '../units.ts';

/** Commits to two units and records arrivals as fast as it can, and says of each when it was acknowledged. */
const [folder = ''] = process.argv.slice(2);
const dir = await openStateDir(folder);
const units = await lowdbUnitStore(dir);
// A small journal, so that it is rewritten often and the kill has a chance to hit that too.
const inbox = await journalInbox(dir, Date.now, 2_000);

await Promise.all([commitTo(web), commitTo(data), record('a'), record('b')]);

async function commitTo(project: typeof web): Promise<void> {
  const audit = auditLines(0, 200);
  for (let version = 0; ; version += 1) {
    const next = aUnit(project, { snapshotsUsed: version, audit });
    if (!(await units.commit(project, version, next))) throw new Error('a commit was refused');
    say(`unit ${project} ${version + 1}`);
  }
}

async function record(name: string): Promise<void> {
  for (let count = 0; ; count += 1) {
    const key = `${name}${count}`;
    await inbox.record(key, { text: 'x'.repeat(200) });
    say(`came ${key}`);
    if (count % 2 === 0) inbox.done(key);
  }
}

/** Said before anything else happens: a buffered line could be lost with the process. */
function say(line: string): void {
  writeSync(1, `${line}\n`);
}
