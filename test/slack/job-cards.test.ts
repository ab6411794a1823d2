import { WebAPIPlatformError } from '@slack/web-api';
import { expect, it } from 'vitest';
import { JobId } from '../../src/images/ids.ts';
import type { Job } from '../../src/images/job.ts';
import { jobCards } from '../../src/slack/job-cards.ts';
import { saying } from '../../src/wording/reply.ts';
import { aJob, aUnit } from '../images/builders.ts';
import { aTime } from '../jobs/a-runner.ts';
import { aLog } from './support/a-door.ts';

const card = { channel: 'C0WEB', ts: '1800000000.000100' };

/** Cards of jobs that say their percentage, and a note of every edit. */
function someCards() {
  const time = aTime();
  const { log, lines } = aLog();
  const edits: string[] = [];
  let fault: Error | undefined;
  const cards = jobCards(
    {
      async edit({ ts }, { text }, background) {
        if (fault) throw fault;
        edits.push(`${ts} ${text}${background ? '' : ', at once'}`);
      },
    },
    (job) => saying([{ text: String(job.facts.percent) }]),
    log,
    time.timers,
  );
  const soon = () => new Promise<void>((resolve) => setImmediate(resolve));
  const unit = aUnit();
  return {
    cards: {
      ...cards,
      show: (job: Job) => cards.show(job, unit),
      showEnd: (job: Job) => cards.showEnd(job, unit),
    },
    edits,
    lines,
    waiting: () => time.waiting,
    pass: (ms: number) => time.pass(ms, soon),
    fail: (error: Error | undefined) => {
      fault = error;
    },
  };
}

function at(percent: number, changed: Partial<Job> = {}): Job {
  return { ...aJob({ card }), facts: { percent }, ...changed };
}

const ended = { endedAt: '2026-11-20T10:00:00.000Z', status: 'SUCCESS' } as const;

it('shows the latest of what happened, at a calm pace and in the background', async () => {
  const { cards, edits, pass } = someCards();

  for (const percent of [1, 2, 3]) cards.show(at(percent));
  expect(edits).toEqual([]);
  await pass(3_000);
  cards.show(at(50));
  await pass(3_000);

  expect(edits).toEqual([`${card.ts} 3`, `${card.ts} 50`]);
});

it('edits nothing that says the same', async () => {
  const { cards, edits, pass } = someCards();
  cards.show(at(1));

  await pass(60_000);

  expect(edits).toEqual([`${card.ts} 1`]);
});

it('shows the end at once, and nothing after it', async () => {
  const { cards, edits, pass, waiting } = someCards();
  cards.show(at(1));

  cards.show(at(100, ended));
  cards.show(at(99));
  await pass(60_000);

  expect(edits).toEqual([`${card.ts} 100, at once`]);
  expect(waiting()).toBe(0);
});

it('shows nothing of a job without a card', async () => {
  const { cards, edits, pass } = someCards();

  cards.show({ ...aJob(), facts: { percent: 1 } });
  await pass(60_000);

  expect(edits).toEqual([]);
});

it('tries again with the next state where an edit failed', async () => {
  const { cards, edits, lines, pass, fail } = someCards();
  fail(new Error('ratelimited'));
  cards.show(at(1));
  await pass(3_000);
  fail(undefined);
  await pass(3_000);

  expect(edits).toEqual([`${card.ts} 1`]);
  expect(lines).toMatchObject([{ level: 'warn', message: 'card could not be edited' }]);
});

it('says that the end could not be shown, and shows it when it is asked again', async () => {
  const { cards, edits, fail } = someCards();
  fail(new Error('ratelimited'));
  await expect(cards.showEnd(at(100, ended))).rejects.toThrow('ratelimited');

  fail(undefined);
  await cards.showEnd(at(100, ended));
  await cards.showEnd(at(100, ended));

  expect(edits).toEqual([`${card.ts} 100, at once`]);
});

it('owes nothing to a card that somebody deleted', async () => {
  const { cards, lines, fail } = someCards();
  fail(new WebAPIPlatformError({ ok: false, error: 'message_not_found' }));

  await cards.showEnd(at(100, ended));

  expect(lines).toMatchObject([{ level: 'warn', message: 'card could not be edited' }]);
});

it('lets no card wait for another', async () => {
  const { cards, edits, pass } = someCards();
  const other = { channel: 'C0WEB', ts: '1800000000.000200' };
  cards.show(at(1));
  cards.show(at(2, { id: JobId.parse('other-job'), card: other }));

  await pass(3_000);

  expect(edits.toSorted()).toEqual([`${card.ts} 1`, `${other.ts} 2`]);
});

it('stops', async () => {
  const { cards, edits, pass, waiting } = someCards();
  cards.show(at(1));

  cards.stop();
  await pass(60_000);

  expect([edits, waiting()]).toEqual([[], 0]);
});
