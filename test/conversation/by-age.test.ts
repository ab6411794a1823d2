import { beforeAll, describe, expect, it } from 'vitest';
import { agedAt } from '../../src/conversation/by-age.ts';
import type { Asking, Operation } from '../../src/operations/operation.ts';
import type { Understanding } from '../../src/understanding/meaning.ts';
import { anAsking } from '../operations/an-asking.ts';
import { openTalk, readLibrary } from '../support/talk-kit.ts';

let operations: ReadonlyMap<string, Operation>;
let asking: Asking;
beforeAll(async () => {
  const kit = await openTalk(await readLibrary());
  operations = kit.operations;
  await kit.stop();
  const someone = await anAsking();
  const { own } = someone.world;
  const [image] = own.images.filter(({ status }) => status === 'active');
  if (!image) throw new Error('the demo tenancy has no active image');
  const made = (name: string, createdAt: string) => ({ ...image, name, createdAt });
  const images = [
    made('middle', '2026-11-19T08:00:00.000Z'),
    made('old', '2026-10-01T08:00:00.000Z'),
    made('also-old', '2026-10-01T09:00:00.000Z'),
    made('new', '2026-11-20T08:00:00.000Z'),
    { ...made('gone', '2026-11-20T08:30:00.000Z'), status: 'deleted' as const },
  ];
  asking = { ...someone, world: { ...someone.world, own: { ...own, images } } };
}, 120_000);

describe('images by their age', () => {
  it.each([
    ['share the newest image with team-data', 'new'],
    ['delete my oldest image', 'old'],
    ['show the latest private image', 'new'],
    ['delete the image from yesterday', 'middle'],
    ['share the one I made today with team-data', 'new'],
  ])('%s: %s', (text, name) => {
    expect(aged(text).slots.images).toEqual([name]);
  });

  it.each([
    ['delete the image from 2026-10-01', 'two are of that day'],
    ['delete the image from last year', 'none is'],
    ['delete an image', 'none is meant'],
    ['list the newest images', 'several are meant'],
    ['delete the image web-x from yesterday', 'a name stands before the day'],
  ])('%s stays open: %s', (text) => {
    expect(aged(text).slots.images).toBeUndefined();
  });

  it('never take the place of a name', () => {
    expect(aged('delete db-data, the newest image', ['db-data']).slots.images).toEqual(['db-data']);
  });
});

function aged(text: string, images?: readonly string[]): Understanding {
  const slots = images ? { images } : {};
  const meant: Understanding = {
    kind: 'operation',
    id: 'image.delete',
    sureness: 0.9,
    slots,
    alternatives: [],
    speech: 'order',
    text,
  };
  return agedAt(meant, operations.get('image.delete'), asking);
}
