import { decide } from '../../src/images/decision.ts';
import {
  type CreateDataImages,
  createDataImages,
} from '../../src/images/operations/create-data-images.ts';
import type { Row } from './bad-requests.ts';
import { aDisk, aServer, aUnit, aWorld, type WorldParts } from './builders.ts';

type DiskParts = Parameters<typeof aDisk>[0];

/** A server with a system disk and one data disk of 100 GB. */
export function withData(
  disk: DiskParts = {},
  server: Parameters<typeof aServer>[0] = {},
): ReturnType<typeof aServer> {
  return aServer({
    disks: [
      aDisk(),
      aDisk({ id: 'data-1', role: 'data', sizeGb: 100, device: '/dev/vdb', ...disk }),
    ],
    ...server,
  });
}

/** A data image of that disk. */
export function data(
  server = withData(),
  request: Partial<CreateDataImages> = {},
  world: WorldParts = {},
) {
  const own = aUnit({ servers: [server] });
  return () =>
    decide(createDataImages, aWorld({ own, ...world }), {
      dataImages: [{ disk: 'data-1', name: 'db' }],
      ...request,
    });
}

function ofTwoServers() {
  const own = aUnit({
    servers: [withData(), withData({ id: 'data-2' }, { id: 's2', name: 'web-02' })],
  });
  return decide(createDataImages, aWorld({ own }), {
    dataImages: [
      { disk: 'data-1', name: 'a' },
      { disk: 'data-2', name: 'b' },
    ],
  });
}

export const badDataImages: readonly Row[] = [
  [
    90,
    'R-DATA-01',
    'an unknown disk',
    'IMG.0120',
    data(withData(), { dataImages: [{ disk: 'data-9', name: 'db' }] }),
  ],
  [91, 'R-DATA-02', 'a disk of 1025 GB', 'IMG.0055', data(withData({ sizeGb: 1025 }))],
  [92, 'R-DATA-03', 'a server and disks at once', 'IMG.0001', data(withData(), { server: 's1' })],
  [93, 'R-DATA-04', 'disks of two servers', 'IMG.0140', ofTwoServers],
  [94, 'R-DATA-05', 'a disk in error', 'IMG.0022', data(withData({ state: 'error' }))],
  [96, 'R-DATA-07', 'another type of system', 'IMG.0122', data(withData(), { osType: 'Other' })],
];

/** Requests in which the rules of data images speak besides. */
export const moreDataImages = [
  data(withData({ storage: 'dss' })),
  data(withData({}, { state: 'rebooting' })),
  data(withData({ keyId: 'k1' }, { guest: {} })),
];
