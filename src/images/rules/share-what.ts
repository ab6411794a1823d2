import type { AskedAboutImage } from '../asked.ts';
import { findImage } from '../find-image.ts';
import type { Image, Origin } from '../image.ts';
import { allows, stateOf } from '../image-states.ts';
import { findings, type Rule } from '../rule.ts';
import type { World } from '../world.ts';
import { aboutOwn } from './about-own.ts';
import { naming } from './ownership.ts';

type Given = AskedAboutImage;

function sourceOf({ kind }: Origin): string {
  if (kind === 'cbr') return 'cbr-backup';
  if (kind === 'csbs') return 'csbs-backup';
  return 'server-without-csbs';
}

/** What may be shared: whose image it is, and in which state and of which making. SPEC 3.14 */
export const shareWhatRules: readonly Rule<Given>[] = [
  {
    id: 'R-SHARE-01',
    step: 'ownership',
    source: 'S1; api/error_codes',
    check: (given) => {
      if (given.found?.relation !== 'member') return undefined;
      return { severity: 'block', code: 'IMG.0047', facts: naming(given) };
    },
  },
  {
    id: 'R-SHARE-10',
    step: 'ownership',
    source: 'S1; jd/Share-Image',
    check: (given) => {
      const { found } = given;
      if (found?.relation !== 'member' || found.share !== 'accepted') return undefined;
      return { severity: 'block', code: 'IMG.0047', facts: naming(given) };
    },
  },
  {
    id: 'R-SHARE-09',
    step: 'ownership',
    source: 'api/error_codes',
    check: (given) => {
      if (given.found?.relation !== 'public') return undefined;
      return { severity: 'block', code: 'IMG.0089', facts: naming(given) };
    },
  },
  aboutOwn(
    'R-SHARE-02',
    'state',
    'umn/overview/constraints; S2',
    (image, { world: { profile } }) => {
      if (allows('share', image)) return undefined;
      const facts = { status: stateOf(image) };
      return { severity: 'block', code: profile.codes.imageNotReady, facts };
    },
  ),
  aboutOwn('R-SHARE-13', 'state', 'hw/constraints on image sharing', ({ published }, { world }) =>
    published && !world.profile.share.publishedAllowed ? 'IMG.0107' : undefined,
  ),
  aboutOwn('R-SHARE-24', 'state', '[D]', ({ type }) => (type === 'iso' ? 'IMG.0167' : undefined)),
  aboutOwn('R-FBK-07', 'state', 'api/creating_a_full-ecs_image', ({ type, origin }) =>
    type === 'full-ecs' && origin.sharedBackup ? 'IMG.0135' : undefined,
  ),
  aboutOwn('R-FULL-15', 'state', 'S4; umn/restrictions_on_image_sharing', ({ type, origin }) =>
    type === 'full-ecs' && origin.csbsLegacy ? 'IMG.0135' : undefined,
  ),
  aboutOwn(
    'R-SHARE-12',
    'state',
    'S4; api/creating_a_full-ecs_image',
    ({ type, origin }, given) => {
      if (type !== 'full-ecs' || origin.csbsLegacy) return undefined;
      const madeFrom = sourceOf(origin);
      const { fullEcsSources } = given.world.profile.share;
      if (fullEcsSources.some((each) => each === madeFrom)) return undefined;
      return { severity: 'block', code: 'IMG.0135', facts: { madeFrom } };
    },
  ),
  aboutOwn(
    'R-SHARE-11',
    'resources',
    'umn/sharing_images/overview; api/error_codes',
    ({ encryption }, { world: { profile } }) => {
      if (!encryption) return undefined;
      const isSharable = profile.share.encrypted !== 'never' && encryption.keyKind === 'custom';
      return isSharable ? undefined : 'IMG.0098';
    },
  ),
  aboutOwn('R-SHARE-18', 'confirmation', 'S1', () => ({ severity: 'confirm', code: 'IMSX.0024' })),
];

/** Whether it could be shared with anybody, as far as the image goes. */
export function canBeShared(world: World, image: Image): boolean {
  const given = { world, request: { image: image.id }, found: findImage(world, image.id) };
  return findings(shareWhatRules, given).every(({ severity }) => severity !== 'block');
}
