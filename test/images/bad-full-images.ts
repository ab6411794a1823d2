import { decide } from '../../src/images/decision.ts';
import {
  type CreateFullImage,
  createFullImage,
} from '../../src/images/operations/create-full-image.ts';
import type { Row } from './bad-requests.ts';
import {
  aBackup,
  aDisk,
  aProfile,
  aServer,
  aUnit,
  aVault,
  aWorld,
  type WorldParts,
} from './builders.ts';

type Own = Parameters<typeof aUnit>[0];

/** A full-ECS image of s1 in the vault v1. */
export function full(
  server: Parameters<typeof aServer>[0] = {},
  own: Own = {},
  request: Partial<CreateFullImage> = {},
  world: WorldParts = {},
) {
  const unit = aUnit({ servers: [aServer(server)], vaults: [aVault()], ...own });
  return () =>
    decide(createFullImage, aWorld({ own: unit, ...world }), {
      server: 's1',
      name: 'erp',
      vaultId: 'v1',
      ...request,
    });
}

const windows = { osType: 'Windows' } as const;
const twoDisks = [aDisk(), aDisk({ id: 'disk-2', role: 'data', sizeGb: 40, device: '/dev/vdb' })];

export const badFullImages: readonly Row[] = [
  [100, 'R-FULL-01', 'a bare metal server', 'IMG.0063', full({ kind: 'bms' })],
  [265, 'R-FULL-01', 'a bare metal server (R-BMS-04)', 'IMG.0063', full({ kind: 'bms' })],
  [101, 'R-FULL-02', 'a rebooting server', 'IMG.0126', full({ state: 'rebooting' })],
  [
    102,
    'R-FULL-05',
    'a spanned volume on Windows',
    'IMSX.0001',
    full({ ...windows, guest: { spannedVolume: true, sanPolicy: 'OnlineAll' } }),
  ],
  [
    103,
    'R-FULL-06',
    'a volume group on two disks on Linux',
    'IMSX.0001',
    full({ guest: { multiDiskVg: true } }),
  ],
  [
    104,
    'R-FULL-07',
    'disks of new Windows servers may stay offline',
    'IMSX.0032',
    full({ ...windows, guest: { sanPolicy: 'OfflineShared' } }),
  ],
  [
    105,
    'R-FULL-08',
    'a disk on DSS',
    'IMG.0153',
    full({ disks: [aDisk(), aDisk({ id: 'disk-2', role: 'data', storage: 'dss' })] }),
  ],
  [
    106,
    'R-FULL-09',
    'no vault',
    'IMSX.0013',
    () =>
      decide(createFullImage, aWorld({ own: aUnit({ servers: [aServer()] }) }), {
        server: 's1',
        name: 'erp',
      }),
  ],
  [107, 'R-FULL-09', 'an unknown vault', 'IMG.0184', full({}, {}, { vaultId: 'v9' })],
  [
    108,
    'R-FULL-09',
    'a vault of another kind',
    'IMG.0193',
    full({}, { vaults: [aVault({ kind: 'other' })] }),
  ],
  [
    109,
    'R-FULL-09',
    '50 GB free for 80 GB',
    'IMG.0182',
    full({ disks: twoDisks }, { vaults: [aVault({ capacityGb: 100, usedGb: 50 })] }),
  ],
  [
    110,
    'R-FULL-09',
    'a server of another vault',
    'IMG.0183',
    full({}, { vaults: [aVault(), aVault({ id: 'v2', name: 'vault-2', servers: ['s1'] })] }),
  ],
  [
    111,
    'R-FULL-09',
    'a vault with as many servers as it may have',
    'IMG.0185',
    full({}, { vaults: [aVault({ servers: ['s8', 's9'], maxServers: 2 })] }),
  ],
  [
    112,
    'R-FULL-16',
    'a backup that is being made',
    'IMG.0136',
    full({}, { backups: [aBackup({ state: 'creating' })] }),
  ],
  [273, 'R-FULL-21', 'a server tied to CSBS', 'IMG.0186', full({ csbs: true })],
];

/** Requests in which the rules of full-ECS images speak besides. */
export const moreFullImages = [
  full({ guest: { containsDatabase: true } }),
  full({}, { vaults: [aVault({ state: 'unavailable' })] }),
  full({ locked: true }),
  full({}, {}, {}, { cloud: 'jdcloud' }),
  full(
    { ...windows, guest: { sanPolicy: 'OfflineShared' } },
    {},
    {},
    { profile: aProfile('huawei', { fullEcs: { sanPolicy: 'info' } }) },
  ),
];
