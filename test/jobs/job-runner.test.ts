import { describe, expect, it } from 'vitest';
import type { Hands, UnitStore } from '../../src/cloud/ports.ts';
import type { Job } from '../../src/images/job.ts';
import type { Unit } from '../../src/images/unit.ts';
import { memoryUnitStore } from '../../src/storage/unit-store.ts';
import { aHome, aLab, creation, data, offering, ops, start, web } from '../cloud/a-lab.ts';
import { aChat, aRunner, aTime } from './a-runner.ts';

const sec = 1000;
const card = { channel: 'C0WEB', ts: '1.1' };

describe('the job runner', () => {
  it('moves a job when it is due and sleeps in between', async () => {
    const { runner, units, time, chat } = await aHouse([creation()]);
    await runner.start();
    await runner.idle();
    expect(time.waiting).toBe(1);

    await runner.pass(2 * sec);
    expect((await unitOf(units))?.images[0]?.status).toBe('saving');

    await runner.pass(10 * sec);
    expect((await unitOf(units))?.images[0]?.status).toBe('active');
    expect(chat.posted.map(({ kind }) => kind)).toEqual(['job.finished']);
    expect(time.waiting).toBe(0);
  });

  it('takes up a job as soon as it is told of its unit', async () => {
    const { runner, units } = await aHouse([]);
    await runner.start();

    await put(units, aHome([creation()]));
    runner.touched(web);
    await runner.idle();
    await runner.pass(12 * sec);

    expect((await unitOf(units))?.jobs[0]?.status).toBe('SUCCESS');
  });

  it('shows each move on the card of a job, and nothing of a job without one', async () => {
    const { runner, chat } = await aHouse([{ ...creation(), card }, creation('plain')]);
    await runner.start();
    await runner.idle();
    await runner.pass(60 * sec);

    expect(new Set(chat.shown.map(({ id }) => id))).toEqual(new Set(['creation']));
    expect(chat.shown.map(({ status }) => status)).toEqual(['RUNNING', 'RUNNING', 'SUCCESS']);
  });

  it('tells recipients of an offer as soon as it has been delivered', async () => {
    const { runner, chat, units } = await aHouse([offering([data, ops])]);
    await runner.start();
    await runner.idle();
    await runner.pass(1 * sec);

    expect(chat.posted.map(({ kind, to }) => [kind, to])).toEqual([
      ['share.offered', { project: data }],
    ]);
    expect((await units.read(data))?.value.notices).toEqual([]);
  });

  it('goes on with other jobs and other units while one cannot be moved', async () => {
    const { units, time, chat } = await aHouse([creation('bad'), creation('good')]);
    await put(units, { ...aHome([creation('elsewhere')]), project: ops });
    const hands = brokenFor('bad', aLab(units, time.clock));
    const runner = aRunner(units, hands, chat, time);
    await runner.start();
    await runner.idle();
    await runner.pass(12 * sec);

    expect(statuses(await unitOf(units))).toEqual({ bad: 'INIT', good: 'SUCCESS' });
    expect(statuses((await units.read(ops))?.value)).toEqual({ elsewhere: 'SUCCESS' });
  });

  it('tries a job that cannot be moved again after 1 s, 2 s, 4 s and so on up to a minute', async () => {
    const { units, time, chat } = await aHouse([creation('bad')]);
    const runner = aRunner(units, brokenFor('bad', aLab(units, time.clock)), chat, time);
    await runner.start();
    await runner.idle();
    await runner.pass(300 * sec);

    const waits = runner.complaints.map(({ facts }) => (Number(facts.retryAt) - start) / sec);
    expect(waits).toEqual([1, 3, 7, 15, 31, 63, 123, 183, 243, 303]);
  });

  it('looks at a unit again when it could not be read', async () => {
    const { units, time, chat } = await aHouse([creation()]);
    let broken = false;
    const flaky: UnitStore = {
      ...units,
      read: async (project) => {
        if (broken) throw new Error('no such disk');
        return units.read(project);
      },
    };
    const runner = aRunner(flaky, aLab(units, time.clock), chat, time);
    await runner.start();
    await runner.idle();
    broken = true;
    await runner.pass(2 * sec);
    expect(runner.complaints.map(({ message }) => message)).toEqual([
      'unit could not be looked at',
    ]);

    broken = false;
    await runner.pass(60 * sec);
    expect((await unitOf(units))?.jobs[0]?.status).toBe('SUCCESS');
  });

  it('lets a unit rest until it wants to be looked at', async () => {
    const { units, time, chat } = await aHouse([creation()]);
    const resting: UnitStore = {
      ...units,
      waking: async () => [{ project: web, at: start + 60 * sec }],
    };
    const runner = aRunner(resting, aLab(units, time.clock), chat, time);
    await runner.start();

    await runner.pass(59 * sec);
    expect(statuses(await unitOf(units))).toEqual({ creation: 'INIT' });
    await runner.pass(1 * sec);
    expect(statuses(await unitOf(units))).toEqual({ creation: 'SUCCESS' });
  });

  it('wakes nobody any more once it is stopped', async () => {
    const { units, time, chat } = await aHouse([creation()]);
    const resting: UnitStore = {
      ...units,
      waking: async () => [{ project: web, at: start + 60 * sec }],
    };
    const runner = aRunner(resting, aLab(units, time.clock), chat, time);
    await runner.start();

    await runner.stop();

    expect(time.waiting).toBe(0);
  });

  it('does not start when a unit cannot be read', async () => {
    const { units, time, chat } = await aHouse([creation()]);
    const broken: UnitStore = { ...units, read: () => Promise.reject(new Error('not JSON')) };

    await expect(aRunner(broken, aLab(units, time.clock), chat, time).start()).rejects.toThrow(
      'not JSON',
    );
  });

  it('never moves one job twice at once, however often it is told of its unit', async () => {
    const { units, time, chat } = await aHouse([creation()]);
    const lab = aLab(units, time.clock);
    let inside = 0;
    let most = 0;
    const hands: Hands = {
      ...lab,
      async advance(project, job) {
        inside += 1;
        most = Math.max(most, inside);
        const moved = await lab.advance(project, job);
        inside -= 1;
        return moved;
      },
    };
    const runner = aRunner(units, hands, chat, time);
    await runner.start();
    for (let times = 0; times < 5; times += 1) runner.touched(web);
    await runner.idle();

    expect(most).toBe(1);
  });

  it('finishes the move in hand when it is stopped, and makes no other', async () => {
    const { runner, units, time } = await aHouse([creation()]);
    await time.pass(60 * sec, async () => undefined);
    await runner.start();

    await runner.stop();
    runner.touched(web);
    await runner.idle();

    expect((await unitOf(units))?.images[0]?.status).toBe('saving');
    expect(time.waiting).toBe(0);
  });
});

