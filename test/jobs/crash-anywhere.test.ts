import { describe, expect, it } from 'vitest';
import type { UnitStore } from '../../src/cloud/ports.ts';
import { JobType } from '../../src/images/job.ts';
import type { Unit } from '../../src/images/unit.ts';
import { openStateDir } from '../../src/storage/state-dir.ts';
import { lowdbUnitStore, memoryUnitStore } from '../../src/storage/unit-store.ts';
import { aFolder } from '../storage/a-state-dir.ts';
import { aClock, drive, fill, unitsIn } from './drive.ts';
import { everyJob } from './every-job.ts';

/** How long Goldie is down after it was killed, ms. */
const rest = 60_000;

describe.each([...JobType.options])('%s', (type) => {
  it('ends the same wherever the process dies, before a write or right after it', {
    timeout: 60_000,
  }, async () => {
    const { home, after: accepted } = everyJob[type]();
    const calm = memoryUnitStore();
    await fill(calm, accepted);
    const counted = dyingAt(calm, Number.POSITIVE_INFINITY, false);
    await drive(counted.units, home, aClock());
    const expected = (await unitsIn(calm)).map(lasting);
    expect(counted.writes()).toBeGreaterThan(0);

    for (let write = 1; write <= counted.writes(); write += 1)
      for (const written of [false, true]) {
        const ends = await acrossADeath(accepted, home, write, written);
        expect(ends, `dying ${written ? 'after' : 'before'} write ${write}`).toEqual(expected);
      }
  });
});

/** Two lives on the same folder: the first dies at a write, the second does the rest. */
async function acrossADeath(
  accepted: readonly Unit[],
  home: Unit['project'],
  write: number,
  written: boolean,
): Promise<readonly unknown[]> {
  const folder = await aFolder();
  const clock = aClock();
  const first = await openStateDir(folder);
  const before = await lowdbUnitStore(first, clock);
  await fill(before, accepted);
  await expect(drive(dyingAt(before, write, written).units, home, clock)).rejects.toBe(death);
  await first.close();

  clock.reach(clock() + rest);
  const second = await openStateDir(folder);
  const units = await lowdbUnitStore(second, clock);
  await drive(units, home, clock);
  const ends = (await unitsIn(units)).map(lasting);
  await second.close();
  return ends;
}

const death = new Error('killed');

/** A store whose process dies at one of its writes; `written`: the disk has it, and nobody was told. */
function dyingAt(units: UnitStore, last: number, written: boolean) {
  let writes = 0;
  const dying: UnitStore = {
    ...units,
    async commit(project, basedOn, next) {
      writes += 1;
      if (writes > last || (writes === last && !written)) throw death;
      const done = await units.commit(project, basedOn, next);
      if (writes === last) throw death;
      return done;
    },
  };
  return { units: dying, writes: () => writes };
}

/** All but when an effect was really written, which is later after a rest. */
function lasting(unit: Unit) {
  return { ...unit, effects: Object.keys(unit.effects).sort() };
}
