import { describe, expect, it } from 'vitest';
import { decide } from '../../src/images/decision.ts';
import { convertImage } from '../../src/images/operations/convert-image.ts';
import { deleteImage } from '../../src/images/operations/delete-image.ts';
import { aCause, anImage, aUnit, aWorld, carriedOut, imageId, p1 } from './builders.ts';
import { runJobs, unitOf, units } from './run-job.ts';

const id = imageId(1, 'jdcloud');
const own = aUnit({
  snapshotsUsed: 3,
  images: [anImage({ id, rootDevice: 'localDisk', tags: { a: 'b' }, protected: false })],
});
const world = aWorld({ cloud: 'jdcloud', own });
const begun = () => carriedOut(convertImage, world, { image: id }, aCause('click', 'jdcloud'));

describe('converting an image', () => {
  it('takes a place and a snapshot at once, and the source cannot be deleted meanwhile', () => {
    const unit = begun();
    const during = aWorld({ cloud: 'jdcloud', own: unit });

    expect(unit.images).toMatchObject([
      { id, rootDevice: 'localDisk', busy: ['convert'] },
      { name: 'web-golden', rootDevice: 'cloudDisk', status: 'queued', busy: [], tags: {} },
    ]);
    expect(unit.snapshotsUsed).toBe(4);
    expect(decide(deleteImage, during, { image: id }).findings).toContainEqual(
      expect.objectContaining({ code: 'IMSX.0016' }),
    );
  });

  it('ends with two images, the source as it was', () => {
    const after = unitOf(runJobs(units(begun()), { times: 3 }), p1);

    expect(after.images[0]).toEqual(own.images[0]);
    expect(after.images[1]).toMatchObject({ status: 'active', rootDevice: 'cloudDisk' });
    expect(after.snapshotsUsed).toBe(4);
  });

  it('that fails gives the snapshot back and leaves a killed record', () => {
    const after = unitOf(runJobs(units(begun()), { breakAt: 'transfer' }), p1);

    expect(after.snapshotsUsed).toBe(3);
    expect(after.images).toMatchObject([{ busy: [] }, { status: 'killed' }]);
  });

  it('gives the new image another name when one is said', () => {
    const unit = carriedOut(
      convertImage,
      world,
      { image: id, name: 'web-cloud' },
      aCause('click', 'jdcloud'),
    );

    expect(unit.images[1]).toMatchObject({ name: 'web-cloud' });
    expect(unit.images[1]?.id).toMatch(/^img-/);
  });
});
