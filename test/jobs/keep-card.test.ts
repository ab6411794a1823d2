import { expect, it } from 'vitest';
import type { UnitStore } from '../../src/cloud/ports.ts';
import { keepCard } from '../../src/jobs/keep-card.ts';
import { memoryUnitStore } from '../../src/storage/unit-store.ts';
import { aHome, creation, web } from '../cloud/a-lab.ts';
import { aChat } from './a-runner.ts';

const untouched = () => {};
const posted = { channel: 'C0WEB', ts: '1.2' };

it('remembers the card of a job and shows it the job as it is by now', async () => {
  const units = memoryUnitStore();
  await units.commit(web, 0, aHome([{ ...creation(), status: 'RUNNING' }]));
  const chat = aChat();

  await keepCard(units, chat.messenger, untouched)({ project: web, job: 'creation' }, posted);

  expect((await units.read(web))?.value.jobs[0]?.card).toEqual(posted);
  expect(chat.shown).toMatchObject([{ id: 'creation', status: 'RUNNING', card: posted }]);
});

it('keeps what somebody else changed meanwhile', async () => {
  const store = memoryUnitStore();
  await store.commit(web, 0, aHome([creation()]));
  let rivalled = false;
  const units: UnitStore = {
    ...store,
    async commit(project, basedOn, next) {
      if (!rivalled)
        await store.commit(project, basedOn, { ...next, snapshotsUsed: 5, jobs: [creation()] });
      rivalled = true;
      return store.commit(project, basedOn, next);
    },
  };

  await keepCard(units, aChat().messenger, untouched)({ project: web, job: 'creation' }, posted);

  expect((await store.read(web))?.value).toMatchObject({
    snapshotsUsed: 5,
    jobs: [{ card: posted }],
  });
});

it('shows nothing of a job that is not there', async () => {
  const units = memoryUnitStore();
  await units.commit(web, 0, aHome([]));
  const chat = aChat();

  await keepCard(units, chat.messenger, untouched)({ project: web, job: 'creation' }, posted);

  expect(chat.shown).toEqual([]);
});

it('owes the last look of a job that has ended meanwhile, so that a crash cannot lose it', async () => {
  const units = memoryUnitStore();
  const endedAt = '2026-11-20T09:30:00.000Z';
  await units.commit(web, 0, aHome([{ ...creation(), status: 'SUCCESS', endedAt }]));
  const woken: string[] = [];
  const keep = keepCard(units, aChat().messenger, (project) => woken.push(project));

  await keep({ project: web, job: 'creation' }, posted);
  await keep({ project: web, job: 'creation' }, posted);

  expect((await units.read(web))?.value.notices).toMatchObject([
    { kind: 'job.card', job: 'creation' },
  ]);
  expect(woken).toContain(web);
});
