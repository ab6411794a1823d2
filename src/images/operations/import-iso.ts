import { beginJob } from '../begin-job.ts';
import type { Lifecycle } from '../decision.ts';
import { secondsFor } from '../duration.ts';
import type { Image } from '../image.ts';
import { jobsUnderWay, record } from '../record.ts';
import { fileRules, findFile } from '../rules/file-source.ts';
import { attributeRules } from '../rules/image-attributes.ts';
import { imageQuotaRules } from '../rules/image-quota.ts';
import { type ImportIso, type IsoCase, isoFileName, isoRules } from '../rules/iso-file.ts';
import { nameRules } from '../rules/name.ts';
import { offered } from '../rules/offered.ts';
import { accountInGoodStanding, needs } from '../rules/permission.ts';
import { creationsAtOnce } from '../rules/room-in-line.ts';
import { systemKindRules } from '../rules/system-kind.ts';
import { tagRules } from '../rules/tags.ts';
import type { Cause } from '../world.ts';
import { isoImage } from './imported-image.ts';

export type { ImportIso };

/** Registers an ISO file: an image that makes temporary servers, on which its system is installed. SPEC 3.6 */
export const importIso: Lifecycle<ImportIso, IsoCase> = {
  operation: 'image.import-iso',
  rules: [
    needs('ims:serverImages:create'),
    accountInGoodStanding,
    offered('import-iso'),
    ...nameRules,
    ...attributeRules,
    ...tagRules,
    ...systemKindRules,
    isoFileName,
    ...fileRules,
    ...isoRules,
    ...imageQuotaRules,
    creationsAtOnce,
  ],
  look: (world, request) => ({ world, request, ...findFile(world.own, request.file) }),
  apply: (given, cause) => {
    const { world, request } = given;
    const image = isoImage(given, cause);
    const unit = { ...world.own, images: [...world.own.images, image] };
    return record(unit, world, cause, {
      operation: 'image.import-iso',
      trace: 'createImage',
      image,
      job: fill(given, image, cause),
      facts: { file: request.file ?? '' },
    });
  },
};

/** T2, T4 */
function fill({ world, request }: IsoCase, image: Image, cause: Cause) {
  const { own, profile } = world;
  const running = jobsUnderWay(own);
  const seconds = secondsFor(profile, 'imsImportImageJob', image.minDisk, running);
  return beginJob(
    world,
    cause,
    {
      type: 'imsImportImageJob',
      operation: 'image.import-iso',
      imageId: image.id,
      imageName: image.name,
      facts: { file: request.file ?? '', sizeGb: image.minDisk },
    },
    [
      { kind: 'start-transfer', seconds: seconds * 0.1 },
      { kind: 'transfer', seconds: seconds * 0.9 },
    ],
  );
}
