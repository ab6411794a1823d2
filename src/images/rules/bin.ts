import type { AskedAboutImage } from '../asked.ts';
import type { Image } from '../image.ts';
import { isBinned, isGone } from '../image-states.ts';
import type { Rule } from '../rule.ts';
import { rulesAbout } from './about.ts';
import { dependentRules } from './dependents.ts';
import { naming } from './ownership.ts';

export type BinCase = AskedAboutImage;

type Binned = Image & { readonly bin: NonNullable<Image['bin']> };

/** The caller's own image that lies in the recycle bin. */
export function binnedImage({ found }: Pick<BinCase, 'found'>): Binned | undefined {
  if (found?.relation !== 'own' || !isBinned(found.image)) return undefined;
  const { bin } = found.image;
  return bin && { ...found.image, bin };
}

/** A rule about an image in the bin. */
const aboutBinned = rulesAbout(binnedImage, naming);

/** Only what lies in the bin can be restored or purged. */
const inBin: Rule<BinCase> = {
  id: 'R-BIN-03',
  step: 'state',
  source: '[D]',
  check: (given) => {
    const { found } = given;
    if (found?.relation !== 'own' || isGone(found.image)) return undefined;
    return { severity: 'block', code: 'IMSX.0052', facts: naming(given) };
  },
};

/** Whether an image can be brought back as it was. */
export const restoreRules: readonly Rule<BinCase>[] = [
  inBin,
  aboutBinned('R-BIN-04', 'values', '[D]; api/error_codes', ({ name }, { world }) => {
    const { own, profile } = world;
    const taken = own.images.some((image) => image.name === name && !isGone(image));
    return profile.name.unique && taken ? 'IMG.0009' : undefined;
  }),
  aboutBinned('R-BIN-05', 'resources', '[D]; umn/deleting_images', ({ bin }, { world }) => {
    const { backupId } = bin;
    if (backupId === undefined || world.own.backups.some(({ id }) => id === backupId))
      return undefined;
    return 'IMSX.0053';
  }),
  aboutBinned('R-BIN-06', 'confirmation', '[D]', ({ bin: { recipients } }) =>
    recipients.length > 0 ? { severity: 'warn', facts: { count: recipients.length } } : undefined,
  ),
];

/** What people confirm and should know when they purge. SPEC 3.22 */
export const purgeRules: readonly Rule<BinCase>[] = [
  inBin,
  aboutBinned('R-DEL-07', 'confirmation', 'umn/deleting_images', () => ({
    severity: 'confirm',
    code: 'IMSX.0024',
    grave: true,
  })),
  ...dependentRules(binnedImage),
  aboutBinned('R-DEL-08', 'confirmation', 'umn/deleting_images', () => ({ severity: 'info' })),
  aboutBinned('R-DEL-09', 'confirmation', 'umn/deleting_images', () => ({ severity: 'info' })),
  aboutBinned('R-DEL-13', 'confirmation', 'api/error_codes', () => ({ severity: 'info' })),
];
