import { type Decision, decide } from '../../src/images/decision.ts';
import type { ProjectId } from '../../src/images/ids.ts';
import { acceptShare } from '../../src/images/operations/answer-share.ts';
import { cancelJob } from '../../src/images/operations/cancel-job.ts';
import { createDisk } from '../../src/images/operations/create-disk.ts';
import { type CreateServer, createServer } from '../../src/images/operations/create-server.ts';
import {
  type CreateSystemImage,
  createSystemImage,
} from '../../src/images/operations/create-system-image.ts';
import { deleteImage } from '../../src/images/operations/delete-image.ts';
import { operateServer } from '../../src/images/operations/operate-server.ts';
import { shareImage } from '../../src/images/operations/share-image.ts';
import { unshareImage } from '../../src/images/operations/unshare-image.ts';
import { badBackupImages } from './bad-backup-images.ts';
import { modifying, tagging } from './bad-changes.ts';
import { conversions } from './bad-conversions.ts';
import { copies } from './bad-copies.ts';
import { crossCopies } from './bad-cross-copies.ts';
import { badDataImages } from './bad-data-images.ts';
import { badDiskSystems } from './bad-disk-systems.ts';
import { exporting } from './bad-exports.ts';
import { badFullImages } from './bad-full-images.ts';
import { badImports } from './bad-imports.ts';
import { badIsos } from './bad-isos.ts';
import { replacing } from './bad-servers.ts';
import {
  abroad,
  aDisk,
  aFullImage,
  aJob,
  aMember,
  anImage,
  anOffer,
  aProfile,
  aServer,
  aUnit,
  aWorld,
  type Cloud,
  imageId,
  images,
  members,
  p1,
  p2,
  p3,
  project,
  type WorldParts,
} from './builders.ts';

/** A row of the documents' table of bad inputs: its number, the rule that answers, what is wrong, the code, the request. */
export type Row = readonly [
  n: number,
  rule: string,
  what: string,
  code: string,
  decide: () => Decision | { findings: Decision['findings']; refused?: boolean },
];

const a = (count: number) => 'a'.repeat(count);
const id = imageId(1);

function create(request: CreateSystemImage, parts: WorldParts = {}) {
  return () => decide(createSystemImage, aWorld(parts), { server: 's1', name: 'web', ...request });
}
function createFrom(
  server: Parameters<typeof aServer>[0],
  cloud: Cloud = 'huawei',
  parts: WorldParts = {},
) {
  const own = aUnit({ servers: [aServer(server)] });
  return create({}, { own, cloud, ...parts });
}
function createOnJd(request: CreateSystemImage) {
  return create(request, {
    cloud: 'jdcloud',
    own: aUnit({ servers: [aServer({ state: 'stopped' })] }),
  });
}

function share(
  image: Parameters<typeof anImage>[0],
  parts: WorldParts = {},
  targets: readonly string[] = [p2],
) {
  const shared = anImage(image);
  return () =>
    decide(shareImage, aWorld({ own: aUnit({ images: [shared] }), ...parts }), {
      image: shared.id,
      targets,
    });
}

/** The world of p2, whom p1 offers its image. */
function recipient(parts: {
  readonly image?: Parameters<typeof anImage>[0];
  readonly own?: Parameters<typeof aUnit>[0];
  readonly world?: WorldParts;
  readonly project?: ProjectId;
}) {
  const image = anImage({ members: [aMember(p2, 'pending')], ...parts.image });
  return aWorld({
    own: aUnit({
      project: parts.project ?? p2,
      received: [anOffer({ imageId: image.id })],
      ...parts.own,
    }),
    others: [aUnit({ images: [image] })],
    ...parts.world,
  });
}
function accept(parts: Parameters<typeof recipient>[0], vaultId?: string) {
  return () =>
    decide(acceptShare, recipient(parts), { image: id, owner: p1, ...(vaultId && { vaultId }) });
}

