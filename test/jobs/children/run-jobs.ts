import { appendFileSync, existsSync, readFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { labCloud } from '../../../src/cloud/lab-cloud.ts';
import { jobRunner } from '../../../src/jobs/job-runner.ts';
import { systemTimers } from '../../../src/jobs/system-timers.ts';
import { openStateDir } from '../../../src/storage/state-dir.ts';
import { lowdbUnitStore } from '../../../src/storage/unit-store.ts';
import { directory } from '../../cloud/a-lab.ts';

/** Runs the jobs of a state folder much faster than documented; its chat is a file with the ID of each post in a line. */
const [folder = '', chat = ''] = process.argv.slice(2);
const clock = Date.now;
const dir = await openStateDir(join(folder, 'state'));
const units = await lowdbUnitStore(dir, clock);
const hands = labCloud({ units, directory, profiles: new Map(), clock, timeScale: 60 });

const runner = jobRunner({
  units,
  hands,
  clock,
  timers: systemTimers,
  log: { warn: (facts, message) => void writeSync(2, `${message} ${String(facts.err)}\n`) },
  messenger: {
    async post({ id }, mayBeThere) {
      const there =
        mayBeThere && existsSync(chat) && readFileSync(chat, 'utf8').includes(`${id}\n`);
      if (!there) appendFileSync(chat, `${id}\n`);
      writeSync(1, `posted ${id}\n`);
      return { channel: 'C0WEB', ts: '1' };
    },
    show: ({ id, status }) => void writeSync(1, `shown ${id} ${status}\n`),
    async showEnd() {},
  },
});
writeSync(1, 'up\n');
await runner.start();
for (;;) {
  await runner.idle();
  const all = await Promise.all((await units.projects()).map((project) => units.read(project)));
  const open = all.some((unit) => unit?.value.jobs.some(({ endedAt }) => endedAt === undefined));
  if (!open && all.every((unit) => unit?.value.notices.length === 0)) break;
  await new Promise((resolve) => systemTimers.after(5, () => resolve(undefined)));
}
writeSync(1, 'all done\n');
