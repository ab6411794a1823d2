import { beginJob } from '../begin-job.ts';
import type { Lifecycle } from '../decision.ts';
import { secondsFor } from '../duration.ts';
import { findImage } from '../find-image.ts';
import type { Image } from '../image.ts';
import { capacityOf } from '../image-states.ts';
import { jobsUnderWay, record } from '../record.ts';
import { type ExportCase, type ExportImage, fileOf, formatOf } from '../rules/export.ts';
import { exportHowRules } from '../rules/export-how.ts';
import { exportWhatRules } from '../rules/export-what.ts';
import { offered } from '../rules/offered.ts';
import { imageThere, imageVisible, ownImage } from '../rules/ownership.ts';
import { needs } from '../rules/permission.ts';
import { occupy } from '../work/source-image.ts';
import type { Cause } from '../world.ts';

export type { ExportImage };

/** Bytes of a gigabyte. */
const gigabyte = 1024 ** 3;

/** Writes an image to a file in a bucket, by a job; the image stays as it is. SPEC 3.19 */
export const exportImage: Lifecycle<ExportImage, ExportCase> = {
  operation: 'image.export',
  rules: [
    needs('ims:images:export'),
    offered('export'),
    ...imageThere,
    imageVisible,
    ...exportWhatRules,
    ...exportHowRules,
  ],
  look: (world, request) => ({
    world,
    request,
    found: findImage(world, request.image),
    bucket: world.own.buckets.find(({ name }) => name === request.bucket),
  }),
  apply: (given, cause) => {
    const { world, request } = given;
    const image = ownImage(given);
    const deed = { operation: 'image.export', trace: 'exportImage' } as const;
    if (!image) return record(world.own, world, cause, deed);
    const unit = occupy(world.own, image.id, 'export');
    const facts = { bucket: request.bucket, file: fileOf(given) };
    return record(unit, world, cause, { ...deed, image, facts, job: write(image, given, cause) });
  },
};

/** The file is as large as the image's own file, or as its disk where nobody knows that. */
function write(image: Image, given: ExportCase, cause: Cause) {
  const { world, request } = given;
  const { own, profile } = world;
  const sizeGb = capacityOf(image);
  const running = jobsUnderWay(own);
  const seconds = secondsFor(profile, 'imsNativeExportImageJob', sizeGb, running);
  const file = {
    bucket: request.bucket,
    file: fileOf(given),
    format: formatOf(given),
    sizeGb,
    sizeBytes: image.fileSize ?? sizeGb * gigabyte,
  };
  return beginJob(
    world,
    cause,
    {
      type: 'imsNativeExportImageJob',
      operation: 'image.export',
      imageId: image.id,
      imageName: image.name,
      facts: { bucket: file.bucket, file: file.file, format: file.format, sizeGb },
    },
    [
      { kind: 'write-file', seconds, facts: file },
      { kind: 'release-source', seconds: 0, facts: { work: 'export' } },
    ],
  );
}
