import { decide } from '../../src/images/decision.ts';
import {
  type CreateFromDisk,
  createFromDisk,
} from '../../src/images/operations/create-from-disk.ts';
import { withData } from './bad-data-images.ts';
import type { Row } from './bad-requests.ts';
import { aUnit, aWorld, type WorldParts } from './builders.ts';

/** A system image of the data disk of a server. */
export function fromDisk(
  server = withData(),
  request: Partial<CreateFromDisk> = {},
  world: WorldParts = {},
) {
  const own = aUnit({ servers: [server] });
  return () =>
    decide(createFromDisk, aWorld({ own, ...world }), {
      disk: 'data-1',
      name: 'web',
      osVersion: 'CentOS 7.0 64bit',
      ...request,
    });
}

export const badDiskSystems: readonly Row[] = [
  [270, 'R-DATA-11', 'an unknown system', 'IMG.0056', fromDisk(withData(), { osVersion: 'BeOS' })],
  [
    270,
    'R-DATA-11',
    'no system at all',
    'IMG.0056',
    () =>
      decide(createFromDisk, aWorld({ own: aUnit({ servers: [withData()] }) }), {
        disk: 'data-1',
        name: 'web',
      }),
  ],
];