const order: CreateServer = { image: id, name: 'app', az: 'az1', ramMb: 4096, count: 1 };
function use(
  image: Parameters<typeof anImage>[0],
  request: Partial<CreateServer> = {},
  parts: WorldParts = {},
) {
  const used = anImage(image);
  return () =>
    decide(createServer, aWorld({ own: aUnit({ images: [used] }), ...parts }), {
      ...order,
      image: used.id,
      ...request,
    });
}
function useFull(image: Parameters<typeof aFullImage>[0], request: Partial<CreateServer> = {}) {
  const used = aFullImage(image);
  return () =>
    decide(createServer, aWorld({ own: aUnit({ images: [used] }) }), { ...order, ...request });
}
function disk(image: Parameters<typeof anImage>[0], sizeGb: number, ontoDisk?: string) {
  return () =>
    decide(createDisk, aWorld({ own: aUnit({ images: [anImage(image)] }) }), {
      image: id,
      sizeGb,
      ...(ontoDisk && { ontoDisk }),
    });
}

function remove(image: Parameters<typeof anImage>[0], parts: WorldParts = {}) {
  const doomed = anImage(image);
  return () =>
    decide(deleteImage, aWorld({ own: aUnit({ images: [doomed] }), ...parts }), {
      image: doomed.id,
    });
}

const encryption = { keyId: 'k1', keyKind: 'custom' } as const;
const jdId = imageId(1, 'jdcloud');
const vault = { id: 'v1', name: 'vault-1', capacityGb: 200, usedGb: 0 };
const full = {
  type: 'full-ecs',
  origin: { kind: 'cbr' },
  disks: aFullImage().disks,
} as const;
const otcPlain = { cloud: 'otc' } as const;

