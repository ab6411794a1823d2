import type { AskedAboutImage } from '../asked.ts';
import type { Origin } from '../image.ts';
import { allows, stateOf } from '../image-states.ts';
import type { Rule } from '../rule.ts';
import { naming, ownImage } from './ownership.ts';

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
  {
    id: 'R-SHARE-02',
    step: 'state',
    source: 'umn/overview/constraints; S2',
    check: (given) => {
      const image = ownImage(given);
      if (!image || allows('share', image)) return undefined;
      const { imageNotReady } = given.world.profile.codes;
      return {
        severity: 'block',
        code: imageNotReady,
        facts: { ...naming(given), status: stateOf(image) },
      };
    },
  },
  {
    id: 'R-SHARE-13',
    step: 'state',
    source: 'hw/constraints on image sharing',
    check: (given) => {
      if (!ownImage(given)?.published || given.world.profile.share.publishedAllowed)
        return undefined;
      return { severity: 'block', code: 'IMG.0107', facts: naming(given) };
    },
  },
  {
    id: 'R-SHARE-24',
    step: 'state',
    source: '[D]',
    check: (given) => {
      if (ownImage(given)?.type !== 'iso') return undefined;
      return { severity: 'block', code: 'IMG.0167', facts: naming(given) };
    },
  },
  {
    id: 'R-FBK-07',
    step: 'state',
    source: 'api/creating_a_full-ecs_image',
    check: (given) => {
      const image = ownImage(given);
      if (image?.type !== 'full-ecs' || !image.origin.sharedBackup) return undefined;
      return { severity: 'block', code: 'IMG.0135', facts: naming(given) };
    },
  },
  {
    id: 'R-FULL-15',
    step: 'state',
    source: 'S4; umn/restrictions_on_image_sharing',
    check: (given) => {
      const image = ownImage(given);
      if (image?.type !== 'full-ecs' || !image.origin.csbsLegacy) return undefined;
      return { severity: 'block', code: 'IMG.0135', facts: naming(given) };
    },
  },
  {
    id: 'R-SHARE-12',
    step: 'state',
    source: 'S4; api/creating_a_full-ecs_image',
    check: (given) => {
      const image = ownImage(given);
      if (image?.type !== 'full-ecs' || image.origin.csbsLegacy) return undefined;
      const madeFrom = sourceOf(image.origin);
      const { fullEcsSources } = given.world.profile.share;
      if (fullEcsSources.some((each) => each === madeFrom)) return undefined;
      return { severity: 'block', code: 'IMG.0135', facts: { ...naming(given), madeFrom } };
    },
  },
  {
    id: 'R-SHARE-18',
    step: 'confirmation',
    source: 'S1',
    check: (given) => {
      if (!ownImage(given)) return undefined;
      return { severity: 'confirm', code: 'IMSX.0024', facts: naming(given) };
    },
  },
];
