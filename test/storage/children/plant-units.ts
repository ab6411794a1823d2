import { writeSync } from 'node:fs';
import { openStateDir } from '../../../src/storage/state-dir.ts';
import { lowdbUnitStore } from '../../../src/storage/unit-store.ts';
import { manyUnits } from '../units.ts';

/** Plants many units, saying how many are made. */
const [folder = ''] = process.argv.slice(2);

function* telling() {
  let made = 0;
  for (const unit of manyUnits()) {
    made += 1;
    writeSync(1, `made ${made}\n`);
    yield unit;
  }
}

const store = await lowdbUnitStore(await openStateDir(folder));
await store.plant(telling());
writeSync(1, 'planted\n');
