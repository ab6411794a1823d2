import { decide } from '../../src/images/decision.ts';
import { type ImportIso, importIso } from '../../src/images/operations/import-iso.ts';
import type { Row } from './bad-requests.ts';
import { aBucket, aFile, aUnit, aWorld, type WorldParts } from './builders.ts';

/** Registers the ISO file `server.iso`, or another one, with a system disk of 40 GB. */
export function iso(
  file: Parameters<typeof aFile>[0] = {},
  request: Partial<ImportIso> = {},
  world: WorldParts = {},
) {
  const object = aFile({ key: 'server.iso', format: 'iso', virtualSizeGb: 0, ...file });
  const own = aUnit({ buckets: [aBucket({ objects: [object] })] });
  return () =>
    decide(importIso, aWorld({ own, ...world }), {
      file: `imports:${object.key}`,
      name: 'iso',
      minDisk: 40,
      osVersion: 'CentOS 7.0 64bit',
      ...request,
    });
}

export const badIsos: readonly Row[] = [
  [83, 'R-ISO-01', 'a file that is no ISO', 'IMG.0072', iso({ key: 'x.qcow2', format: 'qcow2' })],
  [
    84,
    'R-ISO-02',
    'no operating system',
    'IMG.0166',
    () =>
      decide(
        importIso,
        aWorld({
          own: aUnit({ buckets: [aBucket({ objects: [aFile({ key: 'a.iso', format: 'iso' })] })] }),
        }),
        { file: 'imports:a.iso', name: 'iso', minDisk: 40 },
      ),
  ],
  [85, 'R-ISO-03', 'a space in the file', 'IMG.0075', iso({ key: 'win 10.iso' })],
  [86, 'R-ISO-04', 'a system disk of 39 GB', 'IMG.0055', iso({}, { minDisk: 39 })],
];
