import { describe, expect, it } from 'vitest';
import type { Hands, UnitStore } from '../../src/cloud/ports.ts';
import { type JobId, ProjectId } from '../../src/images/ids.ts';
import { memoryUnitStore } from '../../src/storage/unit-store.ts';
import {
  aClock,
  aHome,
  aLab,
  creation,
  data,
  image,
  offering,
  ops,
  start,
  web,
  withdrawal,
} from './a-lab.ts';

const sec = 1000;

describe('a job of the lab', () => {
  it('waits until its step is due by the time scale, and runs meanwhile', async () => {
    const { hands, clock, job } = await aLabWith(creation());
    clock.pass(2 * sec - 1);

    const moved = await hands.advance(web, job);

    expect(moved.dueAt).toBe(start + 2 * sec);
    expect(moved.unit.jobs[0]?.status).toBe('RUNNING');
    expect(moved.unit.images[0]?.status).toBe('queued');
  });

  it('does one step when it is due, and says when the next one is', async () => {
    const { hands, clock, job } = await aLabWith(creation());
    clock.pass(2 * sec);

    const moved = await hands.advance(web, job);

    expect(moved.unit.images[0]?.status).toBe('saving');
    expect(moved.dueAt).toBe(start + 12 * sec);
  });

  it('ends with its last step and owes the news of it', async () => {
    const { hands, clock, job, units } = await aLabWith(creation());
    clock.pass(12 * sec);

    await hands.advance(web, job);
    const moved = await hands.advance(web, job);

    expect(moved.dueAt).toBeUndefined();
    const unit = (await units.read(web))?.value;
    expect(unit?.images[0]?.status).toBe('active');
    expect(unit?.jobs[0]).toMatchObject({ status: 'SUCCESS', endedAt: at(12 * sec) });
    expect(unit?.notices.map(({ kind }) => kind)).toEqual(['job.finished']);
  });

  it('catches up after a rest: each step counts from when the one before was due', async () => {
    const { hands, clock, job, units } = await aLabWith(creation());
    clock.pass(3600 * sec);

    await hands.advance(web, job);
    await hands.advance(web, job);

    const unit = (await units.read(web))?.value;
    expect(unit?.jobs[0]?.endedAt).toBe(at(12 * sec));
    expect(unit?.images[0]?.activeAt).toBe(at(12 * sec));
  });

  it('changes nothing when it has ended, or is not there', async () => {
    const { hands, clock, job, units } = await aLabWith(creation());
    clock.pass(12 * sec);
    for (let turn = 0; turn < 2; turn += 1) await hands.advance(web, job);
    const ended = await units.read(web);

    expect(await hands.advance(web, job)).toEqual({ unit: ended?.value, touched: [] });
    expect(await units.read(web)).toEqual(ended);
  });

  it('fails as the lab is told, is cleaned up, and owes the news of that', async () => {
    const { hands, clock, job } = await aLabWith(creation(), (_, { kind }) =>
      kind === 'transfer' ? { code: 'IMG.0020', reason: 'the store is full' } : undefined,
    );
    clock.pass(12 * sec);

    await hands.advance(web, job);
    const { unit, dueAt } = await hands.advance(web, job);

    expect(dueAt).toBeUndefined();
    expect(unit.jobs[0]).toMatchObject({ status: 'FAIL', error: { code: 'IMG.0020' } });
    expect(unit.images[0]?.status).toBe('killed');
    expect(unit.notices.map(({ kind }) => kind)).toEqual(['job.failed']);
  });
});

