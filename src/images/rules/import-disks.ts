import type { Rule } from '../rule.ts';
import type { ImportCase } from './import-request.ts';
import { osTypeOf } from './system-kind.ts';

/** Data disks beside a system disk in one import. SPEC 3.5 */
export const importedDiskRules: readonly Rule<ImportCase>[] = [
  {
    id: 'R-FILE-09',
    step: 'values',
    source: 'api/creating_an_image; api/error_codes',
    check: ({ disks, world: { profile } }) => {
      const most = profile.import.maxDataDisks;
      return disks.length <= most
        ? undefined
        : { severity: 'block', code: 'IMG.0194', facts: { count: disks.length, most } };
    },
  },
  {
    id: 'R-FILE-09',
    step: 'values',
    source: 'api/error_codes',
    check: ({ disks, request }) => {
      const files = [request.file, ...disks.map(({ request: { file } }) => file)];
      const twice = files.find((file, index) => file !== undefined && files.indexOf(file) < index);
      return twice === undefined
        ? undefined
        : { severity: 'block', code: 'IMG.0123', facts: { file: twice } };
    },
  },
  {
    id: 'R-FILE-09',
    step: 'values',
    source: 'api/creating_an_image',
    check: ({ disks, world: { profile } }) => {
      const { min, max } = profile.minDisk.data;
      const sizes = disks.map(({ request: { minDisk = 0 } }) => minDisk);
      const wrong = sizes.find((gb) => !Number.isInteger(gb) || gb < min || gb > max);
      return wrong === undefined
        ? undefined
        : { severity: 'block', code: 'IMG.0055', facts: { sizeGb: wrong, min, max } };
    },
  },
  {
    id: 'R-FILE-09',
    step: 'values',
    source: 'api/error_codes',
    check: ({ disks, request, object }) => {
      const version = object?.osVersion ?? request.osVersion;
      const system = request.osType ?? (version === undefined ? undefined : osTypeOf(version));
      const other = disks
        .map(({ request: { osType } }) => osType)
        .find((osType) => osType !== undefined && system !== undefined && osType !== system);
      return other === undefined || system === undefined
        ? undefined
        : { severity: 'block', code: 'IMG.0122', facts: { osType: other, system } };
    },
  },
];
