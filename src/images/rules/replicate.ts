import type { Image } from '../image.ts';
import { allows, stateOf } from '../image-states.ts';
import type { Rule } from '../rule.ts';
import type { Key } from '../unit.ts';
import type { ImageAttributes } from './image-attributes.ts';
import { note } from './note.ts';
import { naming } from './ownership.ts';
import { aboutVisible, type UseCase } from './readable.ts';
import { copiesAtOnce } from './room-in-line.ts';

/** Copy an image, named by its ID, within its region. */
export interface ReplicateImage extends ImageAttributes {
  readonly image: string;
  readonly name?: string;
  /** Key that the copy is encrypted with. Without one the copy is not encrypted, whatever the source is. */
  readonly keyId?: string;
}

export interface ReplicateCase extends UseCase<ReplicateImage> {
  /** The key that the source is encrypted with, if its owner has it. */
  readonly sourceKey: Key | undefined;
}

/** Rules for copying within a region. SPEC 3.17 */
export const replicateRules: readonly Rule<ReplicateCase>[] = [
  aboutVisible('R-COPY-13', 'ownership', 'umn/replicating_images; [D]', (_image, { found }) =>
    found?.relation === 'public' ? 'IMG.0105' : undefined,
  ),
  {
    id: 'R-COPY-08',
    step: 'ownership',
    source: 'umn/replicating_a_shared_image; hw/replicating shared images',
    check: (given) => {
      const { found, world } = given;
      if (found?.relation !== 'member' || found.share === 'accepted') return undefined;
      if (world.profile.share.useBeforeAccept) return undefined;
      return { severity: 'block', code: 'IMG.0196', facts: naming(given) };
    },
  },
  aboutVisible('R-COPY-01', 'state', 'umn/replicating_images', (image, { world }) => {
    if (isAccidental(image) || (allows('copy', image) && !image.frozen)) return undefined;
    const facts = { status: image.frozen ? 'frozen' : stateOf(image) };
    return { severity: 'block', code: world.profile.codes.imageNotReady, facts };
  }),
  aboutVisible('R-COPY-02', 'state', 'S4; api/replicating_an_image_within_a_region', ({ type }) =>
    type === 'full-ecs' ? 'IMG.0130' : undefined,
  ),
  aboutVisible('R-COPY-03', 'state', 'api/replicating_an_image_within_a_region', ({ type }) =>
    type === 'iso' ? 'IMG.0167' : undefined,
  ),
  aboutVisible(
    'R-COPY-14',
    'state',
    'jdsdk copyImages; jd/Copy-Image',
    ({ rootDevice, encryption }, given) => {
      if (rootDevice === 'localDisk') return 'IMSX.0044';
      const { keyId } = given.request;
      const encrypts = given.world.profile.operations.encrypt === 'offered';
      return !encrypts && (encryption || keyId !== undefined) ? 'IMG.0098' : undefined;
    },
  ),
  aboutVisible(
    'R-COPY-09',
    'state',
    'umn/replicating_a_shared_image; api/error_codes',
    (image, given) => {
      const { copy } = given.world.profile;
      if (given.found?.relation !== 'member') return undefined;
      const from = image.encryption !== undefined && !copy.sharedEncrypted;
      const to = given.request.keyId !== undefined && !copy.sharedToEncrypted;
      return from || to ? 'IMG.0197' : undefined;
    },
  ),
  aboutVisible(
    'R-COPY-07',
    'state',
    'api/error_codes',
    ({ encryption, keyUsable }, { sourceKey }) => {
      if (!encryption) return undefined;
      const facts = { key: sourceKey?.alias ?? encryption.keyId };
      if (!sourceKey || sourceKey.state === 'deleted')
        return { severity: 'block', code: 'IMG.0101', facts };
      const enabled = keyUsable && sourceKey.state === 'enabled';
      return enabled ? undefined : { severity: 'block', code: 'IMG.0102', facts };
    },
  ),
  aboutVisible(
    'R-COPY-06',
    'values',
    'umn/replicating_images; api/error_codes',
    ({ encryption }, given) => {
      const { keyId } = given.request;
      if (!encryption) return undefined;
      if (keyId === encryption.keyId) return 'IMG.0096';
      return keyId === undefined ? { severity: 'warn' } : undefined;
    },
  ),
  aboutVisible(
    'R-ENC-09',
    'state',
    'umn/overview/constraints; api/error_codes',
    ({ target }, given) =>
      target === 'bms' && given.request.keyId !== undefined ? 'IMG.0118' : undefined,
  ),
  aboutVisible(
    'R-COPY-04',
    'values',
    'umn/overview/constraints; [D]',
    ({ minDisk, type }, { world }) => {
      const { maxGb } = world.profile.copy;
      if (maxGb === null || minDisk <= maxGb || type === 'full-ecs' || type === 'iso')
        return undefined;
      return { severity: 'block', code: 'IMG.0059', facts: { sizeGb: minDisk, maxGb } };
    },
  ),
  copiesAtOnce,
];

/** A type that is refused in any state, so its state says nothing. */
function isAccidental({ type }: Image): boolean {
  return type === 'full-ecs' || type === 'iso';
}

/** What people should know when they copy an image. SPEC 3.17 */
export const replicateNotes: readonly Rule<ReplicateCase>[] = [
  note('R-COPY-10', 'umn/deleting_images; umn/replicating_a_shared_image', ({ image }) => !!image),
  note('R-COPY-11', 'umn/replicating_images', ({ image }) => image?.type === 'system'),
];
