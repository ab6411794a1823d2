import { writeSync } from 'node:fs';
import { openStateDir } from '../../../src/storage/state-dir.ts';
import { lowdbUnitStore } from '../../../src/storage/unit-store.ts';
import { aNotice, aUnit } from '../units.ts';

/** Lets one unit after the other owe a notice, says how many do, and stays until it is killed. */
const [folder = ''] = process.argv.slice(2);
const units = await lowdbUnitStore(await openStateDir(folder));
let woken = 0;
for (const project of await units.projects()) {
  await units.commit(project, 1, aUnit(project, { notices: [aNotice(`n${woken}`)] }));
  woken += 1;
  writeSync(1, `woken ${woken}\n`);
}
setInterval(() => undefined, 1_000);
