import { describe, expect, it } from 'vitest';
import { decide } from '../../src/images/decision.ts';
import { encryptImage, replicateImage } from '../../src/images/operations/replicate-image.ts';
import { copierOf, key } from './bad-copies.ts';
import {
  aMember,
  anImage,
  aUnit,
  aWorld,
  carriedOut,
  imageId,
  images,
  later,
  p1,
  p2,
} from './builders.ts';
import { runJobs, unitOf, units } from './run-job.ts';

const id = imageId(1);
const request = { image: id, name: 'copy' };
const own = aUnit({
  images: [
    anImage({
      members: [aMember(p2, 'accepted')],
      visibility: 'shared',
      tags: { a: 'b' },
      protected: true,
      origin: { kind: 'server', publicOsVendor: 'ubuntu' },
    }),
  ],
  keys: [key],
});

describe('copying an image', () => {
  it('queues a copy at once and keeps the source busy', () => {
    const { images: made, jobs } = carriedOut(replicateImage, aWorld({ own }), request);

    expect(made).toMatchObject([
      { id, busy: ['copy'] },
      { name: 'copy', status: 'queued', minDisk: 40, origin: { kind: 'copy', refId: id } },
    ]);
    expect(jobs).toMatchObject([{ type: 'imsCopyImageInRegionJob', imageName: 'copy' }]);
  });

  it('takes neither members nor tags nor protection along, and remembers the vendor', () => {
    const [, copy] = carriedOut(replicateImage, aWorld({ own }), request).images;

    expect(copy).toMatchObject({
      members: [],
      tags: {},
      protected: false,
      visibility: 'private',
      origin: { publicOsVendor: 'ubuntu' },
    });
  });

  it('is active in the end, and the source is free and otherwise as it was', () => {
    const after = unitOf(runJobs(units(carriedOut(replicateImage, aWorld({ own }), request))), p1);

    expect(after.images[0]).toEqual(own.images[0]);
    expect(after.images[1]).toMatchObject({ status: 'active', activeAt: later });
    expect(after.jobs).toMatchObject([{ status: 'SUCCESS' }]);
  });

  it('that fails leaves a killed copy and a free source', () => {
    const begun = carriedOut(replicateImage, aWorld({ own }), request);
    const after = unitOf(runJobs(units(begun), { breakAt: 'transfer' }), p1);

    expect(after.images).toMatchObject([{ busy: [] }, { status: 'killed' }]);
  });

  it.each([
    ['without a key is not encrypted', undefined, undefined],
    ['with another key is encrypted with that one', 'k2', { keyId: 'k2', keyKind: 'custom' }],
  ])('of an encrypted image %s', (_what, keyId, encryption) => {
    const source = anImage({ encryption: { keyId: 'k1', keyKind: 'custom' } });
    const world = aWorld({ own: aUnit({ images: [source], keys: [key, { ...key, id: 'k2' }] }) });
    const unit = carriedOut(replicateImage, world, { ...request, ...(keyId && { keyId }) });

    expect(unit.images[1]?.encryption).toEqual(encryption);
  });

  it('of an accepted share is an image of the recipient, and nothing changes at the owner', () => {
    const world = copierOf('accepted');
    const unit = carriedOut(replicateImage, world, request);
    const after = unitOf(runJobs(units(unit, aUnit({ images: [anImage()] })), { home: p2 }), p2);

    expect(after.images).toMatchObject([{ owner: p2, status: 'active' }]);
  });

  it.each([
    ['128 GB', { minDisk: 128 }],
    ['a data image', { type: 'data' as const }],
  ])('works with %s', (_what, parts) => {
    const world = aWorld({ own: aUnit({ images: [anImage(parts)] }) });

    expect(decide(replicateImage, world, request).refused).toBe(false);
  });

  it('works with the last free place of the quota', () => {
    const world = aWorld({ own: aUnit({ images: [anImage(), ...images(98)] }) });

    expect(decide(replicateImage, world, request).refused).toBe(false);
  });

  it('to an encrypted image says so in the audit trail and the job', () => {
    const unit = carriedOut(encryptImage, aWorld({ own }), { ...request, keyId: 'k1' });

    expect(unit.jobs).toMatchObject([{ operation: 'image.encrypt' }]);
    expect(unit.images[1]?.encryption).toEqual({ keyId: 'k1', keyKind: 'custom' });
    expect(unit.audit).toMatchObject([{ operation: 'image.encrypt' }]);
  });
});
