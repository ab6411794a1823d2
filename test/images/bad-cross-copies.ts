import { decide } from '../../src/images/decision.ts';
import {
  type ReplicateAcross,
  replicateAcross,
} from '../../src/images/operations/replicate-across.ts';
import type { Unit } from '../../src/images/unit.ts';
import type { Row } from './bad-requests.ts';
import {
  aBackup,
  aFullImage,
  aJob,
  aMember,
  anImage,
  anOffer,
  aUnit,
  aWorld,
  type Cloud,
  imageId,
  images,
  overseas,
  p2,
} from './builders.ts';

type ImageParts = Parameters<typeof anImage>[0];
type UnitParts = Partial<Parameters<typeof aUnit>[0]>;

export const agency = { name: 'copier', regions: ['r2'] };
export const replicaVault = {
  id: 'v2',
  name: 'replicas',
  protection: 'replication',
  capacityGb: 200,
  usedGb: 0,
} as const;
const order = { region: 'r2', agency: 'copier' };

function across(
  image: ImageParts = {},
  request: Partial<ReplicateAcross> = {},
  own: UnitParts = {},
  there: UnitParts = {},
  cloud: Cloud = 'huawei',
) {
  const source = anImage({ id: imageId(1, cloud), ...image });
  const world = aWorld({
    cloud,
    own: aUnit({ images: [source], agencies: [agency], ...own }),
    others: [aUnit({ project: overseas, region: 'r2', ...there })],
  });
  return () => decide(replicateAcross, world, { image: source.id, ...order, ...request });
}
function acrossWithoutAgency(cloud: Cloud = 'huawei') {
  const world = aWorld({ cloud, own: aUnit({ images: [anImage()] }) });
  return () => decide(replicateAcross, world, { image: imageId(1), region: 'r2' });
}

const full = aFullImage();
const backup = aBackup({ id: 'backup-1', copiedTo: ['r2'] });
const copying = (count: number): Unit['jobs'] =>
  Array.from({ length: count }, (_, n) =>
    aJob({ id: `job-${n}`, type: 'imsCrossRegionCopyJob', operation: 'image.replicate-across' }),
  );

export const crossCopies: readonly Row[] = [
  [204, 'R-XCOPY-01', 'the same region', 'IMG.0142', across({}, { region: 'r1' })],
  [
    205,
    'R-XCOPY-02',
    'an encrypted image',
    'IMG.0143',
    across({ encryption: { keyId: 'k1', keyKind: 'custom' } }),
  ],
  [206, 'R-XCOPY-03', '129 GB', 'IMG.0146', across({ minDisk: 129 })],
  [207, 'R-XCOPY-04', 'a sixth copy', 'IMG.0149', across({}, {}, { jobs: copying(5) })],
  [208, 'R-XCOPY-07', 'no agency', 'IMSX.0021', acrossWithoutAgency()],
  [
    209,
    'R-XCOPY-07',
    'an agency without rights there',
    'IMG.0151',
    across({}, {}, { agencies: [{ ...agency, regions: ['r3'] }] }),
  ],
  [
    210,
    'R-XCOPY-08',
    'the region mars-1',
    'IMG.0147',
    across({}, { region: 'mars-1' }, { agencies: [{ ...agency, regions: ['mars-1'] }] }),
  ],
  [5001, 'R-XCOPY-08', 'a project of somebody else', 'IMG.0145', across({}, { project: p2 })],
  [211, 'R-XCOPY-13', 'at otc', 'IMSX.0025', across({}, {}, {}, {}, 'otc')],
  [294, 'R-XCOPY-05', 'an ISO image', 'IMG.0167', across({ type: 'iso' })],
  [
    295,
    'R-XCOPY-06',
    'an accepted share',
    'IMG.0047',
    () =>
      decide(
        replicateAcross,
        aWorld({
          own: aUnit({
            project: p2,
            received: [anOffer({ status: 'accepted' })],
            agencies: [agency],
          }),
          others: [aUnit({ images: [anImage({ members: [aMember(p2, 'accepted')] })] })],
        }),
        { image: imageId(1), ...order },
      ),
  ],
  [
    5002,
    'R-XCOPY-06',
    'a public image',
    'IMG.0077',
    () =>
      decide(
        replicateAcross,
        aWorld({
          own: aUnit({ agencies: [agency] }),
          publicImages: [anImage({ visibility: 'public' })],
        }),
        { image: imageId(1), ...order },
      ),
  ],
  [296, 'R-XCOPY-09', 'a full-ECS image without vault', 'IMSX.0013', across(full)],
  [
    297,
    'R-XCOPY-09',
    'a vault for backups',
    'IMG.0189',
    across(full, { vault: 'v2' }, {}, { vaults: [{ ...replicaVault, protection: 'backup' }] }),
  ],
  [
    5003,
    'R-XCOPY-09',
    'a vault with 20 GB free',
    'IMG.0182',
    across(full, { vault: 'v2' }, {}, { vaults: [{ ...replicaVault, usedGb: 180 }] }),
  ],
  [5004, 'R-XCOPY-09', 'a vault nobody knows', 'IMG.0184', across(full, { vault: 'nobody' })],
  [
    298,
    'R-XCOPY-09',
    'a backup that was copied there',
    'IMG.0150',
    across(full, { vault: 'v2' }, { backups: [backup] }, { vaults: [replicaVault] }),
  ],
  [
    5005,
    'R-XCOPY-09',
    'a copy copied on',
    'IMSX.0019',
    across({ ...full, origin: { kind: 'cross-copy' } }, { vault: 'v2' }),
  ],
  [
    5006,
    'R-XCOPY-09',
    'usable in one AZ only',
    'IMG.0152',
    across({ ...full, limitedToAz: 'az1' }),
  ],
  [
    5007,
    'R-XCOPY-09',
    'a full-ECS image where the cloud does not copy them',
    'IMSX.0020',
    across({ ...full, id: imageId(1, 'jdcloud') }, { name: 'copy' }, {}, {}, 'jdcloud'),
  ],
  [299, 'R-XCOPY-10', 'a frozen image', 'IMG.0046', across({ frozen: true })],
  [
    5008,
    'R-XCOPY-12',
    'a local disk at jdcloud',
    'IMSX.0044',
    across({ rootDevice: 'localDisk' }, {}, {}, {}, 'jdcloud'),
  ],
  [
    5009,
    'R-XCOPY-12',
    'a second copy at jdcloud',
    'IMSX.0016',
    across({ busy: ['cross-copy'] }, {}, {}, {}, 'jdcloud'),
  ],
  [
    5010,
    'R-QUOTA-01',
    'a full quota in the target region',
    'IMG.0015',
    across({}, {}, {}, { images: images(100) }),
  ],
  [5011, 'R-NAME-02', 'a name of 129', 'IMG.0002', across({}, { name: 'a'.repeat(129) })],
];

/** A request with two projects in the target region, of which none was named. */
export const moreCrossCopies = [
  () => {
    const world = aWorld({ own: aUnit({ images: [anImage()], agencies: [agency] }) });
    const { directory } = world;
    const doubled = directory.projects().flatMap((one) => (one.id === overseas ? [one, one] : one));
    return decide(
      replicateAcross,
      { ...world, directory: { ...directory, projects: () => doubled } },
      { image: imageId(1), ...order },
    );
  },
];
