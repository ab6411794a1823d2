import { describe, expect, it } from 'vitest';
import { proposals } from '../../src/conversation/proposals.ts';
import { patience } from '../../src/conversation/talk-state.ts';
import { talks } from '../../src/conversation/talks.ts';
import type { Turn } from '../../src/conversation/turn.ts';
import { ProjectId } from '../../src/images/ids.ts';
import type { Plan, Task } from '../../src/operations/operation.ts';
import type { Filled } from '../../src/operations/slot.ts';
import { memoryTalkStore } from '../../src/storage/talk-store.ts';
import { wording } from '../../src/wording/wording.ts';
import { aTime } from '../jobs/a-runner.ts';

describe('a proposal', () => {
  it('is handed over once, and again to the press that took it', async () => {
    const { open, take } = aTalk();
    await open('plan');

    expect((await take('press-1', 'plan')).kind).toBe('taken');
    expect((await take('press-1', 'plan')).kind).toBe('taken');
    expect((await take('press-2', 'plan')).kind).toBe('used');
  });

  it('waits for 15 minutes and no longer', async () => {
    const { open, take, time } = aTalk();
    await open('plan');
    await time.pass(patience - 1, async () => {});
    expect((await take('in-time', 'plan')).kind).toBe('taken');

    await open('late');
    await time.pass(patience, async () => {});
    expect((await take('too-late', 'late')).kind).toBe('expired');
    expect(patience).toBe(15 * 60_000);
  });

  it('belongs to nobody but its asker', async () => {
    const { open, take } = aTalk();
    await open('plan');

    expect((await take('press', 'plan', 'U0OTHER')).kind).toBe('not-yours');
  });

  it('is taken by one of two presses at the same time', async () => {
    const { open, take } = aTalk();
    await open('plan');

    const taken = await Promise.all([take('press-1', 'plan'), take('press-2', 'plan')]);

    expect(taken.map(({ kind }) => kind).toSorted()).toEqual(['taken', 'used']);
  });

  it('gives way to the same plan asked for again in the same place, and to no other', async () => {
    const { open, take } = aTalk();
    await open('first', { images: ['a'] });
    await open('other', { images: ['b'] });
    await open('elsewhere', { images: ['a'] }, 'C0WEB');
    await open('second', { images: ['a'] });

    expect((await take('p1', 'first')).kind).toBe('not-yours');
    expect((await take('p2', 'other')).kind).toBe('taken');
    expect((await take('p3', 'elsewhere')).kind).toBe('taken');
    expect((await take('p4', 'second')).kind).toBe('taken');
  });
});

describe('a plan with grave consequences', () => {
  it('is asked once more after the press, and any other is not', async () => {
    const [grave] = (await aTalk({ grave: 'No way back.' }).open('first')).choices ?? [];
    const [light] = (await aTalk().open('first')).choices ?? [];

    expect(grave?.sure).toEqual({
      title: 'Sure?',
      text: 'No way back.',
      yes: 'Delete',
      no: 'Cancel',
    });
    expect(light?.sure).toBeUndefined();
  });

  it('has words of its own for the press where there are some', async () => {
    const labels = async (variant?: string) =>
      (await aTalk({ variant }).open('first')).choices?.map(({ label }) => label);

    expect(await labels('bin')).toEqual(['To the bin', 'Cancel']);
    expect(await labels('other')).toEqual(['Delete', 'Cancel']);
  });
});

function aTalk(changed: Partial<Plan> = {}) {
  const time = aTime();
  const words = wording(
    new Map([
      ['tasks.image.delete.confirm', 'Delete'],
      ['tasks.image.delete.confirm-bin', 'To the bin'],
      ['choices.cancel', 'Cancel'],
      ['proposals.sure', 'Sure?'],
    ]),
  );
  const all = proposals(talks(memoryTalkStore(), time.clock), words, time.clock);
  const turn = (key: string, who: string, where: string): Turn => ({
    who,
    key,
    where,
    origin: { channel: where },
  });
  return {
    time,
    open: (key: string, slots: Filled = {}, where = 'D0WEB') =>
      all.open(turn(key, 'U0WEBOP', where), {
        task,
        slots,
        plan: { ...plan, ...changed },
        project: ProjectId.parse('a'.repeat(32)),
      }),
    take: (key: string, id: string, who = 'U0WEBOP') =>
      all.take(turn(key, who, 'D0WEB'), id, 'confirmed'),
  };
}

const plan = {
  reply: { text: 'Delete it.', parts: [], seenBy: 'everyone' },
  refused: false,
  needsConfirmation: true,
  fingerprint: '',
  findings: [],
  warnings: [],
} as const;

const task: Task = {
  kind: 'task',
  id: 'image.delete',
  verbs: ['delete'],
  slots: [],
  risk: 'high',
  words: () => ({}),
  forbidden: () => undefined,
  plan: async () => plan,
  wasRun: () => false,
  refuse: async () => {},
  run: async () => ({ done: true, reply: plan.reply }),
};
