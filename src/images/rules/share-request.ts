import type { Image } from '../image.ts';
import { countedMembers } from '../members.ts';
import type { Rule } from '../rule.ts';
import { aboutOwn } from './about-own.ts';
import { naming } from './ownership.ts';
import { newcomers, type ShareCase, targetIdsFit } from './share-with.ts';

/** Rules about the request as a whole. SPEC 3.1, 3.14 */
export const shareRequestRules: readonly Rule<ShareCase>[] = [
  targetIdsFit,
  {
    id: 'R-SHARE-22',
    step: 'shape',
    source: 'api/adding_image_sharing_members; api/error_codes',
    check: (given) => {
      if (given.request.targets.length > 0) return undefined;
      return { severity: 'block', code: 'IMG.0001', facts: naming(given) };
    },
  },
  {
    id: 'R-SHARE-06',
    step: 'shape',
    source: 'umn/sharing_specified_images',
    check: ({ world, targets }) => {
      const limit = world.profile.share.perRequest;
      if (targets.length <= limit) return undefined;
      return { severity: 'block', code: 'IMSX.0006', facts: { limit, asked: targets.length } };
    },
  },
  memberLimit('R-SHARE-03', ({ type }) => type !== 'full-ecs'),
  memberLimit('R-SHARE-04', ({ type }) => type === 'full-ecs'),
];

/** R-SHARE-05 is in the counting: only members in the counted statuses and the newcomers of this request. */
function memberLimit(
  id: 'R-SHARE-03' | 'R-SHARE-04',
  applies: (image: Image) => boolean,
): Rule<ShareCase> {
  return aboutOwn(id, 'quota', 'S1; umn/restrictions_on_image_sharing; jdsdk', (image, given) => {
    if (!applies(image) || image.type === 'iso') return undefined;
    const { maxMembers, countStatuses } = given.world.profile.share;
    const limit = maxMembers[image.type];
    const members = countedMembers(image, countStatuses);
    const asked = newcomers(given).length;
    if (asked === 0 || members + asked <= limit) return undefined;
    const facts = { limit, members, asked, total: members + asked };
    return { severity: 'block', code: 'IMG.0088', facts };
  });
}
