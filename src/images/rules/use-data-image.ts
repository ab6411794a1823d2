import type { Rule } from '../rule.ts';
import { naming } from './ownership.ts';
import { aboutVisible, type UseCase } from './readable.ts';

/** Make a disk from a data image. Size in GB. */
export interface CreateDisk {
  /** ID of the image. */
  readonly image: string;
  readonly sizeGb: number;
  /** ID of a disk that exists: never possible, the data must be copied by hand. R-DATA-08 */
  readonly ontoDisk?: string;
}

export type DiskCase = UseCase<CreateDisk>;

/** Rules for a disk from a data image. SPEC 3.7, 3.11 */
export const diskRules: readonly Rule<DiskCase>[] = [
  aboutVisible('R-USE-02', 'existence', 'S1', (image, { found, world: { own } }) => {
    if (image.region === own.region) return undefined;
    const code = found?.relation === 'member' ? 'IMG.0177' : 'IMSX.0043';
    const facts = { region: own.region, imageRegion: image.region };
    return { severity: 'block', code, facts };
  }),
  {
    id: 'R-DATA-08',
    step: 'state',
    source: 'S1; umn/faqs/image_consulting; [D]',
    check: (given) => {
      const { ontoDisk } = given.request;
      if (ontoDisk === undefined) return undefined;
      return { severity: 'block', code: 'IMG.0105', facts: { ...naming(given), disk: ontoDisk } };
    },
  },
  aboutVisible(
    'R-USE-09',
    'values',
    'umn/creating_a_data_disk_image_from_an_ecs; api/error_codes',
    ({ type, minDisk }, { request: { sizeGb }, world: { profile } }) => {
      const maxGb = profile.minDisk.data.max;
      const facts = { sizeGb, minGb: minDisk };
      if (type !== 'data') return { severity: 'block', code: 'IMG.0105', facts };
      if (sizeGb < minDisk) return { severity: 'block', code: 'IMSX.0008', facts };
      if (Number.isInteger(sizeGb) && sizeGb <= maxGb) return undefined;
      return { severity: 'block', code: 'IMG.0055', facts: { ...facts, maxGb } };
    },
  ),
];
