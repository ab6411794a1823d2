import { describe, expect, it } from 'vitest';
import { type Decision, decide } from '../../src/images/decision.ts';
import { acceptShare } from '../../src/images/operations/answer-share.ts';
import { createDataImages } from '../../src/images/operations/create-data-images.ts';
import { createDisk } from '../../src/images/operations/create-disk.ts';
import { type CreateServer, createServer } from '../../src/images/operations/create-server.ts';
import {
  type CreateSystemImage,
  createSystemImage,
} from '../../src/images/operations/create-system-image.ts';
import { deleteImage } from '../../src/images/operations/delete-image.ts';
import { importImage } from '../../src/images/operations/import-image.ts';
import { replicateImage } from '../../src/images/operations/replicate-image.ts';
import { shareImage } from '../../src/images/operations/share-image.ts';
import {
  aBucket,
  aCause,
  aDisk,
  aFile,
  aFullImage,
  aJob,
  aMember,
  anImage,
  anOffer,
  aProfile,
  aServer,
  aUnit,
  aWorld,
  carriedOut,
  clouds,
  imageId,
  images,
  members,
  p1,
  p2,
  project,
  sister,
  type WorldParts,
} from './builders.ts';

const id = imageId(1);
const a = (count: number) => 'a'.repeat(count);

function blocking({ findings }: Decision): readonly string[] {
  return findings
    .filter(({ severity }) => severity === 'block')
    .map(({ rule, code }) => `${rule} ${code}`);
}

function create(request: CreateSystemImage, parts: WorldParts = {}): Decision {
  return decide(createSystemImage, aWorld(parts), { server: 's1', name: 'web', ...request });
}

function use(image: Parameters<typeof anImage>[0], request: Partial<CreateServer>): Decision {
  return decide(createServer, aWorld({ own: aUnit({ images: [anImage(image)] }) }), {
    image: id,
    name: 'app',
    az: 'az1',
    ramMb: 4096,
    count: 1,
    ...request,
  });
}

function share(
  image: Parameters<typeof anImage>[0],
  targets: readonly string[],
  parts: WorldParts = {},
): Decision {
  return decide(shareImage, aWorld({ own: aUnit({ images: [anImage(image)] }), ...parts }), {
    image: id,
    targets,
  });
}

function many(count: number): readonly string[] {
  return Array.from({ length: count }, (_, n) => project(5000 + n));
}

const stopped = aUnit({ servers: [aServer({ state: 'stopped' })] });
const full = { type: 'full-ecs', origin: { kind: 'cbr' }, disks: aFullImage().disks } as const;

