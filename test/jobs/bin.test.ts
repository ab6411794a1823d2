import { expect, it } from 'vitest';
import { labCloud } from '../../src/cloud/lab-cloud.ts';
import type { Unit } from '../../src/images/unit.ts';
import { memoryUnitStore } from '../../src/storage/unit-store.ts';
import { aHome, directory, start, web } from '../cloud/a-lab.ts';
import { aProfile } from '../images/builders.ts';
import { aChat, aRunner, aTime } from './a-runner.ts';

const day = 24 * 60 * 60 * 1000;

/** The unit of team-web with its image put into the bin for a week, in a lab that is a thousand times as fast. */
async function aBin() {
  const time = aTime();
  const units = memoryUnitStore(time.clock);
  const bin = {
    by: 'U0WEBOP',
    at: new Date(start).toISOString(),
    until: new Date(start + 7 * day).toISOString(),
    origin: { channel: 'C0WEB' },
    recipients: [],
    warned: false,
  };
  const unit = aHome([]);
  const images = unit.images.map((image) => ({ ...image, status: 'active', bin }) as const);
  await units.commit(web, 0, { ...unit, images } satisfies Unit);
  const chat = aChat();
  const hands = labCloud({
    units,
    directory,
    profiles: new Map([['huawei', aProfile()]]),
    clock: time.clock,
    timeScale: 1000,
  });
  const state = async () => (await units.read(web))?.value.images[0]?.status;
  const live = async () => {
    const runner = aRunner(units, hands, chat, time);
    await runner.start();
    await runner.idle();
    return runner;
  };
  return { time, chat, live, state };
}

it('the bin is emptied by the calendar, however fast the lab is', async () => {
  const { chat, live, state } = await aBin();
  const runner = await live();
  await runner.pass(7 * day - 1);
  expect(await state()).toBe('active');
  await runner.pass(day);

  expect(await state()).toBe('deleted');
  expect(chat.posted.map(({ kind }) => kind)).toEqual(['bin.ends-soon', 'job.finished']);
});

it('a restart forgets nothing of it and tells nothing twice', async () => {
  const { chat, live, state } = await aBin();
  for (const ms of [day, 5.5 * day, 0.4 * day, 0.05 * day, 0.05 * day, day]) {
    const runner = await live();
    await runner.pass(ms);
    await runner.stop();
  }

  expect(await state()).toBe('deleted');
  expect(chat.posted.map(({ kind }) => kind)).toEqual(['bin.ends-soon', 'job.finished']);
});

it('what came to its end while Goldie was asleep ends at the next start, without a late warning', async () => {
  const { time, chat, live, state } = await aBin();
  await time.pass(400 * day, async () => undefined);
  const runner = await live();
  await runner.pass(day);

  expect(await state()).toBe('deleted');
  expect(chat.posted.map(({ kind }) => kind)).toEqual(['job.finished']);
});
