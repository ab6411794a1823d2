import type { AskedAboutImage } from '../asked.ts';
import { allows, stateOf } from '../image-states.ts';
import type { Rule } from '../rule.ts';
import { aboutOwn, ownersOnly } from './about-own.ts';
import { imageQuotaRules } from './image-quota.ts';
import { note } from './note.ts';
import { ownImage } from './ownership.ts';

/** Make an image with a cloud system disk of one with a local system disk. */
export interface ConvertImage {
  readonly image: string;
  readonly name?: string;
}

export type ConvertCase = AskedAboutImage<ConvertImage>;

/** Rules for converting. SPEC 3.25 */
export const convertRules: readonly Rule<ConvertCase>[] = [
  ownersOnly('R-JDC-05', 'jd/Convert-Image', 'IMG.0047'),
  aboutOwn('R-JDC-01', 'state', 'jd/Convert-Image', (image, { world }) => {
    if (!allows('copy', image))
      return {
        severity: 'block',
        code: world.profile.codes.imageNotReady,
        facts: { status: stateOf(image) },
      };
    return image.rootDevice === 'localDisk' ? undefined : 'IMSX.0044';
  }),
  aboutOwn('R-JDC-03', 'state', 'jd/Convert-Image', ({ busy }) =>
    busy.includes('convert') ? 'IMSX.0016' : undefined,
  ),
  ...imageQuotaRules,
  {
    id: 'R-JDC-02',
    step: 'quota',
    source: 'jd/Convert-Image',
    check: ({ world: { own, profile } }) => {
      const limit = profile.quota.snapshots;
      return limit === null || own.snapshotsUsed < limit
        ? undefined
        : { severity: 'block', code: 'IMSX.0003', facts: { limit, used: own.snapshotsUsed } };
    },
  },
  note('R-JDC-04', 'jd/Convert-Image', (given) => ownImage(given)?.rootDevice === 'localDisk'),
];