describe('just inside the limits', () => {
  it.each<[string, Decision]>([
    ['a name of one letter', create({ name: 'a' })],
    ['a name of 128 letters', create({ name: a(128) })],
    ['a name with a space inside', create({ name: 'a b' })],
    ['a Chinese name at huawei', create({ name: '镜像-1' })],
    [
      'a name of two letters at jdcloud',
      create({ name: 'ab' }, { cloud: 'jdcloud', own: stopped }),
    ],
    ['a name that is taken', create({ name: 'web-golden' })],
    ['a description of 1024 characters', create({ description: a(1024) })],
    ['a description with spaces', create({ description: 'made for the shop' })],
    ['10 tags', create({ tags: Array.from({ length: 10 }, (_, n) => `k${n}.v`) })],
    ['a key of 36 and a value of 43', create({ tags: [`${a(36)}.${a(43)}`] })],
    ['an empty tag value', create({ tags: ['k.', 'l'] })],
    ['no least memory', create({ minRam: 0 })],
    ['equal least and most memory', create({ minRam: 2048, maxRam: 2048 })],
    ['the default enterprise project', create({ enterpriseProjectId: '0' })],
    ['the 100th image', create({}, { own: aUnit({ servers: [aServer()], images: images(99) }) })],
    [
      'the 40th creation at once at otc',
      create(
        {},
        {
          cloud: 'otc',
          own: aUnit({
            servers: [aServer()],
            jobs: Array.from({ length: 39 }, (_, n) => aJob({ id: `job-${n}` })),
          }),
        },
      ),
    ],
    ['a running server at huawei', create({})],
    ['a stopped server at huawei', create({}, { own: stopped })],
    ['a stopped server at jdcloud', create({}, { cloud: 'jdcloud', own: stopped })],
    [
      'a running server with a cloud disk, where only local disks need a stop',
      create(
        {},
        { profile: aProfile('jdcloud', { server: { requireStopped: 'local-disk-only' } }) },
      ),
    ],
    [
      'a system disk of 1024 GB',
      create({}, { own: aUnit({ servers: [aServer({ disks: [aDisk({ sizeGb: 1024 })] })] }) }),
    ],
    [
      'the last snapshots at jdcloud',
      create({}, { cloud: 'jdcloud', own: { ...stopped, snapshotsUsed: 14 } }),
    ],
    ['100 targets in one request', share({}, many(100))],
    ['the 128th member', share({ members: members(127, 'accepted') }, [p2])],
    [
      'the 10th member of a full-ECS image',
      share({ ...full, members: members(9, 'accepted') }, [p2]),
    ],
    ['members that only wait do not count', share({ members: members(128, 'pending') }, [p2])],
    ['a project that rejected before', share({ members: [aMember(p2, 'rejected')] }, [p2])],
    ['a project of the same account', share({}, [sister])],
    [
      'a granted custom key at otc',
      share({}, [p2], {
        cloud: 'otc',
        own: aUnit({
          images: [anImage({ encryption: { keyId: 'k1', keyKind: 'custom' } })],
          keys: [
            {
              id: 'k1',
              alias: 'k',
              kind: 'custom',
              grants: [{ project: p2, operations: ['Decrypt Data Key', 'Describe Key'] }],
            },
          ],
        }),
      }),
    ],
    [
      'a full-ECS image of a server without legacy backup',
      share({ ...full, origin: { kind: 'server' } }, [p2]),
    ],
    ['a system disk of 1024 GB for a new server', use({}, { systemDiskGb: 1024 })],
    ['a system disk of exactly the image size', use({}, { systemDiskGb: 40 })],
    ['any AZ for a system image', use({}, { az: 'az3' })],
    ['AZ 1 for an image limited to AZ 1', use({ limitedToAz: 'az1', ...full }, { az: 'az1' })],
    [
      'grown disks of a full-ECS image',
      use(full, { systemDiskGb: 50, dataDisks: [{ sizeGb: 90 }] }),
    ],
    ['100 servers at once', use({}, { count: 100 })],
    ['4 GB for a 32-bit image', use({ osBit: '32' }, { ramMb: 4096 })],
    ['a temporary server from an ISO image', use({ type: 'iso' }, { temporary: true })],
    [
      'a disk of the image size',
      decide(
        createDisk,
        aWorld({ own: aUnit({ images: [anImage({ type: 'data', minDisk: 100 })] }) }),
        {
          image: id,
          sizeGb: 100,
        },
      ),
    ],
    [
      'deleting a shared image at huawei',
      decide(
        deleteImage,
        aWorld({ own: aUnit({ images: [anImage({ members: members(3, 'accepted') })] }) }),
        { image: id },
      ),
    ],
    [
      'deleting a full-ECS image under creation',
      decide(deleteImage, aWorld({ own: aUnit({ images: [aFullImage({ status: 'queued' })] }) }), {
        image: id,
      }),
    ],
    ['accepting after a rejection', accept('rejected')],
    ['the 128th acceptance', accept('pending', 127)],
  ])('%s is fine', (_what, decision) => {
    expect(blocking(decision)).toEqual([]);
    expect(decision.refused).toBe(false);
  });
});

function accept(status: 'pending' | 'rejected', accepted = 0): Decision {
  const image = anImage({ members: [...members(accepted, 'accepted'), aMember(p2, status)] });
  return decide(
    acceptShare,
    aWorld({
      own: aUnit({ project: p2, received: [anOffer({ status })] }),
      others: [aUnit({ images: [image] })],
    }),
    { image: id, owner: p1 },
  );
}

