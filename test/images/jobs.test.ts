import { describe, expect, it } from 'vitest';
import { decide } from '../../src/images/decision.ts';
import { secondsFor } from '../../src/images/duration.ts';
import { JobStatus } from '../../src/images/job.ts';
import { createDisk } from '../../src/images/operations/create-disk.ts';
import { createServer } from '../../src/images/operations/create-server.ts';
import { createSystemImage } from '../../src/images/operations/create-system-image.ts';
import { deleteImage } from '../../src/images/operations/delete-image.ts';
import { operateServer } from '../../src/images/operations/operate-server.ts';
import { shareImage } from '../../src/images/operations/share-image.ts';
import { progressOf } from '../../src/images/progress.ts';
import { imagesUsed, quotaOf } from '../../src/images/quota.ts';
import type { Unit } from '../../src/images/unit.ts';
import { failJob, finishJob } from '../../src/images/work/end-job.ts';
import {
  aCause,
  aDisk,
  aFullImage,
  aJob,
  aMember,
  anImage,
  aProfile,
  aServer,
  at,
  aUnit,
  aWorld,
  carriedOut,
  imageId,
  images,
  later,
  p1,
  p2,
  p3,
} from './builders.ts';
import { runJobs, unitOf, units } from './run-job.ts';

const id = imageId(1);

function created(own: Unit = aUnit({ servers: [aServer()] })): Unit {
  return carriedOut(createSystemImage, aWorld({ own }), { server: 's1', name: 'web' });
}

describe('making a system image', () => {
  it('T1: the record is queued and its quota taken before anything runs', () => {
    const unit = created();

    expect(unit.images).toMatchObject([{ name: 'web', status: 'queued', minDisk: 40, owner: p1 }]);
    expect(imagesUsed(unit)).toBe(1);
    expect(unit.effects['click-1']).toEqual({ at, job: unit.jobs[0]?.id });
    expect(unit.audit).toMatchObject([{ outcome: 'done', facts: { trace: 'createImage' } }]);
  });

  it('T4: the image is active in the end, and the person who asked is told once', () => {
    const after = unitOf(runJobs(units(created())), p1);

    expect(after.images).toMatchObject([{ status: 'active', activeAt: later }]);
    expect(after.jobs).toMatchObject([{ status: 'SUCCESS', endedAt: later }]);
    expect(after.notices).toMatchObject([
      { kind: 'job.finished', to: { channel: 'C1', thread: '1.1' }, facts: { image: 'web' } },
    ]);
  });

  it('T6: a failure leaves a killed image, a failed job, a notice and an audit line', () => {
    const after = unitOf(runJobs(units(created()), { breakAt: 'transfer' }), p1);

    expect(after.images).toMatchObject([{ status: 'killed' }]);
    expect(after.jobs).toMatchObject([
      { status: 'FAIL', steps: [{ state: 'done' }, { state: 'failed' }] },
    ]);
    expect(after.notices).toMatchObject([{ kind: 'job.failed', facts: { code: 'IMG.0014' } }]);
    expect(after.audit.at(-1)).toMatchObject({ outcome: 'failed', codes: ['IMG.0014'] });
  });

  it('T6: gives the snapshots back where the cloud removes them', () => {
    const own = aUnit({
      snapshotsUsed: 3,
      servers: [aServer({ state: 'stopped', disks: [aDisk(), aDisk({ role: 'data' })] })],
    });
    const world = aWorld({ cloud: 'jdcloud', own });
    const unit = carriedOut(
      createSystemImage,
      world,
      { server: 's1', name: 'web' },
      aCause('a', 'jdcloud'),
    );

    expect(unit.snapshotsUsed).toBe(5);
    expect(unitOf(runJobs(units(unit), { breakAt: 'transfer' }), p1).snapshotsUsed).toBe(3);
    expect(unitOf(runJobs(units(unit)), p1).snapshotsUsed).toBe(5);
  });

  it('T6: keeps the snapshots counted where the cloud leaves them behind', () => {
    const own = aUnit({ servers: [aServer({ state: 'stopped' })] });
    const profile = aProfile('jdcloud', { create: { cleanupOnFailure: 'none' } });
    const unit = carriedOut(createSystemImage, aWorld({ profile, own }), {
      server: 's1',
      name: 'web',
    });

    expect(unitOf(runJobs(units(unit), { breakAt: 'transfer' }), p1).snapshotsUsed).toBe(1);
  });

  it('a second image of the same server waits for the first (R-SYS-10)', () => {
    const request = { server: 's1', name: 'web-2' };
    const during = decide(createSystemImage, aWorld({ own: created() }), request);
    const after = decide(
      createSystemImage,
      aWorld({ own: unitOf(runJobs(units(created())), p1) }),
      request,
    );

    expect(during.findings).toContainEqual(
      expect.objectContaining({ rule: 'R-SYS-10', code: 'IMG.0010' }),
    );
    expect(after.refused).toBe(false);
  });

  it.each(['stop', 'restart'] as const)('T11: fails when the server is told to %s', (action) => {
    const unit = created();
    const after = carriedOut(
      operateServer,
      aWorld({ own: unit }),
      { server: 's1', action },
      aCause('click-2'),
    );

    expect(after.images).toMatchObject([{ status: 'killed' }]);
    expect(after.jobs).toMatchObject([
      { status: 'FAIL', error: { code: 'IMG.0014' } },
      { operation: `server.${action}`, status: 'INIT' },
    ]);
    expect(after.servers).toMatchObject([{ state: action === 'stop' ? 'stopping' : 'rebooting' }]);
  });

  it('keeps the key of an encrypted system disk and where the system came from', () => {
    const server = aServer({
      disks: [aDisk({ keyId: 'k1' })],
      originImage: { kind: 'public', publicOsVendor: 'ubuntu' },
    });
    const unit = created(aUnit({ servers: [server] }));

    expect(unit.images).toMatchObject([
      { encryption: { keyId: 'k1' }, origin: { kind: 'server', publicOsVendor: 'ubuntu' } },
    ]);
  });
});