describe('a step with a target', () => {
  it('changes the unit of the target, with its effect, and says which unit it touched', async () => {
    const { hands, clock, job, units } = await aLabWith(offering([data, ops]));
    clock.pass(1 * sec);

    const moved = await hands.advance(web, job);

    expect(moved.touched).toEqual([data]);
    const target = (await units.read(data))?.value;
    expect(target?.received).toMatchObject([{ imageId: image, owner: web, status: 'pending' }]);
    expect(target?.notices.map(({ kind }) => kind)).toEqual(['share.offered']);
    expect(Object.keys(target?.effects ?? {})).toEqual([`${job}/0`]);
    expect(await units.read(ops)).toBeUndefined();
  });

  it('reaches the target once although the process died before it could note that down', async () => {
    const { hands, clock, job, units } = await aLabWith(offering([data]));
    clock.pass(1 * sec);
    const dying = aLab({ ...units, commit: dieWhenCommitting(units, web) }, clock);
    await expect(dying.advance(web, job)).rejects.toThrow('died');
    await deliverNotices(units, data);

    await hands.advance(web, job);

    const target = (await units.read(data))?.value;
    expect(target?.received).toHaveLength(1);
    expect(target?.notices).toEqual([]);
    expect((await units.read(web))?.value.jobs[0]?.status).toBe('SUCCESS');
  });

  it('fails the job when the target is no project any more', async () => {
    const gone = ProjectId.parse('f'.repeat(32));
    const { hands, clock, job } = await aLabWith(offering([gone]));
    clock.pass(1 * sec);

    const { unit } = await hands.advance(web, job);

    expect(unit.jobs[0]).toMatchObject({ status: 'FAIL', error: { code: 'IMG.0108' } });
  });

  it('has nothing to take back from a project that is no more', async () => {
    const gone = ProjectId.parse('f'.repeat(32));
    const { hands, clock, job } = await aLabWith(withdrawal([gone]));
    clock.pass(1 * sec);

    const { unit } = await hands.advance(web, job);

    expect(unit.jobs[0]?.status).toBe('SUCCESS');
  });

  it('waits for an earlier job about the same image, so that nothing overtakes', async () => {
    const late = withdrawal([data]);
    const { hands, clock, job, units } = await aLabWith(offering([data]), undefined, late);
    clock.pass(0.5 * sec);

    expect((await hands.advance(web, late.id)).dueAt).toBe(start + 1 * sec);
    clock.pass(0.5 * sec);
    await hands.advance(web, job);
    await hands.advance(web, late.id);

    expect((await units.read(data))?.value.received).toEqual([]);
    expect((await units.read(web))?.value.jobs.map(({ status }) => status)).toEqual([
      'SUCCESS',
      'SUCCESS',
    ]);
  });
});

it('looks again when somebody else was faster, and keeps what they changed', async () => {
  const { clock, job, units } = await aLabWith(creation());
  clock.pass(2 * sec);
  const rivalled = aLab({ ...units, commit: afterARival(units) }, clock);

  await rivalled.advance(web, job);

  const unit = (await units.read(web))?.value;
  expect(unit?.snapshotsUsed).toBe(7);
  expect(unit?.images[0]?.status).toBe('saving');
});

it('does each step once however many hands are at it', async () => {
  const { clock, job, units } = await aLabWith(offering([data, ops]));
  const many = [1, 2, 3, 4].map(() => aLab(units, clock));
  clock.pass(60 * sec);

  await Promise.all(many.map((hands) => toTheEnd(hands, job)));

  for (const target of [data, ops]) {
    const stored = await units.read(target);
    expect(stored?.version).toBe(1);
    expect(stored?.value.notices).toHaveLength(1);
  }
  expect((await units.read(web))?.value.notices).toHaveLength(1);
});

async function aLabWith(
  job: ReturnType<typeof creation>,
  faults?: Parameters<typeof aLab>[2],
  ...more: ReturnType<typeof creation>[]
) {
  const clock = aClock();
  const units = memoryUnitStore(clock);
  await units.commit(web, 0, aHome([job, ...more]));
  return { units, clock, hands: aLab(units, clock, faults), job: job.id };
}

async function toTheEnd(hands: Hands, job: JobId): Promise<void> {
  while ((await hands.advance(web, job)).dueAt !== undefined);
}

function dieWhenCommitting(units: UnitStore, own: ProjectId): UnitStore['commit'] {
  return async (project, basedOn, next) => {
    if (project === own && next.jobs[0]?.steps[0]?.state === 'done') throw new Error('died');
    return units.commit(project, basedOn, next);
  };
}

function afterARival(units: UnitStore): UnitStore['commit'] {
  let rivalled = false;
  return async (project, basedOn, next) => {
    if (!rivalled) {
      rivalled = true;
      const now = await units.read(project);
      if (now) await units.commit(project, now.version, { ...now.value, snapshotsUsed: 7 });
    }
    return units.commit(project, basedOn, next);
  };
}

async function deliverNotices(units: UnitStore, project: ProjectId): Promise<void> {
  const now = await units.read(project);
  if (now) await units.commit(project, now.version, { ...now.value, notices: [] });
}

function at(ms: number): string {
  return new Date(start + ms).toISOString();
}
