import { beforeAll, describe, expect, it } from 'vitest';
import { pointedAt } from '../../src/conversation/pointing.ts';
import { Topic } from '../../src/conversation/talk-state.ts';
import type { Operation } from '../../src/operations/operation.ts';
import type { Understanding } from '../../src/understanding/meaning.ts';
import { openTalk, readLibrary } from '../support/talk-kit.ts';

let operations: ReadonlyMap<string, Operation>;
beforeAll(async () => {
  const kit = await openTalk(await readLibrary());
  operations = kit.operations;
  await kit.stop();
}, 120_000);

const golden = { kind: 'images', value: 'id-1', label: 'web-golden' };
const data = { kind: 'images', value: 'id-2', label: 'db-data' };
const server = { kind: 'servers', value: 'id-3', label: 'web-01' };

describe('words that point at something', () => {
  it.each([
    ['delete it', 'image.delete', [golden], { images: ['web-golden'] }],
    ['share the image with team-data', 'image.share', [golden], { images: ['web-golden'] }],
    ['create an image of that server', 'image.create', [golden, server], { servers: ['web-01'] }],
    ['delete them', 'image.delete', [golden, data], { images: ['web-golden', 'db-data'] }],
  ] as const)('“%s” for %s', (text, operation, things, slots) => {
    expect(pointed(text, operation, things).slots).toEqual(slots);
  });

  it.each([
    ['delete it', 'image.delete', [golden, data], 'there are two'],
    ['delete it', 'image.delete', [server], 'it is of another kind'],
    ['delete an image', 'image.delete', [golden], 'nothing is pointed at'],
    ['is it possible to delete an image', 'image.delete', [golden], 'it is only a manner'],
    ['create an image of that server', 'image.create', [golden], 'only an image was named'],
  ] as const)('“%s” for %s stays open: %j, %s', (text, operation, things, _why) => {
    expect(pointed(text, operation, things).slots).toEqual({});
  });

  it('never take the place of a name', () => {
    const meant = understood('delete it, the db-data', { images: ['db-data'] });

    expect(pointedAt(meant, operations.get('image.delete'), [topic([golden])]).slots).toEqual({
      images: ['db-data'],
    });
  });

  it('make a doubted command clear, but no question and no don’t', () => {
    expect(pointed('delete it', 'image.delete', [golden])).toMatchObject({
      kind: 'operation',
      id: 'image.delete',
    });
    for (const speech of ['question', 'negated', 'hypothetical', 'report', 'quoted'] as const) {
      const meant = { ...understood('delete it'), speech };
      const { kind } = pointedAt(meant, operations.get('image.delete'), [topic([golden])]);
      expect(kind).toBe('unsure');
    }
  });
});

function pointed(text: string, operation: string, things: Topic['things']): Understanding {
  return pointedAt(understood(text), operations.get(operation), [topic(things)]);
}

function topic(things: Topic['things']): Topic {
  return Topic.parse({ key: 'k', where: 'D', things, until: '2026-11-20T09:30:00.000Z' });
}

function understood(text: string, slots: Understanding['slots'] = {}): Understanding {
  return { kind: 'unsure', id: null, sureness: 0, slots, alternatives: [], speech: 'order', text };
}