const creating: readonly Row[] = [
  [
    1,
    'R-NAME-01',
    'no name',
    'IMG.0013',
    () => decide(createSystemImage, aWorld(), { server: 's1' }),
  ],
  [2, 'R-NAME-01', 'an empty name', 'IMG.0013', create({ name: '' })],
  [3, 'R-NAME-02', 'a name of 129 letters', 'IMG.0002', create({ name: a(129) })],
  [4, 'R-NAME-03', 'a slash in the name', 'IMG.0003', create({ name: 'web/01' })],
  [5, 'R-NAME-03', 'Chinese in a name at otc', 'IMG.0003', create({ name: '镜像' }, otcPlain)],
  [6, 'R-NAME-03', 'a zero-width space', 'IMG.0003', create({ name: 'a\u200bb' })],
  [7, 'R-NAME-03', 'an emoji', 'IMG.0003', create({ name: 'web🚀' })],
  [8, 'R-NAME-04', 'a space in front', 'IMG.0003', create({ name: ' web' })],
  [9, 'R-NAME-04', 'a space behind', 'IMG.0003', create({ name: 'web ' })],
  [10, 'R-NAME-04', 'only a space', 'IMG.0003', create({ name: ' ' })],
  [11, 'R-NAME-05', 'one letter at jdcloud', 'IMSX.0040', createOnJd({ name: 'a' })],
  [12, 'R-NAME-05', '33 letters at jdcloud', 'IMSX.0040', createOnJd({ name: a(33) })],
  [13, 'R-NAME-05', 'a space at jdcloud', 'IMSX.0040', createOnJd({ name: 'my image' })],
  [
    14,
    'R-NAME-07',
    'a name that is taken, where names are unique',
    'IMG.0009',
    create({ name: 'web-golden' }, { profile: aProfile('huawei', { name: { unique: true } }) }),
  ],
  [15, 'R-DESC-01', 'a description of 1025', 'IMG.0004', create({ description: a(1025) })],
  [
    16,
    'R-DESC-01',
    'a description of 257 at jdcloud',
    'IMSX.0041',
    createOnJd({ description: a(257) }),
  ],
  [17, 'R-DESC-02', 'a line feed', 'IMG.0054', create({ description: 'a\nb' })],
  [18, 'R-DESC-02', 'a carriage return', 'IMG.0054', create({ description: 'a\rb' })],
  [19, 'R-DESC-02', 'an angle bracket', 'IMG.0054', create({ description: '<b>x' })],
  [
    20,
    'R-TAG-01',
    '11 tags',
    'IMG.0116',
    create({ tags: Array.from({ length: 11 }, (_, n) => `k${n}.v`) }),
  ],
  [21, 'R-TAG-02', 'a key of 37', 'IMG.0115', create({ tags: [`${a(37)}.v`] })],
  [22, 'R-TAG-02', 'a value of 44', 'IMG.0115', create({ tags: [`k.${a(44)}`] })],
  [23, 'R-TAG-02', 'an empty key', 'IMG.0115', create({ tags: ['.v'] })],
  [24, 'R-TAG-04', 'a space in a key', 'IMG.0115', create({ tags: ['a b.v'] })],
  [25, 'R-TAG-04', 'an equals sign in a value', 'IMG.0115', create({ tags: ['k.a=b'] })],
  [
    26,
    'R-TAG-06',
    'tags in both forms',
    'IMG.0001',
    create({ tags: ['a.b'], imageTags: [{ key: 'c', value: 'd' }] }),
  ],
  [27, 'R-TAG-07', 'a key twice', 'IMG.0115', create({ tags: ['k.1', 'k.2'] })],
  [28, 'R-RAM-01', 'memory -1', 'IMG.0055', create({ minRam: -1 })],
  [29, 'R-RAM-01', 'memory 512.5', 'IMG.0055', create({ minRam: 512.5 })],
  [30, 'R-RAM-02', 'most memory below least', 'IMG.0055', create({ minRam: 4096, maxRam: 2048 })],
  [31, 'R-EPS-01', 'an odd enterprise project', 'IMG.0155', create({ enterpriseProjectId: 'abc' })],
  [32, 'R-BODY-01', 'an empty request', 'IMG.0007', () => decide(createSystemImage, aWorld(), {})],
  [
    33,
    'R-QUOTA-01',
    '100 images already',
    'IMG.0015',
    create({}, { own: aUnit({ servers: [aServer()], images: images(100) }) }),
  ],
  [
    35,
    'R-QUOTA-01',
    '50 images at otc with a quota of 50',
    'IMG.0015',
    create(
      {},
      {
        profile: aProfile('otc', { quota: { images: 50 } }),
        own: aUnit({ servers: [aServer()], images: images(50) }),
      },
    ),
  ],
  [
    36,
    'R-QUOTA-01',
    '5 images at jdcloud',
    'IMG.0015',
    create(
      {},
      {
        cloud: 'jdcloud',
        own: aUnit({ servers: [aServer({ state: 'stopped' })], images: images(5, 'jdcloud') }),
      },
    ),
  ],
  [
    37,
    'R-QUOTA-03',
    'three disks and two snapshots left at jdcloud',
    'IMSX.0003',
    create(
      {},
      {
        cloud: 'jdcloud',
        own: aUnit({
          snapshotsUsed: 13,
          servers: [
            aServer({
              state: 'stopped',
              disks: [aDisk(), aDisk({ role: 'data' }), aDisk({ role: 'data' })],
            }),
          ],
        }),
      },
    ),
  ],
  [
    38,
    'R-FLOW-01',
    '40 creations running at otc',
    'IMG.0060',
    create(
      {},
      {
        cloud: 'otc',
        own: aUnit({
          servers: [aServer()],
          jobs: Array.from({ length: 40 }, (_, n) => aJob({ id: `job-${n}` })),
        }),
      },
    ),
  ],
  [
    39,
    'R-AUTH-01',
    'a caller who may only read',
    'IMG.0026',
    create({}, { actions: ['ims:images:list'] }),
  ],
  [40, 'R-SYS-01', 'a server in error', 'IMG.0006', createFrom({ state: 'error' })],
  [41, 'R-SYS-02', 'a running server at jdcloud', 'IMG.0008', createFrom({}, 'jdcloud')],
  [
    42,
    'R-SYS-02',
    'a running server with a local disk, where only those must stop',
    'IMG.0008',
    createFrom({ rootDevice: 'localDisk' }, 'jdcloud', {
      profile: aProfile('jdcloud', { server: { requireStopped: 'local-disk-only' } }),
    }),
  ],
  [43, 'R-SYS-05', 'a frozen server', 'IMG.0006', createFrom({ billing: 'frozen' })],
  [44, 'R-SYS-06', 'no system disk', 'IMG.0119', createFrom({ disks: [] })],
  [
    45,
    'R-SYS-06',
    'a system disk in error',
    'IMG.0110',
    createFrom({ disks: [aDisk({ state: 'error' })] }),
  ],
  [
    46,
    'R-SYS-06',
    'a system disk of 1025 GB',
    'IMG.0111',
    createFrom({ disks: [aDisk({ sizeGb: 1025 })] }),
  ],
  [
    47,
    'R-SYS-07',
    'a system disk on DSS',
    'IMG.0153',
    createFrom({ disks: [aDisk({ storage: 'dss' })] }),
  ],
  [
    48,
    'R-SYS-08',
    'a mounted data disk in fstab at jdcloud',
    'IMSX.0002',
    createFrom({ state: 'stopped', guest: { fstabAutomount: ['/data'] } }, 'jdcloud'),
  ],
  [
    49,
    'R-SYS-08',
    'a mounted data disk in fstab',
    'IMSX.0024',
    createFrom({ guest: { fstabAutomount: ['/data'] } }),
  ],
  [50, 'R-SYS-10', 'a running resize task', 'IMG.0010', createFrom({ task: 'resize' })],
  [
    51,
    'R-SYS-11',
    'a spot server being reclaimed',
    'IMG.0164',
    createFrom({ state: 'reclaiming', spot: true }),
  ],
  [52, 'R-SYS-12', 'an unknown server', 'IMG.0005', create({ server: 'nobody' })],
  [
    53,
    'R-SYS-12',
    'no server',
    'IMG.0012',
    () => decide(createSystemImage, aWorld(), { name: 'web' }),
  ],
  [
    55,
    'R-SYS-13',
    'another key than that of the disk',
    'IMG.0105',
    create(
      { keyId: 'k2' },
      { own: aUnit({ servers: [aServer({ disks: [aDisk({ keyId: 'k1' })] })] }) },
    ),
  ],
  [
    57,
    'R-BMS-02',
    'a key for a BMS image',
    'IMG.0118',
    create({ keyId: 'k1' }, { own: aUnit({ servers: [aServer({ kind: 'bms' })] }) }),
  ],
  [
    58,
    'R-BMS-03',
    'a BMS with a system disk of 1025 GB',
    'IMG.0111',
    createFrom({ kind: 'bms', disks: [aDisk({ sizeGb: 1025 })] }),
  ],
  [261, 'R-TAG-03', 'a tag of nothing', 'IMG.0115', create({ tags: [''] })],
  [
    311,
    'R-AUTH-01',
    'rights in another project only (R-PERM-03)',
    'IMG.0026',
    create({}, { actions: [] }),
  ],
  [
    312,
    'R-AUTH-01',
    'read-only rights (R-PERM-01)',
    'IMG.0026',
    create({}, { actions: ['ims:images:get'] }),
  ],
  [
    314,
    'R-PERM-06',
    'an account that is not verified',
    'IMG.0238',
    create({}, { standing: 'unverified' }),
  ],
];

