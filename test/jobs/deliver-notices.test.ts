import { describe, expect, it } from 'vitest';
import type { Hands, UnitStore } from '../../src/cloud/ports.ts';
import type { Job, Place } from '../../src/images/job.ts';
import { Notice, Unit } from '../../src/images/unit.ts';
import { memoryUnitStore } from '../../src/storage/unit-store.ts';
import { aHome, creation, start, web } from '../cloud/a-lab.ts';
import { aChat, aRunner, aTime } from './a-runner.ts';

const sec = 1000;
const ourChannel = { channel: 'C0WEB' };
const otherChannel = { channel: 'C0DATA' };

describe('the notices a unit owes', () => {
  it('are posted in order and taken out', async () => {
    const { runner, chat, units } = await aHouse(['n1', 'n2', 'n3'].map((id) => aNotice(id)));
    await runner.start();
    await runner.idle();

    expect(chat.posted.map(({ id }) => id)).toEqual(['n1', 'n2', 'n3']);
    expect(await owed(units)).toEqual([]);
  });

  it('are looked for first when an earlier life may have posted them, and only then', async () => {
    const { runner, chat, units } = await aHouse([aNotice('old')]);
    await runner.start();
    await runner.idle();
    await owe(units, [aNotice('new')]);
    runner.touched(web);
    await runner.idle();

    expect(chat.posted.map(({ id }) => id)).toEqual(['old', 'new']);
    expect(chat.doubted).toEqual(['old']);
  });

  it('of an earlier life are looked for first even when their unit is touched before the start', async () => {
    const { runner, chat } = await aHouse([aNotice('old')]);
    runner.touched(web);
    await runner.idle();
    expect(chat.posted).toEqual([]);

    await runner.start();
    await runner.idle();
    expect(chat.doubted).toEqual(['old']);
    expect(chat.posted).toHaveLength(1);
  });

  it('stay owed while they cannot be posted, and are tried again later and later', async () => {
    const { runner, chat, units } = await aHouse([]);
    chat.broken.add(JSON.stringify(ourChannel));
    await runner.start();
    await owe(units, [aNotice('n1'), aNotice('n2')]);
    runner.touched(web);
    await runner.idle();
    await runner.pass(6 * sec);

    expect(chat.posted).toEqual([]);
    expect(await owed(units)).toEqual(['n1', 'n2']);
    const waits = runner.complaints.map(({ facts }) => [
      facts.notice,
      (Number(facts.retryAt) - start) / sec,
    ]);
    expect(waits).toEqual([
      ['n1', 1],
      ['n1', 3],
      ['n1', 7],
    ]);

    chat.broken.clear();
    await runner.pass(1 * sec);
    expect(chat.posted.map(({ id }) => id)).toEqual(['n1', 'n2']);
    expect(chat.doubted).toContain('n1');
    expect(chat.doubted).not.toContain('n2');
  });

  it('reach other places while one cannot be reached', async () => {
    const { runner, chat, units } = await aHouse([
      aNotice('n1'),
      aNotice('n2', otherChannel),
      aNotice('n3'),
    ]);
    chat.broken.add(JSON.stringify(ourChannel));
    await runner.start();
    await runner.idle();

    expect(chat.posted.map(({ id }) => id)).toEqual(['n2']);
    expect(await owed(units)).toEqual(['n1', 'n3']);
  });

  it('stay owed until the card of their job says how it ended, and are not posted again', async () => {
    const card = { channel: 'C0WEB', ts: '1.1' };
    const endedAt = new Date(start).toISOString();
    const { runner, chat, units } = await aHouse([]);
    const job = { ...creation(), card, endedAt, status: 'SUCCESS' } as const;
    await runner.start();
    const news = [{ ...aNotice('n1'), job: job.id }, aNotice('n2')];
    await owe(units, news, [job]);
    chat.broken.add('card creation');
    runner.touched(web);
    await runner.idle();
    expect(chat.posted.map(({ id }) => id)).toEqual(['n1', 'n2']);
    expect(await owed(units)).toEqual(['n1']);

    chat.broken.clear();
    await runner.pass(1 * sec);
    expect(chat.ended).toEqual(['creation']);
    expect(chat.posted).toHaveLength(2);
    expect(await owed(units)).toEqual([]);
  });

  it('are not posted again when only taking them out had failed', async () => {
    const time = aTime();
    const units = memoryUnitStore(time.clock);
    await owe(units, [aNotice('n1')]);
    let broken = true;
    const flaky: UnitStore = {
      ...units,
      commit: async (project, basedOn, next) => {
        if (broken) throw new Error('no room on the disk');
        return units.commit(project, basedOn, next);
      },
    };
    const chat = aChat();
    const runner = aRunner(flaky, noHands, chat, time);
    await runner.start();
    await runner.idle();
    expect(await owed(units)).toEqual(['n1']);

    broken = false;
    await runner.pass(2 * sec);
    expect(chat.posted).toHaveLength(1);
    expect(await owed(units)).toEqual([]);
  });

  it('stay owed when the runner is stopped before their turn', async () => {
    const { runner, chat, units } = await aHouse([aNotice('n1'), aNotice('n2')]);
    await runner.start();
    await runner.stop();

    const left = await owed(units);
    expect([...chat.posted.map(({ id }) => id), ...left]).toEqual(['n1', 'n2']);
    expect(left).toContain('n2');
  });
});

const noHands: Hands = {
  advance: () => Promise.reject(new Error('there are no jobs')),
  advanceBin: () => Promise.resolve({ unit: aHome([]), touched: [] }),
};

async function aHouse(notices: readonly Notice[]) {
  const time = aTime();
  const units = memoryUnitStore(time.clock);
  await owe(units, notices);
  const chat = aChat();
  return { units, chat, runner: aRunner(units, noHands, chat, time) };
}

async function owe(
  units: UnitStore,
  notices: readonly Notice[],
  jobs: readonly Job[] = [],
): Promise<void> {
  const version = (await units.read(web))?.version ?? 0;
  const unit = Unit.parse({ schema: 1, project: web, region: 'eu-de', jobs, notices });
  await units.commit(web, version, unit);
}

async function owed(units: UnitStore): Promise<readonly string[]> {
  return (await units.read(web))?.value.notices.map(({ id }) => id) ?? [];
}

function aNotice(id: string, to: Place = ourChannel): Notice {
  const owedSince = new Date(start).toISOString();
  return Notice.parse({ id, kind: 'job.finished', to, facts: {}, owedSince });
}