describe('every step', () => {
  it.each([
    ['making an image', () => created()],
    ['sharing', () => carriedOut(shareImage, aWorld(), { image: id, targets: [p2, p3] })],
    [
      'making servers',
      () =>
        carriedOut(createServer, aWorld(), {
          image: id,
          name: 'app',
          az: 'az1',
          ramMb: 4096,
          count: 3,
        }),
    ],
    [
      'making a disk',
      () =>
        carriedOut(createDisk, aWorld({ own: aUnit({ images: [anImage({ type: 'data' })] }) }), {
          image: id,
          sizeGb: 50,
        }),
    ],
    [
      'deleting',
      () =>
        carriedOut(
          deleteImage,
          aWorld({ own: aUnit({ images: [anImage({ members: [aMember(p2, 'accepted')] })] }) }),
          { image: id },
        ),
    ],
  ])('of %s has the same end when it is done three times', (_what, start) => {
    const all = units(start(), aUnit({ project: p2 }), aUnit({ project: p3 }));

    expect(runJobs(all, { times: 3 })).toEqual(runJobs(all));
  });
});

describe('making servers', () => {
  const order = { image: id, name: 'app', az: 'az1', ramMb: 4096, count: 2 };

  it('makes them starting at once and running in the end', () => {
    const unit = carriedOut(createServer, aWorld({ own: aUnit({ images: [anImage()] }) }), order);

    expect(unit.servers).toMatchObject([
      { name: 'app-1', state: 'starting', disks: [{ sizeGb: 40 }] },
      { name: 'app-2', state: 'starting' },
    ]);
    expect(unitOf(runJobs(units(unit)), p1).servers).toMatchObject([
      { state: 'running' },
      { state: 'running' },
    ]);
  });

  it('leaves no server behind when it fails', () => {
    const own = aUnit({ images: [anImage()], servers: [aServer()] });
    const unit = carriedOut(createServer, aWorld({ own }), order);
    const after = unitOf(runJobs(units(unit), { breakAt: 'start-servers' }), p1);

    expect(after.servers.map(({ name }) => name)).toEqual(['web-01']);
  });

  it('leaves no disk behind when a disk fails', () => {
    const own = aUnit({ images: [anImage({ type: 'data' })] });
    const unit = carriedOut(createDisk, aWorld({ own }), { image: id, sizeGb: 50 });

    expect(unit.disks).toHaveLength(1);
    expect(unitOf(runJobs(units(unit), { breakAt: 'fill-disk' }), p1).disks).toEqual([]);
  });

  it('gives a full-ECS server the disks of its image', () => {
    const own = aUnit({ images: [aFullImage()] });
    const unit = carriedOut(createServer, aWorld({ own }), { ...order, count: 1 });

    expect(unit.servers[0]?.disks.map(({ role, sizeGb }) => [role, sizeGb])).toEqual([
      ['system', 40],
      ['data', 80],
    ]);
  });
});

