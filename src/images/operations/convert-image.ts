import { beginJob } from '../begin-job.ts';
import type { Lifecycle } from '../decision.ts';
import { secondsFor } from '../duration.ts';
import { findImage } from '../find-image.ts';
import type { Image } from '../image.ts';
import { jobsUnderWay, record } from '../record.ts';
import { type ConvertCase, type ConvertImage, convertRules } from '../rules/convert.ts';
import { nameRules } from '../rules/name.ts';
import { offered } from '../rules/offered.ts';
import { imageThere, imageVisible, ownImage } from '../rules/ownership.ts';
import { judging } from '../rules/part.ts';
import { accountInGoodStanding, needs } from '../rules/permission.ts';
import { occupy } from '../work/source-image.ts';
import type { Cause } from '../world.ts';
import { queuedImage } from './queued-image.ts';

export type { ConvertImage };

/** Makes an image with a cloud system disk of one with a local one; the source stays. SPEC 3.25 */
export const convertImage: Lifecycle<ConvertImage, ConvertCase> = {
  operation: 'image.convert',
  rules: [
    needs('ims:images:copy'),
    accountInGoodStanding,
    offered('convert'),
    ...imageThere,
    imageVisible,
    ...convertRules,
    ...judging(nameRules, ({ world, request: { name } }: ConvertCase) =>
      name === undefined ? undefined : { world, request: { name } },
    ),
  ],
  look: (world, request) => ({ world, request, found: findImage(world, request.image) }),
  apply: (given, cause) => {
    const { world, request } = given;
    const image = ownImage(given);
    const deed = { operation: 'image.convert', trace: 'convertImage' } as const;
    if (!image) return record(world.own, world, cause, deed);
    const name = request.name ?? image.name;
    const converted = convertedFrom(image, name, given, cause);
    const own = occupy(world.own, image.id, 'convert');
    const unit = {
      ...own,
      images: [...own.images, converted],
      snapshotsUsed: own.snapshotsUsed + 1,
    };
    const job = fill(image, converted, given, cause);
    return record(unit, world, cause, {
      ...deed,
      image: converted,
      job,
      facts: { from: image.name },
    });
  },
};

/** Everything of the source but what belongs to its own life; the ID is that of a new image. */
function convertedFrom(image: Image, name: string, given: ConvertCase, cause: Cause): Image {
  const { id: _, createdAt, updatedAt, activeAt, members, tags, ...data } = image;
  return queuedImage({ world: given.world, request: { name } }, cause, {
    ...data,
    name,
    status: 'queued',
    rootDevice: 'cloudDisk',
    visibility: 'private',
    protected: false,
    published: false,
    busy: [],
    origin: { ...image.origin, kind: 'copy', refId: image.id },
  });
}

function fill(image: Image, converted: Image, { world }: ConvertCase, cause: Cause) {
  const { own, profile } = world;
  const running = jobsUnderWay(own);
  const seconds = secondsFor(profile, 'convertImage', image.minDisk, running);
  return beginJob(
    world,
    cause,
    {
      type: 'convertImage',
      operation: 'image.convert',
      imageId: converted.id,
      imageName: converted.name,
      facts: {
        from: image.name,
        sourceId: image.id,
        snapshots: 1,
        cleanup: profile.create.cleanupOnFailure,
      },
    },
    [
      { kind: 'start-transfer', seconds: seconds * 0.1 },
      { kind: 'transfer', seconds: seconds * 0.9 },
      { kind: 'release-source', seconds: 0, facts: { work: 'convert' } },
    ],
  );
}
