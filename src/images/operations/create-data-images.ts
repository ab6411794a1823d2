import { beginJob } from '../begin-job.ts';
import type { Lifecycle } from '../decision.ts';
import { secondsFor } from '../duration.ts';
import type { Image } from '../image.ts';
import { jobsUnderWay, record } from '../record.ts';
import { sourceNotes } from '../rules/create.ts';
import { dataDiskRules, findDisk } from '../rules/data-disk.ts';
import {
  type CreateDataImages,
  type DataCase,
  dataRequestRules,
  everyImage,
} from '../rules/data-images.ts';
import { secretsRemoved } from '../rules/guest-preparation.ts';
import { attributeRules } from '../rules/image-attributes.ts';
import { roomFor } from '../rules/image-quota.ts';
import { nameRules } from '../rules/name.ts';
import { offered } from '../rules/offered.ts';
import { accountInGoodStanding, needs } from '../rules/permission.ts';
import { creationsAtOnce } from '../rules/room-in-line.ts';
import { settledRules } from '../rules/source-server.ts';
import { tagRules } from '../rules/tags.ts';
import type { Cause } from '../world.ts';
import { encryptedWith, queuedImage } from './queued-image.ts';

export type { CreateDataImages };

/** Makes data images of data disks of one server, all by one job. SPEC 3.7 */
export const createDataImages: Lifecycle<CreateDataImages, DataCase> = {
  operation: 'image.create-data',
  rules: [
    needs('ims:dataImages:create'),
    accountInGoodStanding,
    offered('create-data'),
    ...dataRequestRules,
    ...everyImage([...nameRules, ...attributeRules, ...tagRules, ...dataDiskRules]),
    ...settledRules,
    ...roomFor<DataCase>(({ parts }) => parts.length),
    creationsAtOnce,
    secretsRemoved,
    ...sourceNotes,
  ],
  look: (world, request) => {
    const { dataImages, server: _, ...shared } = request;
    const parts = dataImages.map((one) => ({
      world,
      request: { ...shared, ...one },
      ...findDisk(world.own, one.disk),
    }));
    return { world, request, parts, server: parts.find(({ server }) => server)?.server };
  },
  apply: (given, cause) => {
    const { world, server } = given;
    const deed = { operation: 'image.create-data', trace: 'createImage' } as const;
    const images = queued(given, cause);
    const [image] = images;
    if (!server || !image) return record(world.own, world, cause, deed);
    const unit = { ...world.own, images: [...world.own.images, ...images] };
    const job = fill(given, images, cause);
    return record(unit, world, cause, { ...deed, image, job, facts: { server: server.name } });
  },
};

/** T1 */
function queued({ world, request, parts }: DataCase, cause: Cause): readonly Image[] {
  return parts.flatMap((part, index) => {
    const { server, disk } = part;
    if (!server || !disk) return [];
    const image = queuedImage(
      part,
      cause,
      {
        type: 'data',
        osType: (request.osType ?? server.osType) === 'Windows' ? 'Windows' : 'Linux',
        minDisk: disk.sizeGb,
        origin: {
          kind: 'disk',
          refId: disk.id,
          marketplace: false,
          csbsLegacy: false,
          sharedBackup: false,
        },
        ...encryptedWith(world.own, disk.keyId),
      },
      `image/${index}`,
    );
    return [image];
  });
}

/** T2, T4: the job lasts as long as all disks together. */
function fill({ world, server }: DataCase, images: readonly Image[], cause: Cause) {
  const { own, profile } = world;
  const sizeGb = images.reduce((sum, { minDisk }) => sum + minDisk, 0);
  const running = jobsUnderWay(own);
  const seconds = secondsFor(profile, 'imsVolumesToSysDataImagesJob', sizeGb, running);
  const [first] = images;
  return beginJob(
    world,
    cause,
    {
      type: 'imsVolumesToSysDataImagesJob',
      operation: 'image.create-data',
      imageName: images.map(({ name }) => name).join(', '),
      ...(first && { imageId: first.id }),
      ...(server && { serverId: server.id }),
      facts: {
        server: server?.name ?? '',
        sizeGb,
        imageIds: images.map(({ id }) => id).join(' '),
      },
    },
    [
      { kind: 'start-transfer', seconds: seconds * 0.1 },
      { kind: 'transfer', seconds: seconds * 0.9 },
    ],
  );
}
