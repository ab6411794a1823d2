import { describe, expect, it } from 'vitest';
import { decide } from '../../src/images/decision.ts';
import { deleteImage } from '../../src/images/operations/delete-image.ts';
import { modifyImage } from '../../src/images/operations/modify-image.ts';
import { tagImage, untagImage } from '../../src/images/operations/tag-image.ts';
import { aCause, anImage, at, aUnit, aWorld, carriedOut, imageId } from './builders.ts';

const id = imageId(1);
const worldWith = (parts: Parameters<typeof anImage>[0] = {}) =>
  aWorld({ own: aUnit({ images: [anImage(parts)] }) });

describe('changing an image', () => {
  it.each([
    ['name', 'web-2027', { name: 'web-2027' }],
    ['description', 'Fresh', { description: 'Fresh' }],
    ['minRam', '2048', { minRam: 2048 }],
    ['maxRam', '8192', { maxRam: 8192 }],
    ['bootMode', 'uefi', { bootMode: 'uefi' }],
    ['multiQueue', 'on', { multiQueue: true }],
    ['sriov', 'off', { sriov: false }],
    ['protected', 'on', { protected: true }],
  ] as const)('sets %s to %s and nothing else', (field, value, changed) => {
    const unit = carriedOut(modifyImage, worldWith(), { image: id, field, value });

    expect(unit.images).toEqual([{ ...anImage(), ...changed, updatedAt: at }]);
    expect(unit.audit).toMatchObject([{ outcome: 'done', facts: { trace: 'updateImage', field } }]);
  });

  it('keeps a protected image from being deleted until the protection is off', () => {
    const request = (value: string) => ({ image: id, field: 'protected', value });
    const kept = carriedOut(modifyImage, worldWith(), request('on'));
    const free = carriedOut(modifyImage, aWorld({ own: kept }), request('off'), aCause('two'));

    expect(decide(deleteImage, aWorld({ own: kept }), { image: id }).refused).toBe(true);
    expect(decide(deleteImage, aWorld({ own: free }), { image: id }).refused).toBe(false);
  });

  it('asks before another boot mode, and not for the one it has', () => {
    const ask = (value: string) =>
      decide(modifyImage, worldWith(), { image: id, field: 'bootMode', value }).needsConfirmation;

    expect([ask('uefi'), ask('bios')]).toEqual([true, false]);
  });

  it('lets a data image be renamed and protected', () => {
    const world = worldWith({ type: 'data' });

    for (const [field, value] of [
      ['name', 'new'],
      ['protected', 'on'],
    ] as const)
      expect(decide(modifyImage, world, { image: id, field, value }).refused).toBe(false);
  });

  it.each(['constructor', 'toString', '__proto__'])('knows no attribute called %s', (field) => {
    expect(decide(modifyImage, worldWith(), { image: id, field, value: 'x' }).refused).toBe(true);
  });
});

describe('tags', () => {
  it('are added, and the same key gets the new value', () => {
    const world = worldWith({ tags: { stage: 'old', team: 'web' } });
    const unit = carriedOut(tagImage, world, { image: id, tags: ['stage.new', 'a.b.c'] });

    expect(unit.images[0]?.tags).toEqual({ stage: 'new', team: 'web', a: 'b.c' });
  });

  it('can be changed when an image has as many as it may', () => {
    const tags = Object.fromEntries(Array.from({ length: 10 }, (_, n) => [`k${n}`, 'v']));

    expect(decide(tagImage, worldWith({ tags }), { image: id, tags: ['k3.new'] }).refused).toBe(
      false,
    );
  });

  it('are removed by their keys; of several, those that are not there count as removed', () => {
    const world = worldWith({ tags: { stage: 'old', team: 'web' } });
    const unit = carriedOut(untagImage, world, { image: id, keys: ['stage', 'nothing'] });

    expect(unit.images[0]?.tags).toEqual({ team: 'web' });
  });

  it.each(['queued', 'saving', 'killed'] as const)(
    'may be given to an image that is %s',
    (status) => {
      expect(decide(tagImage, worldWith({ status }), { image: id, tags: ['a.b'] }).refused).toBe(
        false,
      );
    },
  );
});
