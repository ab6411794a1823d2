import { describe, expect, it } from 'vitest';
import { type CaseBase, decide, type Lifecycle } from '../../src/images/decision.ts';
import type { Image } from '../../src/images/image.ts';
import { stateOf } from '../../src/images/image-states.ts';
import { convertImage } from '../../src/images/operations/convert-image.ts';
import { createDisk } from '../../src/images/operations/create-disk.ts';
import { createServer } from '../../src/images/operations/create-server.ts';
import { deleteImage } from '../../src/images/operations/delete-image.ts';
import { exportImage } from '../../src/images/operations/export-image.ts';
import { modifyImage } from '../../src/images/operations/modify-image.ts';
import { purgeImage } from '../../src/images/operations/purge-image.ts';
import { replicateAcross } from '../../src/images/operations/replicate-across.ts';
import { replicateImage } from '../../src/images/operations/replicate-image.ts';
import { restoreImage } from '../../src/images/operations/restore-image.ts';
import { shareImage } from '../../src/images/operations/share-image.ts';
import { tagImage, untagImage } from '../../src/images/operations/tag-image.ts';
import { unshareImage } from '../../src/images/operations/unshare-image.ts';
import { visibleImages } from '../../src/images/queries.ts';
import { imagesUsed } from '../../src/images/quota.ts';
import { Unit } from '../../src/images/unit.ts';
import { binDue, emptyBin } from '../../src/images/work/empty-bin.ts';
import {
  aBackup,
  aCause,
  aFullImage,
  aJob,
  aMember,
  anImage,
  anOffer,
  aProfile,
  at,
  aUnit,
  aVault,
  aWorld,
  carriedOut,
  imageId,
  p1,
  p2,
} from './builders.ts';
import { runJobs, unitOf, units } from './run-job.ts';

const id = imageId(1);
const week = '2026-11-27T12:00:00.000Z';
const lastDay = '2026-11-26T12:00:00.000Z';

function imageOf({ images }: Unit): Image {
  const [image] = images;
  if (!image) throw new Error('there is no image');
  return image;
}

/** A project whose images have just been deleted. */
function withBin(own: Unit = aUnit({ images: [anImage()] })): Unit {
  return own.images.reduce(
    (unit, { id: image }) =>
      carriedOut(deleteImage, aWorld({ own: unit, binDays: 7 }), { image }, aCause(image)),
    own,
  );
}

function codes<Request, Case extends CaseBase>(
  lifecycle: Lifecycle<Request, Case>,
  own: Unit,
  request: Request,
  world: Parameters<typeof aWorld>[0] = {},
): readonly string[] {
  const { findings } = decide(lifecycle, aWorld({ own, binDays: 7, ...world }), request);
  return findings.flatMap(({ severity, rule }) => (severity === 'block' ? rule : []));
}

function emptied(unit: Unit, now: string): Unit {
  const { profile, directory } = aWorld({ own: unit });
  return emptyBin(unit, { profile, directory, now }, (key) => aCause(key).newId);
}