describe.each([...clouds])('just inside the limits at %s', (cloud) => {
  const jd = cloud === 'jdcloud';
  const own = aUnit({ servers: [aServer({ state: 'stopped' })] });
  const made = (request: CreateSystemImage) => create(request, { cloud, own });

  it.each<[string, CreateSystemImage]>([
    ['the shortest name', { name: a(jd ? 2 : 1) }],
    ['the longest name', { name: a(jd ? 32 : 128) }],
    ['the longest description', { description: a(jd ? 256 : 1024) }],
    ['a description with spaces', { description: 'made for the shop' }],
    ['10 tags', { tags: Array.from({ length: 10 }, (_, n) => `k${n}.v`) }],
    ['the longest key and value', { tags: [`${a(36)}.${a(43)}`] }],
    ['an empty tag value', { tags: ['k.'] }],
    ['a tag with two periods', { tags: ['a.b.c'] }],
    ['no least memory', { minRam: 0 }],
  ])('%s is fine', (_what, request) => {
    expect(blocking(made(request))).toEqual([]);
  });

  it('the last image of the quota is fine, and the one after it is not', () => {
    const quota = aProfile(cloud).quota.images ?? 0;
    const nth = (n: number) => create({}, { cloud, own: { ...own, images: images(n - 1, cloud) } });

    expect(blocking(nth(quota))).toEqual([]);
    expect(blocking(nth(quota + 1))).toEqual(['R-QUOTA-01 IMG.0015']);
  });

  it('the last accepted member is fine, and the one after it is not', () => {
    const most = aProfile(cloud).share.maxMembers.system;
    const nth = (n: number) => {
      const image = { id: imageId(1, cloud), members: members(n - 1, 'accepted') };
      const world = aWorld({ cloud, own: aUnit({ images: [anImage(image)] }) });
      return decide(shareImage, world, { image: image.id, targets: [p2] });
    };

    expect(blocking(nth(most))).toEqual([]);
    expect(blocking(nth(most + 1)).join()).toContain('IMG.0088');
  });
});

describe.each(['huawei', 'otc'] as const)('just inside the limits of sources at %s', (cloud) => {
  it('a data disk of 1024 GB is fine', () => {
    const big = aDisk({ id: 'data-1', role: 'data', device: '/dev/vdb', sizeGb: 1024 });
    const own = aUnit({ servers: [aServer({ disks: [aDisk(), big] })] });
    const request = { dataImages: [{ disk: 'data-1', name: 'data' }] };

    expect(blocking(decide(createDataImages, aWorld({ cloud, own }), request))).toEqual([]);
  });

  it.each([
    ['a file of exactly 128 GB', { file: 'imports:base.qcow2' }],
    ['a RAW file with the bitmap of its name', { file: 'imports:big.raw', fast: true }],
  ])('%s is fine', (_what, source) => {
    const objects = [
      aFile({ sizeBytes: 128 * 1024 ** 3 }),
      aFile({ key: 'big.raw', format: 'raw' }),
      aFile({ key: 'big.mf', format: 'mf', sizeBytes: 4096, virtualSizeGb: 0 }),
    ];
    const world = aWorld({ cloud, own: aUnit({ buckets: [aBucket({ objects })] }) });
    const osVersion = 'CentOS 7.0 64bit';
    const request = { name: 'web', minDisk: 40, osVersion, ...source };

    expect(blocking(decide(importImage, world, request))).toEqual([]);
  });

  it('a plain image copied to an encrypted one is fine', () => {
    const keys = [{ id: 'k1', alias: 'k', kind: 'custom' as const }];
    const world = aWorld({ cloud, own: aUnit({ images: [anImage()], keys }) });

    expect(
      blocking(decide(replicateImage, world, { image: id, name: 'secret', keyId: 'k1' })),
    ).toEqual([]);
  });
});

