import type { AskedAboutImage } from '../asked.ts';
import type { Found } from '../find-image.ts';
import type { RuleId } from '../finding.ts';
import { isBinned, isGone, isRemoved } from '../image-states.ts';
import type { Facts } from '../job.ts';
import type { Former } from '../member.ts';
import type { Rule } from '../rule.ts';

/** The facts nearly every sentence about an image needs. */
export function naming({ found, request }: AskedAboutImage): Facts {
  return { image: found?.name ?? request.image, imageId: request.image };
}

/** The caller's own record of the image, unless it is deleted, for good or into the bin. */
export function ownImage({ found }: { readonly found: Found | undefined }) {
  return found?.relation === 'own' && !isGone(found.image) ? found.image : undefined;
}

function idFits({ world, request }: AskedAboutImage): boolean {
  return new RegExp(world.profile.imageId.regex, 'u').test(request.image);
}

const idRule = {
  id: 'R-ID-01',
  step: 'existence',
  source: 'api/error_codes',
} as const;

/** An ID of the right form, and not of an image that was deleted. */
export const imageIdFits: Rule<AskedAboutImage> = {
  ...idRule,
  check: (given) => {
    if (!idFits(given))
      return { severity: 'block', code: 'IMG.0066', facts: { image: given.request.image } };
    const { found } = given;
    if (found?.relation !== 'own' || !isRemoved(found.image)) return undefined;
    return { severity: 'block', code: 'IMG.0144', facts: { image: found.name } };
  },
};

/** An image in the recycle bin is neither used nor changed: first it is restored. docs/decisions/0007-recycle-bin.md */
const notInBin: Rule<AskedAboutImage> = {
  id: 'R-BIN-02',
  step: 'existence',
  source: '[D]',
  check: (given) =>
    given.found?.relation === 'own' && isBinned(given.found.image)
      ? { severity: 'block', code: 'IMSX.0051', facts: naming(given) }
      : undefined,
};

/** An ID of the right form, and of an image that was not deleted. */
export const imageThere: readonly Rule<AskedAboutImage>[] = [imageIdFits, notInBin];

const exists: Rule<AskedAboutImage> = {
  ...idRule,
  check: (given) => {
    const fault = imageIdFits.check(given);
    if (fault !== undefined || given.found || formerShare(given)) return fault;
    return { severity: 'block', code: 'IMG.0144', facts: { image: given.request.image } };
  },
};

/** For operations that are not the owner's alone: an image the caller can see. */
export const imageExists: readonly Rule<AskedAboutImage>[] = [exists, notInBin];

/** The image was shared with the caller and is no longer: they are told by whom, and why. */
export const shareEnded: readonly Rule<AskedAboutImage>[] = [
  ended('R-UNSH-03', 'stopped', 'umn/stopping_sharing_images'),
  ended('R-DEL-08', 'deleted', 'umn/deleting_images; S1'),
];

function ended(id: RuleId, why: Former['why'], source: string): Rule<AskedAboutImage> {
  return {
    id,
    step: 'existence',
    source,
    check: (given) => {
      const former = given.found ? undefined : formerShare(given);
      if (former?.why !== why) return undefined;
      const facts = { image: former.name, ownerName: former.ownerName };
      return { severity: 'block', code: 'IMSX.0007', facts };
    },
  };
}

function formerShare({ world, request }: AskedAboutImage): Former | undefined {
  return world.own.former.find(({ imageId }) => imageId === request.image);
}

/** For what only owners may do: who cannot see an image learns no more than that there is none. */
export const imageVisible: Rule<AskedAboutImage> = {
  id: 'R-OWN-01',
  step: 'existence',
  source: 'api/error_codes; S1; [D]',
  check: (given) => {
    if (given.found || !idFits(given)) return undefined;
    return { severity: 'block', code: 'IMG.0144', facts: { image: given.request.image } };
  },
};
