import type { AskedAboutImage } from '../asked.ts';
import type { ProjectId } from '../ids.ts';
import type { Image } from '../image.ts';
import { allows, stateOf } from '../image-states.ts';
import type { Rule } from '../rule.ts';
import type { World } from '../world.ts';
import { rulesAbout } from './about.ts';
import { naming } from './ownership.ts';

/** A request to use an image for a server or disk. */
export interface UseCase<Request extends { readonly image: string }>
  extends AskedAboutImage<Request> {
  /** The image's full record, wherever it is kept. */
  readonly image: Image | undefined;
}

/** Is the image's key enabled, as far as its owner's keys are known? R-ENC-07 */
function keyWorks(image: Image, { own, others }: World): boolean {
  const keys = unitOf(image.owner)?.keys ?? [];
  const key = keys.find(({ id }) => id === image.encryption?.keyId);
  return image.keyUsable && (key === undefined || key.state === 'enabled');

  function unitOf(owner: ProjectId) {
    return owner === own.project ? own : others.get(owner);
  }
}

type Given = UseCase<{ readonly image: string }>;

/** A rule about an image that the caller can see. */
export const aboutVisible = rulesAbout(({ image }: Given) => image, naming);

/** May the caller use the image as it is now? SPEC 3.11 */
export const readableRules: readonly Rule<Given>[] = [
  {
    id: 'R-ACC-09',
    step: 'ownership',
    source: 'api/updating_the_sharing_status; glance/images-sharing-v2; [D]',
    check: (given) => {
      const { found, world } = given;
      if (found?.relation !== 'member' || found.share === 'accepted') return undefined;
      if (world.profile.share.useBeforeAccept) return undefined;
      const facts = { ...naming(given), status: found.share };
      return { severity: 'block', code: 'IMSX.0046', facts };
    },
  },
  {
    id: 'R-USE-01',
    step: 'state',
    source: 'S2; api/error_codes',
    check: (given) => {
      const { found, image, world } = given;
      if (!found || (image && allows('use', image) && !image.frozen)) return undefined;
      const status = image ? (image.frozen ? 'frozen' : stateOf(image)) : 'unknown';
      const facts = { ...naming(given), status };
      return { severity: 'block', code: world.profile.codes.imageNotReady, facts };
    },
  },
  aboutVisible('R-ENC-07', 'state', 'umn/encrypting_images/overview; [D]', (image, { world }) => {
    if (keyWorks(image, world)) return undefined;
    const keyId = image.encryption?.keyId ?? 'unknown';
    return { severity: 'block', code: 'IMG.0046', facts: { keyId } };
  }),
];