describe('many servers at once', () => {
  it.each([
    ['huawei', 100, []],
    ['huawei', 101, ['R-USE-10 warn']],
    ['jdcloud', 100, []],
    ['jdcloud', 101, ['R-USE-16 block']],
  ] as const)('at %s %i gives %j', (cloud, count, expected) => {
    const image = anImage({ id: imageId(1, cloud) });
    const { findings } = decide(createServer, aWorld({ cloud, own: aUnit({ images: [image] }) }), {
      image: image.id,
      name: 'app',
      az: 'az1',
      ramMb: 4096,
      count,
    });

    expect(
      findings
        .filter(({ code }) => code === 'IMSX.0022')
        .map(({ rule, severity }) => `${rule} ${severity}`),
    ).toEqual(expected);
  });
});

describe('what is stored', () => {
  it('splits a tag at its first period', () => {
    const unit = carriedOut(createSystemImage, aWorld(), {
      server: 's1',
      name: 'web',
      tags: ['a.b.c', 'k', 'l.'],
    });

    expect(unit.images.at(-1)?.tags).toEqual({ a: 'b.c', k: '', l: '' });
  });

  it('trims tags where the cloud does', () => {
    const request = { server: 's1', name: 'web', imageTags: [{ key: ' a ', value: ' b ' }] };
    const unit = carriedOut(createSystemImage, aWorld({ cloud: 'otc' }), request);

    expect(unit.images.at(-1)?.tags).toEqual({ a: 'b' });
  });
});

describe('targets are judged one by one (R-SHARE-19)', () => {
  const world = aWorld();
  const decision = decide(shareImage, world, { image: id, targets: [p1, p2, project(0xab)] });

  it('the good one is shared with, the others are refused with their reasons', () => {
    const refused = decision.findings.filter(({ severity }) => severity === 'block');

    expect(decision.refused).toBe(false);
    expect(refused.map(({ rule, target }) => [rule, target])).toEqual([
      ['R-SHARE-07', project(0xab)],
      ['R-SHARE-08', p1],
    ]);
    expect(decision.carryOut(aCause())?.images[0]?.members.map((member) => member.project)).toEqual(
      [p2],
    );
  });

  it('nothing is shared when every target is refused', () => {
    const none = decide(shareImage, world, { image: id, targets: [p1] });

    expect(none.refused).toBe(true);
    expect(none.carryOut(aCause())).toBeUndefined();
  });
});

describe('what a person is asked', () => {
  it('nothing about a well-prepared server', () => {
    const decision = create({});

    expect(decision.needsConfirmation).toBe(false);
  });

  it('all that is not satisfied, at once', () => {
    const server = aServer({
      disks: [aDisk(), aDisk({ role: 'data', device: '/dev/vdb' })],
      guest: { dhcp: false, networkRulesCleared: false, fstabAutomount: ['/data'] },
    });
    const decision = create({}, { own: aUnit({ servers: [server] }) });
    const asked = decision.findings.filter(({ severity }) => severity === 'confirm');

    expect(asked.map(({ rule }) => rule).toSorted()).toEqual([
      'R-PREP-01',
      'R-PREP-02',
      'R-PREP-03',
      'R-SYS-08',
      'R-SYS-09',
    ]);
    expect(decision.refused).toBe(false);
  });

  it('does not stop what a person has agreed to', () => {
    const decision = share({}, [p2]);

    expect(decision.needsConfirmation).toBe(true);
    expect(decision.carryOut(aCause())?.jobs).toHaveLength(1);
  });
});

it('refusals come in the fixed order: permission, shape, existence, state, values, quota', () => {
  const own = aUnit({ servers: [aServer({ state: 'error' })], images: images(100) });
  const decision = create(
    { name: 'web/1', tags: ['a.b'], imageTags: [{ key: 'c', value: 'd' }] },
    { own, actions: [] },
  );

  expect(blocking(decision)).toEqual([
    'R-AUTH-01 IMG.0026',
    'R-TAG-06 IMG.0001',
    'R-SYS-01 IMG.0006',
    'R-NAME-03 IMG.0003',
    'R-QUOTA-01 IMG.0015',
  ]);
});