describe('jobs in line', () => {
  it('begin when the one before them ends, and are shown with who waits before them', async () => {
    const { runner, units, chat } = await aHouse([
      creation('first'),
      { ...idle('second'), inLine: true, card },
      { ...idle('third'), inLine: true, card },
    ]);
    await runner.start();
    await runner.idle();
    expect(chat.shown.map(({ id, inLine }) => [id, inLine])).toEqual([
      ['second', true],
      ['third', true],
    ]);

    await runner.pass(12 * sec);
    const unit = await unitOf(units);
    expect(statuses(unit)).toEqual({ first: 'SUCCESS', second: 'RUNNING', third: 'INIT' });
    expect(unit?.jobs[1]?.stepBegunAt).toBe(unit?.jobs[0]?.endedAt);
  });

  it('are done one after the other by a lab that slept, each at its own time', async () => {
    const { runner, units, time } = await aHouse([
      creation('first'),
      { ...idle('second'), inLine: true },
    ]);
    await time.pass(60 * sec, async () => undefined);
    await runner.start();
    await runner.idle();

    const ends = (await unitOf(units))?.jobs.map(({ endedAt = '' }) => Date.parse(endedAt) - start);
    expect(ends).toEqual([12 * sec, 24 * sec]);
  });
});

describe('a restart in the middle of a job', () => {
  it.each([0, 1, 2, 3])('leads to the same end as no restart (after %i moves)', async (moves) => {
    const undisturbed = await aHouse([creation(), offering([data, ops])]);
    await undisturbed.runner.start();
    await undisturbed.runner.idle();
    await undisturbed.runner.pass(60 * sec);

    const { units, time, chat } = await aHouse([creation(), offering([data, ops])]);
    const first = aRunner(units, dyingAfter(moves, aLab(units, time.clock)), chat, time);
    await first.start();
    await first.idle();
    await first.pass(3 * sec);
    await first.stop();
    const second = aRunner(units, aLab(units, time.clock), chat, time);
    await second.start();
    await second.idle();
    await second.pass(57 * sec);

    for (const project of [web, data, ops])
      expect(withoutTimesOfEffects((await units.read(project))?.value)).toEqual(
        withoutTimesOfEffects((await undisturbed.units.read(project))?.value),
      );
    expect(chat.posted.map(({ id }) => id).toSorted()).toEqual(
      undisturbed.chat.posted.map(({ id }) => id).toSorted(),
    );
  });
});

