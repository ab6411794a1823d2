import type { AskedAboutImage } from '../asked.ts';
import type { ProjectId } from '../ids.ts';
import { memberOf } from '../members.ts';
import type { Rule } from '../rule.ts';
import { aboutOwn, ownersOnly } from './about-own.ts';
import { note } from './note.ts';
import { naming, ownImage } from './ownership.ts';
import { nameOf, targetIdsFit } from './share-with.ts';

/** Whose share is to end: some members, or all of them. */
export interface UnshareCase
  extends AskedAboutImage<{ readonly image: string; readonly targets: readonly string[] | 'all' }> {
  readonly targets: readonly ProjectId[];
  readonly malformed: readonly string[];
}

/** The targets that are members now. */
export function leaving(given: UnshareCase): readonly ProjectId[] {
  const image = ownImage(given);
  return given.targets.filter((target) => image && memberOf(image, target));
}

/** Rules for stopping a share. SPEC 3.15 */
export const unshareRules: readonly Rule<UnshareCase>[] = [
  ownersOnly('R-UNSH-01', 'S1; umn/restrictions_on_image_sharing', 'IMG.0047'),
  {
    id: 'R-UNSH-02',
    step: 'shape',
    source: 'umn/deleting_image_recipients',
    check: (given) => {
      if (given.request.targets.length > 0) return undefined;
      return { severity: 'block', code: 'IMG.0001', facts: naming(given) };
    },
  },
  targetIdsFit,
  {
    id: 'R-UNSH-04',
    step: 'existence',
    source: '[D]; glance/images-sharing-v2',
    check: (given) => {
      const image = ownImage(given);
      if (!image) return undefined;
      if (given.request.targets === 'all' && image.members.length === 0)
        return {
          severity: 'info',
          code: 'IMSX.0007',
          facts: { ...naming(given), project: 'any project' },
        };
      return given.targets
        .filter((target) => !memberOf(image, target))
        .map((target) => ({
          severity: 'info',
          code: 'IMSX.0007',
          target,
          facts: { ...naming(given), project: nameOf(given.world, target) },
        }));
    },
  },
  aboutOwn('R-UNSH-06', 'confirmation', 'umn/sharing_specified_images', ({ encryption }, given) =>
    encryption && leaving(given).length > 0 ? { severity: 'warn' } : undefined,
  ),
  note(
    'R-UNSH-03',
    'umn/stopping_sharing_images',
    (given) => leaving(given).length > 0 && { count: leaving(given).length },
  ),
  note('R-UNSH-05', '[D]', (given) => {
    const members = ownImage(given)?.members.length ?? 0;
    return members > 0 && leaving(given).length === members;
  }),
  note(
    'R-UNSH-07',
    'jd/Cancel-Share-Image',
    (given) => given.world.profile.share.autoAccept && leaving(given).length > 0,
  ),
];
