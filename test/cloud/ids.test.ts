import { expect, it } from 'vitest';
import { idsFor } from '../../src/cloud/ids.ts';

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

it('gives the same ID for the same key and label, and another one for any other', () => {
  const ids = [
    idsFor('click-1', 'uuid')('image'),
    idsFor('click-1', 'uuid')('job'),
    idsFor('click-2', 'uuid')('image'),
    idsFor('click-1image', 'uuid')(''),
  ];

  expect(idsFor('click-1', 'uuid')('image')).toBe(ids[0]);
  expect(new Set(ids).size).toBe(4);
  for (const id of ids) expect(id).toMatch(uuid);
});

it('writes image IDs as JD Cloud does where the cloud wants it, and nothing else', () => {
  const newId = idsFor('click-1', 'img');

  expect(newId('image')).toMatch(/^img-[0-9a-z]{10}$/);
  expect(newId('image-2')).not.toBe(newId('image'));
  expect(newId('job')).toMatch(uuid);
});