it('does every step and owes every notice once although two runners are at it', async () => {
  const { units, time, chat } = await aHouse([creation(), offering([data, ops])]);
  const one = aRunner(units, aLab(units, time.clock), chat, time);
  const other = aRunner(units, aLab(units, time.clock), aChat(), time);
  const idle = () => Promise.all([one.idle(), other.idle()]);
  await Promise.all([one.start(), other.start()]);
  await idle();
  await time.pass(60 * sec, idle);
  await idle();

  const home = await unitOf(units);
  expect(statuses(home)).toEqual({ creation: 'SUCCESS', offering: 'SUCCESS' });
  expect(home?.notices).toEqual([]);
  for (const target of [data, ops])
    expect((await units.read(target))?.value.received).toHaveLength(1);
  expect(new Set(chat.posted.map(({ id }) => id)).size).toBe(chat.posted.length);
});

async function aHouse(jobs: readonly Job[]) {
  const time = aTime();
  const units = memoryUnitStore(time.clock);
  await put(units, aHome(jobs));
  const chat = aChat();
  return { time, units, chat, runner: aRunner(units, aLab(units, time.clock), chat, time) };
}

/** Work that takes as long as making an image and makes none. */
function idle(id: string): Job {
  const { imageId: _, ...job } = creation(id);
  return job;
}

async function put(units: UnitStore, unit: Unit): Promise<void> {
  const version = (await units.read(unit.project))?.version ?? 0;
  await units.commit(unit.project, version, unit);
}

async function unitOf(units: UnitStore): Promise<Unit | undefined> {
  return (await units.read(web))?.value;
}

function statuses(unit: Unit | undefined) {
  return Object.fromEntries((unit?.jobs ?? []).map(({ id, status }) => [id, status]));
}

function brokenFor(broken: string, hands: Hands): Hands {
  return {
    ...hands,
    advance: async (project, job) => {
      if (job === broken) throw new Error('the lab is on fire');
      return hands.advance(project, job);
    },
  };
}

/** Hands that do so many moves and then nothing more, as in a process that has died. */
function dyingAfter(moves: number, hands: Hands): Hands {
  let left = moves;
  return {
    ...hands,
    advance: async (project, job) => {
      if (left === 0) throw new Error('dead');
      left -= 1;
      return hands.advance(project, job);
    },
  };
}

/** An effect is kept by when it really happened, which a restart does change. */
function withoutTimesOfEffects(unit: Unit | undefined) {
  return unit && { ...unit, effects: Object.keys(unit.effects) };
}
