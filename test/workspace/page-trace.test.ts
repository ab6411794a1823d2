import { expect, it } from 'vitest';
import { matching, merged } from '../../src/workspace/page/workshop/trace-list.ts';

const entry = (id: number, name: string, more = {}) => ({
  id,
  version: id,
  at: 0,
  kind: 'call' as const,
  name,
  sent: {},
  ...more,
});

it('the inspector shows the newest first, and only what has every word', () => {
  const entries = [
    entry(1, 'chat.postMessage', { sent: { text: 'web-golden' } }),
    entry(2, 'chat.update', { sent: { text: 'web-golden' } }),
    entry(3, 'users.info'),
  ];

  expect(matching(entries, '').map(({ id }) => id)).toEqual([3, 2, 1]);
  expect(matching(entries, 'GOLDEN chat').map(({ id }) => id)).toEqual([2, 1]);
  expect(matching(entries, 'nothing')).toEqual([]);
});

it('the inspector puts an answer to the call it belongs to', () => {
  const known = [entry(1, 'auth.test'), entry(2, 'users.info')];

  const news = merged(known, [entry(1, 'auth.test', { version: 3, answer: { ok: true } })]);

  expect(news.map(({ id, answer }) => [id, answer])).toEqual([
    [1, { ok: true }],
    [2, undefined],
  ]);
});