describe('sharing that fails half way', () => {
  it('takes back only the members that were not told', () => {
    const unit = carriedOut(shareImage, aWorld(), { image: id, targets: [p2, p3] });
    const job = unit.jobs[0];
    const half = job && {
      ...job,
      steps: job.steps.map((step, index) =>
        index === 0 ? ({ ...step, state: 'done' } as const) : step,
      ),
    };
    const after = half && failJob(unit, half, { code: 'IMG.0112', reason: 'broken' }, later);

    expect(after?.images[0]?.members.map(({ project }) => project)).toEqual([p2]);
  });

  it.each([
    ['who had rejected it stands as before', 'pending', 'rejected'],
    ['who has accepted meanwhile keeps it', 'accepted', 'accepted'],
  ] as const)('of projects that were offered it once more, %s', (_, answer, left) => {
    const image = anImage({ members: [aMember(p2, 'rejected')] });
    const own = aUnit({ images: [image] });
    const unit = carriedOut(shareImage, aWorld({ own }), { image: id, targets: [p2] });
    const [shared] = unit.images;
    const [job] = unit.jobs;
    const answered = { ...unit, images: [{ ...image, ...shared, members: [aMember(p2, answer)] }] };
    const after = job && failJob(answered, job, { code: 'IMG.0112', reason: 'broken' }, later);

    expect(after?.images[0]?.members).toMatchObject([{ project: p2, status: left }]);
  });
});

describe('deleting', () => {
  it('frees the quota at once and keeps the record until the data are scrubbed', () => {
    const own = aUnit({ images: [anImage(), anImage({ id: imageId(2) })] });
    const unit = carriedOut(deleteImage, aWorld({ own }), { image: id });

    expect(imagesUsed(unit)).toBe(1);
    expect(unit.images[0]?.status).toBe('pending_delete');
    expect(unitOf(runJobs(units(unit)), p1).images[0]?.status).toBe('deleted');
  });

  it('of a full-ECS image under way ends that work and frees the server (T9)', () => {
    const own = aUnit({
      images: [aFullImage({ status: 'saving' })],
      servers: [aServer({ locked: true })],
      jobs: [aJob({ imageId: id, serverId: 's1', steps: [] })],
    });
    const unit = carriedOut(deleteImage, aWorld({ own }), { image: id });

    expect(unit.servers[0]?.locked).toBe(false);
    expect(unit.jobs.map(({ status }) => status)).toEqual(['FAIL', 'INIT']);
    expect(unit.images[0]?.status).toBe('pending_delete');
  });
});

it('R-JOB-01: a job has one of four statuses', () => {
  expect(JobStatus.options).toEqual(['INIT', 'RUNNING', 'SUCCESS', 'FAIL']);
});