const sharing: readonly Row[] = [
  [
    162,
    'R-SHARE-01',
    'a recipient sharing',
    'IMG.0047',
    () =>
      decide(shareImage, recipient({ image: { members: [aMember(p2, 'accepted')] } }), {
        image: id,
        targets: [p3],
      }),
  ],
  [163, 'R-SHARE-02', 'an image still saving', 'IMG.0046', share({ status: 'saving' })],
  [
    164,
    'R-SHARE-02',
    'a pending image at jdcloud',
    'IMSX.0004',
    share({ id: jdId, status: 'queued' }, { cloud: 'jdcloud' }),
  ],
  [
    165,
    'R-SHARE-03',
    'a 129th accepted member',
    'IMG.0088',
    share({ members: members(128, 'accepted') }),
  ],
  [
    166,
    'R-SHARE-03',
    '29 targets beside 100 members',
    'IMG.0088',
    share(
      { members: members(100, 'accepted') },
      {},
      Array.from({ length: 29 }, (_, n) => project(5000 + n)),
    ),
  ],
  [
    167,
    'R-SHARE-03',
    'a 257th at otc',
    'IMG.0088',
    share({ members: members(256, 'accepted', 1000) }, otcPlain),
  ],
  [
    168,
    'R-SHARE-04',
    'an 11th for a full-ECS image',
    'IMG.0088',
    share({ ...full, members: members(10, 'accepted') }),
  ],
  [
    169,
    'R-SHARE-06',
    '101 projects in one request',
    'IMSX.0006',
    share(
      {},
      {},
      Array.from({ length: 101 }, (_, n) => project(5000 + n)),
    ),
  ],
  [170, 'R-SHARE-07', 'a project of another region', 'IMG.0108', share({}, {}, [abroad])],
  [171, 'R-ID-02', 'a project called xyz (R-SHARE-07)', 'IMG.0067', share({}, {}, ['xyz'])],
  [172, 'R-SHARE-08', 'the own project', 'IMG.0076', share({}, {}, [p1])],
  [
    173,
    'R-SHARE-09',
    'a public image',
    'IMG.0089',
    () =>
      decide(
        shareImage,
        aWorld({ own: aUnit(), publicImages: [anImage({ visibility: 'public', owner: p3 })] }),
        { image: id, targets: [p2] },
      ),
  ],
  [
    174,
    'R-SHARE-10',
    'an accepted share passed on',
    'IMG.0047',
    () =>
      decide(shareImage, recipient({ image: { members: [aMember(p2, 'accepted')] } }), {
        image: id,
        targets: [p3],
      }),
  ],
  [175, 'R-SHARE-11', 'an encrypted image', 'IMG.0098', share({ encryption })],
  [
    176,
    'R-SHARE-11',
    'the default key at otc',
    'IMG.0098',
    share({ encryption: { keyId: 'k0', keyKind: 'default' } }, otcPlain),
  ],
  [
    177,
    'R-SHARE-11',
    'a custom key without grant at otc',
    'IMSX.0012',
    share({ encryption }, otcPlain),
  ],
  [
    178,
    'R-SHARE-12',
    'a full-ECS image from CSBS',
    'IMG.0135',
    share({ ...full, origin: { kind: 'csbs' } }),
  ],
  [179, 'R-SHARE-13', 'a published image', 'IMG.0107', share({ published: true })],
  [180, 'R-SHARE-18', 'the risk not yet agreed to', 'IMSX.0024', share({})],
  [
    181,
    'R-SHARE-20',
    'a target with 5 shared images at jdcloud',
    'IMSX.0045',
    share(
      { id: jdId },
      {
        cloud: 'jdcloud',
        others: [
          aUnit({
            project: p2,
            received: Array.from({ length: 5 }, (_, n) =>
              anOffer({ imageId: imageId(50 + n, 'jdcloud'), status: 'accepted' }),
            ),
          }),
        ],
      },
    ),
  ],
  [182, 'R-SHARE-22', 'no target', 'IMG.0001', share({}, {}, [])],
  [262, 'R-ID-02', 'a project ID of 31 digits', 'IMG.0067', share({}, {}, ['0'.repeat(31)])],
  [
    271,
    'R-FULL-15',
    'a full-ECS image of a server with a CSBS backup',
    'IMG.0135',
    share({ ...full, origin: { kind: 'server', csbsLegacy: true } }),
  ],
  [
    274,
    'R-FBK-07',
    'a full-ECS image from a shared backup',
    'IMG.0135',
    share({ ...full, origin: { kind: 'cbr', sharedBackup: true } }),
  ],
  [
    288,
    'R-SHARE-15',
    'a target of a site without the region',
    'IMG.0108',
    share({}, { sites: ['international'] }),
  ],
  [289, 'R-SHARE-24', 'an ISO image', 'IMG.0167', share({ type: 'iso' })],
  [
    317,
    'R-OWN-01',
    'a stranger sharing',
    'IMG.0144',
    () =>
      decide(
        shareImage,
        aWorld({ own: aUnit({ project: p3 }), others: [aUnit({ images: [anImage()] })] }),
        { image: id, targets: [p2] },
      ),
  ],
  [
    183,
    'R-UNSH-01',
    'a recipient stopping the share',
    'IMG.0047',
    () =>
      decide(unshareImage, recipient({ image: { members: [aMember(p2, 'accepted')] } }), {
        image: id,
        targets: 'all',
      }),
  ],
];

