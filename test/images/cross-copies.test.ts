import { describe, expect, it } from 'vitest';
import { decide } from '../../src/images/decision.ts';
import { deleteImage } from '../../src/images/operations/delete-image.ts';
import { replicateAcross } from '../../src/images/operations/replicate-across.ts';
import { agency, replicaVault } from './bad-cross-copies.ts';
import {
  aBackup,
  aCause,
  aFullImage,
  aMember,
  anImage,
  aUnit,
  aWorld,
  carriedOut,
  imageId,
  images,
  later,
  overseas,
  p1,
  p2,
} from './builders.ts';
import { runJobs, unitOf, units } from './run-job.ts';

const id = imageId(1);
const target = aUnit({ project: overseas, region: 'r2', vaults: [replicaVault] });
const request = { image: id, region: 'r2', agency: 'copier' };

function begun(image: Parameters<typeof anImage>[0] = {}, more = {}) {
  const own = aUnit({
    images: [anImage(image)],
    agencies: [agency],
    backups: [aBackup({ id: 'backup-1' })],
  });
  return carriedOut(replicateAcross, aWorld({ own, others: [target] }), { ...request, ...more });
}

describe('copying an image to another region', () => {
  it('keeps the source busy and changes nothing in the target yet', () => {
    const unit = begun();

    expect(unit.images).toMatchObject([{ busy: ['cross-copy'] }]);
    expect(unit.jobs).toMatchObject([{ facts: { region: 'r2', name: 'copy_r1_web-golden' } }]);
  });

  it('brings one private copy into the project there, and frees the source', () => {
    const image = { members: [aMember(p2, 'accepted')], tags: { a: 'b' }, protected: true };
    const all = runJobs(units(begun(image), target), { times: 3 });

    expect(unitOf(all, overseas).images).toMatchObject([
      {
        name: 'copy_r1_web-golden',
        description: `Copy of ${id} in r1`,
        owner: overseas,
        region: 'r2',
        status: 'active',
        visibility: 'private',
        protected: false,
        members: [],
        tags: {},
        origin: { kind: 'cross-copy', refId: id },
        createdAt: later,
      },
    ]);
    expect(unitOf(all, overseas).images[0]?.id).not.toBe(id);
    expect(unitOf(all, p1).images).toMatchObject([{ busy: [] }]);
  });

  it('that fails leaves nothing there and a free source', () => {
    const all = runJobs(units(begun(), target), { breakAt: 'receive-copy' });

    expect(unitOf(all, overseas)).toEqual(target);
    expect(unitOf(all, p1).images).toMatchObject([{ busy: [] }]);
  });

  it('fails when the source was deleted meanwhile', () => {
    const gone = carriedOut(
      deleteImage,
      aWorld({ own: begun() }),
      { image: id },
      aCause('click-2'),
    );
    const all = runJobs(units(gone, target));

    expect(unitOf(all, overseas).images).toEqual([]);
    expect(unitOf(all, p1).jobs[0]).toMatchObject({ status: 'FAIL', error: { code: 'IMG.0144' } });
  });

  it('fails when the last place in the target was taken meanwhile', () => {
    const all = runJobs(units(begun(), { ...target, images: images(100) }));

    expect(unitOf(all, overseas).images).toHaveLength(100);
    expect(unitOf(all, p1).jobs[0]).toMatchObject({ error: { code: 'IMG.0015' } });
  });

  it('takes space in the vault for a full-ECS image, and remembers where its backup is', () => {
    const all = runJobs(units(begun(aFullImage(), { vault: 'replicas' }), target), { times: 2 });

    expect(unitOf(all, overseas).vaults).toMatchObject([{ usedGb: 120 }]);
    expect(unitOf(all, p1).backups).toMatchObject([{ copiedTo: ['r2'] }]);
  });

  it('takes larger images between the regions that allow them', () => {
    const own = aUnit({ images: [anImage({ minDisk: 300 })], agencies: [agency] });
    const world = aWorld({ own, others: [target] });
    const profile = {
      ...world.profile,
      crossCopy: { ...world.profile.crossCopy, maxGbByRegion: { r2: 300 } },
    };

    expect(decide(replicateAcross, { ...world, profile }, request).refused).toBe(false);
    expect(decide(replicateAcross, world, request).refused).toBe(true);
  });

  it('goes nowhere that the region does not list for full-ECS images', () => {
    const world = aWorld({
      own: aUnit({ images: [aFullImage()], agencies: [agency] }),
      others: [target],
    });
    const region = (name: string) => ({
      id: name,
      azs: ['az1'],
      sites: [],
      fullEcsTargets: ['r7'],
    });
    const listed = { ...world, directory: { ...world.directory, region } };
    const decision = decide(replicateAcross, listed, { ...request, vault: 'v2' });

    expect(decision.findings).toContainEqual(expect.objectContaining({ code: 'IMSX.0020' }));
  });
});