describe('what deleting leaves', () => {
  const own = aUnit({
    snapshotsUsed: 3,
    images: [
      anImage({
        id: imageId(1, 'jdcloud'),
        rootDevice: 'cloudDisk',
        disks: [
          { role: 'system', sizeGb: 40, device: '/dev/vda' },
          { role: 'data', sizeGb: 80, device: '/dev/vdb' },
        ],
      }),
    ],
  });

  it.each([
    [true, 1],
    [false, 3],
  ])('snapshots, asked to delete them too: %s', (deleteSnapshots, left) => {
    const request = { image: imageId(1, 'jdcloud'), deleteSnapshots };

    expect(carriedOut(deleteImage, aWorld({ cloud: 'jdcloud', own }), request).snapshotsUsed).toBe(
      left,
    );
  });

  it('the newest 50 records for questions by ID', () => {
    const deleted = Array.from({ length: 60 }, (_, n) =>
      anImage({ id: imageId(100 + n), status: 'deleted' }),
    );
    const unit = carriedOut(
      deleteImage,
      aWorld({ own: aUnit({ images: [anImage(), ...deleted] }) }),
      {
        image: id,
      },
    );
    const after = unitOf(runJobs(units(unit)), p1);

    expect(after.images).toHaveLength(50);
    expect(after.images.map((image) => image.id)).toContain(id);
  });
});

describe('a job that has ended', () => {
  const ended = aJob({ status: 'SUCCESS', endedAt: at });
  const unit = aUnit({ jobs: [ended] });

  it('is not finished again', () => {
    expect(finishJob(unit, ended, later)).toBe(unit);
  });

  it('does not fail afterwards', () => {
    expect(failJob(unit, ended, { code: 'IMG.0014', reason: 'late' }, later)).toBe(unit);
  });
});

describe('time', () => {
  it.each([
    [40, 0, 222],
    [80, 0, 355.2],
    [40, 2, 333],
  ])('an image of %i GB beside %i other jobs takes %d seconds', (sizeGb, others, seconds) => {
    expect(secondsFor(aProfile(), 'imsCreateImageByInstance', sizeGb, others)).toBeCloseTo(seconds);
  });

  it('progress counts what is done and the part of the step at hand', () => {
    const step = { kind: 'transfer', seconds: 100, facts: {} };
    const job = aJob({
      steps: [
        { ...step, state: 'done' },
        { ...step, state: 'waiting' },
      ],
    });
    const since = (seconds: number) => new Date(Date.parse(at) + seconds * 1000).toISOString();

    expect(progressOf(job, at, 1)).toBe(0.5);
    expect(progressOf(job, since(50), 1)).toBe(0.75);
    expect(progressOf(job, since(1), 50)).toBe(0.75);
    expect(progressOf(job, since(9000), 1)).toBe(1);
    expect(
      progressOf({ ...job, steps: [{ ...step, state: 'skipped' }, ...job.steps.slice(1)] }, at, 1),
    ).toBe(0.5);
    expect(progressOf({ ...job, status: 'SUCCESS' }, at, 1)).toBe(1);
  });
});

describe('quotas', () => {
  it('count private images that are not deleted, and nothing that was received', () => {
    const own = aUnit({
      images: [
        ...images(3),
        anImage({ status: 'deleted' }),
        anImage({ id: imageId(2), status: 'killed' }),
      ],
    });

    expect(quotaOf(own, aProfile())).toContainEqual({
      type: 'image',
      used: 4,
      quota: 100,
      min: 1,
      max: 1000,
    });
  });

  it('name snapshots only where the cloud counts them', () => {
    const types = (cloud: 'huawei' | 'jdcloud') =>
      quotaOf(aUnit(), aProfile(cloud)).map(({ type }) => type);

    expect(types('huawei')).not.toContain('snapshot');
    expect(types('jdcloud')).toContain('snapshot');
  });
});