const answering: readonly Row[] = [
  [
    184,
    'R-ACC-01',
    'the owner answering',
    'IMG.0105',
    () => decide(acceptShare, aWorld(), { image: id, owner: p1 }),
  ],
  [
    185,
    'R-ACC-01',
    'a project that is no member',
    'IMSX.0007',
    accept({ project: p3, own: { received: [] } }),
  ],
  [
    187,
    'R-ACC-03',
    'a caller in another region',
    'IMSX.0007',
    accept({ project: abroad, own: { region: 'r2', received: [] } }),
  ],
  [188, 'R-ACC-04', 'a full-ECS image without vault', 'IMSX.0013', accept({ image: full })],
  [
    189,
    'R-ACC-04',
    'a vault with 60 GB free for 120 GB',
    'IMG.0182',
    accept({ image: full, own: { vaults: [{ ...vault, usedGb: 140 }] } }, 'v1'),
  ],
  [
    190,
    'R-ACC-04',
    'a vault for replication',
    'IMG.0193',
    accept({ image: full, own: { vaults: [{ ...vault, protection: 'replication' }] } }, 'v1'),
  ],
  [
    191,
    'R-ACC-07',
    'a rejected share that was stopped',
    'IMSX.0007',
    accept({ image: { members: [] }, own: { received: [anOffer({ status: 'rejected' })] } }),
  ],
  [
    195,
    'R-ACC-12',
    'a 129th acceptance',
    'IMG.0088',
    accept({ image: { members: [...members(128, 'accepted'), aMember(p2, 'pending')] } }),
  ],
  [
    287,
    'R-ACC-12',
    'one of 40 pending beside 128 accepted (R-SHARE-05)',
    'IMG.0088',
    accept({
      image: {
        members: [
          ...members(128, 'accepted'),
          ...members(39, 'pending', 900),
          aMember(p2, 'pending'),
        ],
      },
    }),
  ],
  [290, 'R-ACC-14', 'accepting at jdcloud', 'IMSX.0025', accept({ world: { cloud: 'jdcloud' } })],
];