describe('a deleted image', () => {
  it('lies in the bin for as many days as are set, known by who put it there', () => {
    expect(imageOf(withBin())).toMatchObject({
      status: 'active',
      bin: { by: 'U1', at, until: week, origin: { channel: 'C1', thread: '1.1' } },
    });
  });

  it('is in a state of its own, and can be named by nobody', () => {
    const unit = withBin();

    expect(stateOf(imageOf(unit))).toBe('binned');
    expect(visibleImages(aWorld({ own: unit }))).toEqual([]);
  });

  it('uses the quota until it is deleted for good', () => {
    const unit = withBin();
    const purged = carriedOut(purgeImage, aWorld({ own: unit }), { image: id });

    expect(imagesUsed(unit)).toBe(1);
    expect(imagesUsed(purged)).toBe(0);
  });

  it('keeps its backup and its snapshots, whatever was asked to go with it, until then', () => {
    const own = aUnit({
      images: [aFullImage()],
      backups: [aBackup({ usedByImageId: id, vaultId: 'v1' })],
      vaults: [aVault({ usedGb: 40 })],
      snapshotsUsed: 3,
    });
    const request = { image: id, deleteBackup: true, deleteSnapshots: true };
    const binned = carriedOut(deleteImage, aWorld({ own, binDays: 7 }), request);
    const purged = carriedOut(purgeImage, aWorld({ own: binned }), { image: id }, aCause('purge'));

    expect(binned).toMatchObject({ backups: own.backups, vaults: own.vaults, snapshotsUsed: 3 });
    expect(purged).toMatchObject({ backups: [], vaults: [{ usedGb: 0 }], snapshotsUsed: 2 });
  });

  it('is taken from everybody it was shared with at once, and they are told', () => {
    const own = aUnit({ images: [anImage({ members: [aMember(p2, 'accepted')] })] });
    const after = runJobs(units(withBin(own), aUnit({ project: p2, received: [anOffer()] })));
    const recipient = unitOf(after, p2);

    expect(imageOf(unitOf(after, p1)).members).toEqual([]);
    expect(recipient.received).toEqual([]);
    expect(recipient.notices.map(({ kind }) => kind)).toEqual(['image.deleted']);
  });

  it.each([
    ['still being made', aFullImage({ status: 'saving' })],
    ['usable in one AZ while its backup is made', aFullImage({ limitedToAz: 'az1' })],
    ['never finished', anImage({ status: 'killed' })],
  ])('is gone for good at once when it is %s', (_why, image) => {
    expect(imageOf(withBin(aUnit({ images: [image] })))).toMatchObject({
      status: 'pending_delete',
    });
    expect(imageOf(withBin(aUnit({ images: [image] }))).bin).toBeUndefined();
  });

  it('is gone for good at once where there is no bin', () => {
    const unit = carriedOut(deleteImage, aWorld({ binDays: 0 }), { image: id });

    expect(imageOf(unit)).toMatchObject({ status: 'pending_delete' });
  });

  it('is confirmed in the words of what becomes of it', () => {
    const rules = (binDays: number) =>
      decide(deleteImage, aWorld({ binDays }), { image: id }).findings.flatMap(
        ({ severity, rule }) => (severity === 'confirm' ? rule : []),
      );

    expect(rules(7)).toEqual(['R-BIN-01']);
    expect(rules(0)).toEqual(['R-DEL-07']);
  });

  it('lets its name be used again', () => {
    const request = { image: imageId(2), field: 'name', value: 'web-golden' } as const;
    const own = withBin();
    const both = { ...own, images: [...own.images, anImage({ id: imageId(2), name: 'new' })] };
    const profile = aProfile('huawei', { name: { unique: true } });

    expect(codes(modifyImage, both, request, { profile })).toEqual([]);
  });
});

