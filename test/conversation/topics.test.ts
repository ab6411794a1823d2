import { expect, it } from 'vitest';
import type { TalkStore } from '../../src/conversation/ports.ts';
import { Talk } from '../../src/conversation/talk-state.ts';
import { talks } from '../../src/conversation/talks.ts';
import { topicsIn } from '../../src/conversation/topics.ts';
import { ProjectId } from '../../src/images/ids.ts';
import { memoryTalkStore } from '../../src/storage/talk-store.ts';

const now = Date.parse('2026-03-02T09:00:00.000Z');
const who = 'U0WEBOP';

/** Topics whose writing waits until it is called for. */
function someTopics(store: TalkStore = memoryTalkStore()) {
  const due: (() => void)[] = [];
  const counted = { commits: 0 };
  const counting: TalkStore = {
    read: (person) => store.read(person),
    commit: (person, basedOn, next) => {
      counted.commits += 1;
      return store.commit(person, basedOn, next);
    },
  };
  const topics = topicsIn(
    talks(counting, () => now),
    () => now,
    (run) => due.push(run),
  );
  return { topics, due, counted };
}

function turn(key: string, where = 'C1') {
  return { who, key, where, origin: { channel: where } };
}

it('knows at once what was spoken of, before it is kept', async () => {
  const { topics, counted } = someTopics();

  await topics.remember(turn('1'), { answer: 'faq.share-tenant-limit' });

  const before = await topics.before(turn('2'));
  expect(before.map(({ answer }) => answer)).toEqual(['faq.share-tenant-limit']);
  expect(counted.commits).toBe(0);
});

it('keeps in one write what several turns add in the meantime', async () => {
  const store = memoryTalkStore();
  const { topics, due, counted } = someTopics(store);
  await Promise.all(
    ['1', '2', '3'].map((key) => topics.remember(turn(key), { text: `text ${key}` })),
  );

  expect(due).toHaveLength(1);
  await topics.settle();

  expect(counted.commits).toBe(1);
  const kept = await store.read(who);
  expect(kept?.value.topics.map(({ text }) => text)).toEqual(['text 1', 'text 2', 'text 3']);
});

it('still knows after a restart what was kept at the end', async () => {
  const store = memoryTalkStore();
  const { topics } = someTopics(store);
  await topics.remember(turn('1'), { operation: 'image.share' });
  await topics.settle();

  const [topic] = await someTopics(store).topics.before(turn('2'));

  expect(topic?.operation).toBe('image.share');
});

it('leaves alone what else was put into the talk in the meantime', async () => {
  const store = memoryTalkStore();
  const { topics } = someTopics(store);
  await topics.remember(turn('1'), { text: 'hello' });
  const project = ProjectId.parse('a'.repeat(32));
  await store.commit(who, 0, Talk.parse({ schema: 1, project }));

  await topics.settle();

  const kept = await store.read(who);
  expect(kept?.value.project).toBe(project);
  expect(kept?.value.topics).toHaveLength(1);
});