const using: readonly Row[] = [
  [89, 'R-ISO-06', 'a normal server from an ISO image', 'IMG.0167', use({ type: 'iso' })],
  [
    97,
    'R-DATA-08',
    'a data image onto an existing disk',
    'IMG.0105',
    disk({ type: 'data' }, 40, 'd1'),
  ],
  [
    98,
    'R-DATA-09',
    'two disks of one server from one data image',
    'IMSX.0042',
    use(
      {},
      {
        dataDisks: [
          { sizeGb: 100, fromImage: imageId(7) },
          { sizeGb: 100, fromImage: imageId(7) },
        ],
      },
    ),
  ],
  [
    114,
    'R-USE-03',
    'az2 while limited to az1 (R-FULL-11)',
    'IMSX.0011',
    useFull({ limitedToAz: 'az1' }, { az: 'az2' }),
  ],
  [134, 'R-USE-01', 'an image still saving', 'IMG.0046', use({ status: 'saving' })],
  [
    135,
    'R-USE-01',
    'a replicating image at jdcloud',
    'IMSX.0004',
    use({ id: jdId, status: 'saving' }, {}, { cloud: 'jdcloud' }),
  ],
  [136, 'R-ENC-07', 'a disabled key (R-USE-01)', 'IMG.0046', use({ encryption, keyUsable: false })],
  [137, 'R-USE-02', 'a server in another region', 'IMSX.0043', use({}, { region: 'r2' })],
  [138, 'R-USE-04', 'a system disk of 39 GB', 'IMSX.0008', use({}, { systemDiskGb: 39 })],
  [139, 'R-USE-04', 'a system disk of 1025 GB', 'IMG.0111', use({}, { systemDiskGb: 1025 })],
  [140, 'R-USE-05', 'too little memory', 'IMSX.0009', use({ minRam: 4096 }, { ramMb: 2048 })],
  [141, 'R-USE-05', 'too much memory', 'IMSX.0009', use({ maxRam: 8192 }, { ramMb: 16384 })],
  [142, 'R-USE-06', '8 GB for a 32-bit image', 'IMSX.0031', use({ osBit: '32' }, { ramMb: 8192 })],
  [
    143,
    'R-USE-07',
    'a smaller data disk',
    'IMSX.0008',
    useFull({}, { dataDisks: [{ sizeGb: 60 }] }),
  ],
  [144, 'R-USE-09', 'a disk from a system image', 'IMG.0105', disk({}, 40)],
  [145, 'R-USE-09', 'a smaller disk', 'IMSX.0008', disk({ type: 'data', minDisk: 100 }, 80)],
  [146, 'R-USE-10', '101 servers at once', 'IMSX.0022', use({}, { count: 101 })],
  [
    147,
    'R-USE-15',
    'a cloud disk from a local-disk image',
    'IMSX.0044',
    use(
      { id: jdId, rootDevice: 'localDisk' },
      { systemDiskKind: 'cloudDisk' },
      { cloud: 'jdcloud' },
    ),
  ],
  [
    192,
    'R-ACC-09',
    'a pending share',
    'IMSX.0046',
    () => decide(createServer, recipient({}), order),
  ],
  [
    193,
    'R-ACC-09',
    'a rejected share',
    'IMSX.0046',
    () => decide(createServer, recipient({ image: { members: [aMember(p2, 'rejected')] } }), order),
  ],
  [
    272,
    'R-USE-07',
    'a smaller system disk (R-FULL-20)',
    'IMSX.0008',
    useFull({}, { systemDiskGb: 30 }),
  ],
  [
    278,
    'R-USE-03',
    'az3 while limited to az1',
    'IMSX.0011',
    useFull({ limitedToAz: 'az1' }, { az: 'az3' }),
  ],
  [
    279,
    'R-USE-08',
    'an extra disk for a temporary server',
    'IMG.0167',
    use({ type: 'iso' }, { temporary: true, dataDisks: [{ sizeGb: 40 }] }),
  ],
  [
    280,
    'R-USE-16',
    '101 servers at jdcloud',
    'IMSX.0022',
    use({ id: jdId }, { count: 101 }, { cloud: 'jdcloud' }),
  ],
  [
    304,
    'R-ENC-07',
    'a deleted key',
    'IMG.0046',
    use(
      { encryption },
      {},
      {
        own: aUnit({
          images: [anImage({ encryption })],
          keys: [{ id: 'k1', alias: 'k', kind: 'custom', state: 'deleted' }],
        }),
      },
    ),
  ],
  [
    148,
    'R-USE-14',
    'a BIOS server from a UEFI image (there: change OS)',
    'IMSX.0010',
    use({ bootMode: 'uefi' }, { bootMode: 'bios' }),
  ],
];

