import { expect } from 'vitest';
import type { Unit } from '../../src/images/unit.ts';
import type { SeenMessage } from '../../src/workspace/keyboard/seen-message.ts';
import type { Aftermath } from './aftermath.ts';
import { keyOf } from './persistent-person.ts';
import type { Cast } from './story.ts';

/** Every wish of the story has reached its end, and has had its effect once. */
export function expectEveryWishOnce({ web, data }: Aftermath, { image, server }: Cast): void {
  const images = web.images.filter(({ name }) => name === image);
  expect(images).toMatchObject([{ status: 'active', members: [] }]);
  expect(data.servers.filter(({ name }) => name === server)).toMatchObject([{ state: 'running' }]);
  expect(data.received.filter(({ name }) => name === image)).toEqual([]);

  const ofWendy = ['image.create', 'image.share', 'image.unshare'];
  const ofDan = ['image.accept', 'server.create'];
  expect(succeeded(web)).toEqual(ofWendy);
  expect(succeeded(data)).toEqual(ofDan);
  expect(audited(web)).toEqual(ofWendy);
  expect(audited(data)).toEqual(ofDan);
}

/** Everything that was to be said was said once, and no message is left showing what is over. */
export function expectEveryMessageOnce(
  said: readonly SeenMessage[],
  { image, server }: Cast,
): void {
  const keys = said.flatMap((message) => keyOf(message) ?? []).toSorted();
  expect(keys).toEqual([...new Set(keys)]);

  const typed = said.filter(({ user }) => user !== 'U0GOLDIE');
  for (const { channel, ts } of typed) expect(keys).toContain(`message:${channel}:${ts}`);

  const notices = keys.flatMap(
    (key) => /\/(finished|offered|answered|withdrawn)\//.exec(key)?.[1] ?? [],
  );
  expect(notices.toSorted()).toEqual(['answered', 'finished', 'finished', 'offered', 'withdrawn']);

  const texts = said.map(({ text }) => text);
  for (const text of cardsAtTheEnd(image, server)) expect(texts).toContain(text);
}

/** What the messages that show jobs say when the jobs are done. */
function cardsAtTheEnd(image: string, server: string): readonly string[] {
  return [
    `The image ${image} is ready.`,
    `${image} is offered to team-data. I will tell you here what they answer.`,
    `${image} from team-web is accepted. You can create servers from it now.`,
    `The server ${server} is running; it was made from ${image}.`,
    `${image} is no longer shared with team-data.`,
  ];
}

function succeeded({ jobs }: Unit): readonly string[] {
  return jobs
    .filter(({ status }) => status === 'SUCCESS')
    .map(({ operation }) => operation)
    .toSorted();
}

function audited({ audit }: Unit): readonly string[] {
  return audit
    .filter(({ outcome }) => outcome === 'done')
    .map(({ operation }) => operation)
    .toSorted();
}
