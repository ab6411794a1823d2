import { describe, expect, it } from 'vitest';
import type { Hands, UnitStore } from '../../src/cloud/ports.ts';
import type { Job } from '../../src/images/job.ts';
import { memoryUnitStore } from '../../src/storage/unit-store.ts';
import {
  aClock,
  aHome,
  aLab,
  creation,
  data,
  offering,
  ops,
  start,
  web,
  withdrawal,
} from './a-lab.ts';

const sec = 1000;
const cancel = {
  who: 'U0ADMIN',
  name: 'Ada',
  at: new Date(start).toISOString(),
  origin: { person: 'U0ADMIN' },
};

describe('a job that somebody cancelled', () => {
  it('is stopped at once, before its step is due', async () => {
    const { units, hands } = await aLabWith({ ...creation(), cancel });

    const { unit, dueAt } = await toTheEnd(hands, 'creation');

    expect(dueAt).toBeUndefined();
    expect(unit.jobs[0]).toMatchObject({ status: 'FAIL', error: { code: 'IMSX.0061' } });
    expect(unit.images[0]?.status).toBe('deleted');
    expect((await units.read(web))?.value).toEqual(unit);
  });

  it('is stopped in line too, and gives its place to nobody', async () => {
    const { hands } = await aLabWith(
      creation('first'),
      { ...creation('second'), inLine: true, cancel },
      { ...creation('third'), inLine: true },
    );

    const { unit } = await toTheEnd(hands, 'second');

    expect(unit.jobs.map(({ status, inLine }) => [status, inLine])).toEqual([
      ['INIT', false],
      ['FAIL', false],
      ['INIT', true],
    ]);
  });

  it('makes room for the next one in line', async () => {
    const { hands } = await aLabWith(
      { ...creation('first'), cancel },
      { ...creation('second'), inLine: true },
    );

    const { unit } = await toTheEnd(hands, 'first');

    expect(unit.jobs[1]?.inLine).toBe(false);
  });

  it('keeps what was delivered and delivers nothing more', async () => {
    const { units, hands, clock } = await aLabWith(offering([data, ops]));
    clock.pass(1 * sec);
    await hands.advance(web, offering([]).id);
    await mark(units);

    const { unit } = await toTheEnd(hands, 'offering');

    expect(unit.jobs[0]).toMatchObject({
      status: 'FAIL',
      steps: [{ state: 'done' }, { state: 'failed' }],
    });
    expect((await units.read(data))?.value.received).toHaveLength(1);
    expect((await units.read(ops))?.value.received).toEqual([]);
  });

  it('counts an offer as delivered that reached its project before anybody noted it', async () => {
    const { units, hands, clock } = await aLabWith(offering([data, ops]));
    clock.pass(1 * sec);
    await expect(dying(units, clock).advance(web, offering([]).id)).rejects.toThrow('died');
    await mark(units);

    const { unit } = await toTheEnd(hands, 'offering');

    expect(unit.jobs[0]?.steps.map(({ state }) => state)).toEqual(['done', 'failed']);
    expect((await units.read(data))?.value.received).toHaveLength(1);
  });

  it('is not done behind the back of the one who stops it', async () => {
    const { units, hands, clock } = await aLabWith(offering([data]));
    clock.pass(1 * sec);
    const slow = holdingRead(units);
    const late = aLab(slow.units, clock).advance(web, offering([]).id);
    await mark(units);
    await toTheEnd(hands, 'offering');
    slow.goOn();
    await late;

    expect((await units.read(web))?.value.jobs[0]?.status).toBe('FAIL');
    expect((await units.read(data))?.value.received).toEqual([]);
  });

  it('is stopped once although the process died between closing a step and ending the job', async () => {
    const { units, hands } = await aLabWith({ ...offering([data]), cancel });
    const clock = aClock();
    const half = aLab(
      { ...units, commit: dieOn(units, ({ jobs }) => jobs[0]?.status === 'FAIL') },
      clock,
    );
    await expect(half.advance(web, offering([]).id)).rejects.toThrow('died');

    const { unit } = await toTheEnd(hands, 'offering');

    expect(unit.jobs[0]?.error?.code).toBe('IMSX.0061');
    expect(unit.notices.map(({ kind }) => kind)).toEqual(['job.cancelled', 'job.cancelled']);
  });

  it('goes on where it is too late, and tells the one who cancelled', async () => {
    const { hands, clock } = await aLabWith({ ...withdrawal([data]), cancel });
    clock.pass(1 * sec);

    const { unit } = await toTheEnd(hands, 'withdrawal');

    expect(unit.jobs[0]?.status).toBe('SUCCESS');
    expect(unit.notices.map(({ kind, to }) => [kind, to])).toEqual([
      ['job.finished', { channel: 'C0WEB' }],
      ['job.cancel-too-late', { person: 'U0ADMIN' }],
    ]);
  });
});

async function aLabWith(...jobs: readonly Job[]) {
  const clock = aClock();
  const units = memoryUnitStore(clock);
  await units.commit(web, 0, aHome(jobs));
  return { units, clock, hands: aLab(units, clock) };
}

async function mark(units: UnitStore): Promise<void> {
  const stored = await units.read(web);
  if (!stored) throw new Error('there is no unit');
  const jobs = stored.value.jobs.map((job) => ({ ...job, cancel }));
  await units.commit(web, stored.version, { ...stored.value, jobs });
}

async function toTheEnd(hands: Hands, id: string) {
  for (;;) {
    const moved = await hands.advance(web, creation(id).id);
    if (moved.dueAt === undefined) return moved;
  }
}

/** Hands that reach the target and die before they can note it. */
function dying(units: UnitStore, clock: () => number): Hands {
  const commit = dieOn(units, ({ jobs }) => jobs[0]?.steps[0]?.state === 'done');
  return aLab({ ...units, commit }, clock);
}

function dieOn(
  units: UnitStore,
  when: (unit: Parameters<UnitStore['commit']>[2]) => boolean,
): UnitStore['commit'] {
  return async (project, basedOn, next) => {
    if (when(next)) throw new Error('died');
    return units.commit(project, basedOn, next);
  };
}

/** A store whose first look at the target waits until it is told to go on. */
function holdingRead(units: UnitStore) {
  let goOn = () => {};
  const held = new Promise<void>((resolve) => {
    goOn = resolve;
  });
  const waiting: UnitStore = {
    ...units,
    async read(project) {
      if (project === data) await held;
      return units.read(project);
    },
  };
  return { units: waiting, goOn };
}