const deleting: readonly Row[] = [
  [
    240,
    'R-DEL-01',
    'a recipient deleting',
    'IMG.0092',
    () =>
      decide(deleteImage, recipient({ image: { members: [aMember(p2, 'accepted')] } }), {
        image: id,
      }),
  ],
  [
    241,
    'R-DEL-01',
    'a public image',
    'IMG.0094',
    () =>
      decide(
        deleteImage,
        aWorld({ own: aUnit(), publicImages: [anImage({ visibility: 'public', owner: p3 })] }),
        { image: id },
      ),
  ],
  [242, 'R-DEL-02', 'an image still saving', 'IMG.0090', remove({ status: 'saving' })],
  [243, 'R-DEL-03', 'a protected image', 'IMG.0028', remove({ protected: true })],
  [244, 'R-DEL-04', 'a published image', 'IMSX.0029', remove({ published: true })],
  [
    245,
    'R-DEL-05',
    'a shared image at jdcloud',
    'IMSX.0015',
    remove({ id: jdId, members: [aMember(p2, 'accepted')] }, { cloud: 'jdcloud' }),
  ],
  [
    246,
    'R-DEL-05',
    'shared with a domain at otc',
    'IMSX.0023',
    remove({ sharedWithDomain: true }, otcPlain),
  ],
  [
    247,
    'R-DEL-06',
    'a replicating image at jdcloud',
    'IMSX.0004',
    remove({ id: jdId, status: 'saving' }, { cloud: 'jdcloud' }),
  ],
  [
    248,
    'R-DEL-06',
    'a copy running at jdcloud',
    'IMSX.0016',
    remove({ id: jdId, busy: ['copy'] }, { cloud: 'jdcloud' }),
  ],
  [249, 'R-DEL-07', 'not yet confirmed', 'IMSX.0024', remove({})],
  [
    250,
    'R-ID-01',
    'an ID of 123',
    'IMG.0066',
    () => decide(deleteImage, aWorld(), { image: '123' }),
  ],
  [251, 'R-ID-01', 'deleted already', 'IMG.0144', remove({ status: 'deleted' })],
  [
    252,
    'R-DEL-10',
    'a full-ECS backup still being made',
    'IMG.0176',
    () =>
      decide(
        deleteImage,
        aWorld({ own: aUnit({ images: [aFullImage({ limitedToAz: 'az1' })] }) }),
        {
          image: id,
          deleteBackup: true,
        },
      ),
  ],
  [
    258,
    'R-DEL-06',
    'a conversion running at jdcloud (R-JDC-03)',
    'IMSX.0016',
    remove({ id: jdId, busy: ['convert'] }, { cloud: 'jdcloud' }),
  ],
  [309, 'R-DEL-14', 'an export running', 'IMG.0148', remove({ busy: ['export'] })],
  [
    310,
    'R-AUTH-01',
    'a policy that denies it (R-PERM-02)',
    'IMG.0026',
    remove({}, { actions: ['ims:images:share'] }),
  ],
  [
    316,
    'R-OWN-01',
    'a stranger deleting',
    'IMG.0144',
    () =>
      decide(
        deleteImage,
        aWorld({ own: aUnit({ project: p3 }), others: [aUnit({ images: [anImage()] })] }),
        { image: id },
      ),
  ],
];

const others: readonly Row[] = [
  [
    113,
    'R-FULL-10',
    'a locked server stopped',
    'IMSX.0028',
    () =>
      decide(operateServer, aWorld({ own: aUnit({ servers: [aServer({ locked: true })] }) }), {
        server: 's1',
        action: 'stop',
      }),
  ],
  [
    253,
    'R-JOB-04',
    'an unknown job',
    'IMSX.0049',
    () => decide(cancelJob, aWorld(), { job: 'nobody' }),
  ],
];

/** All rows, by what is asked for. */
export const badRequests: Readonly<Record<string, readonly Row[]>> = {
  'creating a system image': creating,
  'creating a full-ECS image': badFullImages,
  'creating data images': badDataImages,
  'making images of backups': badBackupImages,
  'making system images of data disks': badDiskSystems,
  importing: badImports,
  'registering ISO files': badIsos,
  sharing,
  'answering a share': answering,
  'using an image': using,
  deleting,
  modifying,
  tagging,
  copies,
  exporting,
  replacing,
  crossCopies,
  conversions,
  'servers and jobs': others,
};
