import { beforeAll, describe, expect, it } from 'vitest';
import type { Asking, Task } from '../../src/operations/operation.ts';
import { everyOf } from '../../src/operations/slot.ts';
import { memberProject, ownImages } from '../../src/operations/slot-kinds.ts';
import { openTalk, readLibrary } from '../support/talk-kit.ts';
import { anAsking } from './an-asking.ts';

let asking: Asking;
let accept: Task;
beforeAll(async () => {
  asking = await anAsking();
  const kit = await openTalk(await readLibrary());
  const operation = kit.operations.get('image.accept');
  await kit.stop();
  if (operation?.kind !== 'task') throw new Error('accepting is a task');
  accept = operation;
}, 120_000);

const golden = '7b9e8d0a-51c4-4f36-8e27-0d1c2b3a4f01';

describe('all offers', () => {
  it.each([
    ['all', 1],
    ['everything', 1],
    ['all pending', 1],
    ['all offers from team-data', 1],
    ['all the images from team-data', 1],
    ['all from team-ops', 0],
    ['all rejected', 0],
    ['all but data-golden', 0],
  ])('“%s” are %i', (words, count) => {
    const kind = accept.slots[0]?.kind;

    expect(kind && everyOf(words, kind, asking)).toHaveLength(count);
  });

  it.each(['data-golden', 'all-in-one', 'all blue ones', 'all but nobody-knows', 'allsorts'])(
    '“%s” are no words for several',
    (words) => {
      const kind = accept.slots[0]?.kind;

      expect(kind && everyOf(words, kind, asking)).toBeUndefined();
    },
  );

  it.each([
    ['accept everything from team-web', { projects: ['team-web'] }, ['all from team-web']],
    ['accept all rejected offers', {}, ['all rejected']],
    ['accept everything but a', { images: ['a'] }, ['all but "a"']],
    ['accept a, that is all', { images: ['a'] }, ['a']],
    ['accept a and b but not all', { images: ['a', 'b'] }, ['a', 'b']],
  ])('“%s” means %j', (text, said, offers) => {
    expect(accept.hears?.(text, { ...said, all: ['all'] })).toEqual({ offers });
  });

  it('are not meant by a text that does not say so', () => {
    expect(accept.hears?.('accept a', { images: ['a'] })).toEqual({});
  });

  it('are found in what waits for the project', () => {
    const kind = accept.slots[0]?.kind;

    expect(kind && everyOf('all', kind, asking)?.[0]).toContain(golden);
  });
});

describe('all images', () => {
  it('leaves out the ones that are spared', () => {
    const all =
      everyOf(
        'all my images',
        ownImages(() => true),
        asking,
      ) ?? [];
    const most =
      everyOf(
        'all but web-golden, db-data',
        ownImages(() => true),
        asking,
      ) ?? [];

    expect(all.length - most.length).toBe(2);
  });

  it('stands for projects that have a share, too', () => {
    expect(everyOf('all', memberProject, asking)).toHaveLength(1);
    expect(everyOf('all of europe', memberProject, asking)).toBeUndefined();
  });
});