describe('an image in the bin', () => {
  const image = id;
  it.each([
    ['share', () => codes(shareImage, withBin(), { image, targets: [p2] })],
    ['unshare', () => codes(unshareImage, withBin(), { image, targets: 'all' })],
    ['modify', () => codes(modifyImage, withBin(), { image, field: 'name', value: 'x' })],
    ['tag', () => codes(tagImage, withBin(), { image, tags: ['a=b'] })],
    ['untag', () => codes(untagImage, withBin(), { image, keys: ['a'] })],
    ['copy', () => codes(replicateImage, withBin(), { image, name: 'copy' })],
    [
      'copy across regions',
      () =>
        codes(replicateAcross, withBin(), {
          image,
          name: 'copy',
          region: 'r2',
          project: p2,
          agency: 'a',
        }),
    ],
    ['convert', () => codes(convertImage, withBin(), { image, name: 'copy' })],
    [
      'export',
      () =>
        codes(exportImage, withBin(), {
          image,
          bucket: 'b',
          file: 'f',
          format: 'qcow2',
          fast: false,
        }),
    ],
    [
      'create a server',
      () => codes(createServer, withBin(), { image, name: 'a', az: 'az1', ramMb: 4096, count: 1 }),
    ],
    ['create a disk', () => codes(createDisk, withBin(), { image, sizeGb: 40 })],
    ['delete', () => codes(deleteImage, withBin(), { image })],
  ])('is good for nothing before it is restored: %s', (_what, refusals) => {
    expect(refusals()).toContain('R-BIN-02');
  });

  it('comes back as it was, except for its members', () => {
    const before = anImage({ members: [aMember(p2, 'accepted')], tags: { env: 'prod' } });
    const binned = withBin(aUnit({ images: [before] }));
    const decision = decide(restoreImage, aWorld({ own: binned }), { image: id });
    const restored = carriedOut(restoreImage, aWorld({ own: binned }), { image: id });

    expect(imageOf(restored)).toEqual({
      ...before,
      members: [],
      visibility: 'private',
      updatedAt: at,
    });
    expect(decision.findings).toMatchObject([{ rule: 'R-BIN-06', facts: { count: 1 } }]);
    expect(decision.needsConfirmation).toBe(false);
  });

  it('comes back once, however often that is asked', () => {
    const restored = carriedOut(restoreImage, aWorld({ own: withBin() }), { image: id });

    expect(codes(restoreImage, restored, { image: id })).toEqual(['R-BIN-03']);
    expect(codes(purgeImage, restored, { image: id })).toEqual(['R-BIN-03']);
  });

  it('cannot come back once it is gone for good', () => {
    const purged = carriedOut(purgeImage, aWorld({ own: withBin() }), { image: id });

    expect(codes(restoreImage, purged, { image: id })).toEqual(['R-ID-01']);
  });

  it('cannot come back under a name that is taken by now, where names are unique', () => {
    const binned = withBin();
    const own = { ...binned, images: [...binned.images, anImage({ id: imageId(2) })] };
    const profile = aProfile('huawei', { name: { unique: true } });

    expect(codes(restoreImage, own, { image: id }, { profile })).toEqual(['R-BIN-04']);
    expect(codes(restoreImage, own, { image: id })).toEqual([]);
  });

  it('cannot come back without the backup that it is made of', () => {
    const backups = [aBackup({ usedByImageId: id })];
    const binned = withBin(aUnit({ images: [aFullImage()], backups }));

    expect(codes(restoreImage, binned, { image: id })).toEqual([]);
    expect(codes(restoreImage, { ...binned, backups: [] }, { image: id })).toEqual(['R-BIN-05']);
  });

  it('is restored and purged by those who may delete', () => {
    const actions = ['ims:images:get'] as const;

    expect(codes(restoreImage, withBin(), { image: id }, { actions })).toEqual(['R-AUTH-01']);
    expect(codes(purgeImage, withBin(), { image: id }, { actions })).toEqual(['R-AUTH-01']);
  });

  it('is purged only after somebody has agreed that it cannot be undone', () => {
    const { findings } = decide(purgeImage, aWorld({ own: withBin() }), { image: id });

    expect(findings.filter(({ severity }) => severity === 'confirm')).toMatchObject([
      { rule: 'R-DEL-07' },
    ]);
  });
});

describe('the end of the time in the bin', () => {
  it('is told of a day before, once', () => {
    const warned = emptied(withBin(), lastDay);

    expect(binDue(withBin())).toBe(lastDay);
    expect(warned.notices).toMatchObject([
      { kind: 'bin.ends-soon', to: { channel: 'C1', thread: '1.1' }, imageId: id },
    ]);
    expect(emptied(warned, lastDay)).toBe(warned);
    expect(binDue(warned)).toBe(week);
  });

  it('does nothing before it has come', () => {
    const unit = withBin();

    expect(emptied(unit, '2026-11-26T11:59:59.999Z')).toBe(unit);
  });

  it('deletes the image for good, for the person who deleted it', () => {
    const over = emptied(withBin(), week);
    const done = unitOf(runJobs(units(over)), p1);

    expect(imageOf(over).status).toBe('pending_delete');
    expect(imageOf(done).status).toBe('deleted');
    expect(done.audit.at(-1)).toMatchObject({ who: 'U1', operation: 'bin.expire', imageId: id });
    expect(done.notices).toMatchObject([
      { kind: 'job.finished', facts: { operation: 'bin.expire', image: 'web-golden' } },
    ]);
    expect(emptied(done, week)).toBe(done);
    expect(binDue(done)).toBeUndefined();
  });

  it('comes all the same after a long sleep, without a reminder that is too late', () => {
    const over = emptied(withBin(), '2027-03-01T00:00:00.000Z');

    expect(imageOf(over).status).toBe('pending_delete');
    expect(over.notices).toEqual([]);
  });

  it('does not come for what was restored', () => {
    const restored = carriedOut(restoreImage, aWorld({ own: withBin() }), { image: id });

    expect(emptied(restored, week)).toBe(restored);
  });
});

it('units of before there was a bin are read as they are', () => {
  const { bin: _, ...old } = anImage();

  expect(Unit.parse({ ...aUnit(), images: [old], jobs: [aJob()] }).images).toEqual([old]);
});
