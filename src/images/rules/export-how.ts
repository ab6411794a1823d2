import { capacityOf } from '../image-states.ts';
import type { Rule } from '../rule.ts';
import { aboutOwn } from './about-own.ts';
import { type ExportCase, fileOf } from './export.ts';
import { lengthOf } from './name.ts';
import { note } from './note.ts';
import { ownImage } from './ownership.ts';

/** Longest name of a file. */
const longestFile = 128;

/** How it may be exported: the size, the format, the bucket and the file. SPEC 3.19 */
export const exportHowRules: readonly Rule<ExportCase>[] = [
  aboutOwn('R-EXP-05', 'values', 'api/exporting_an_image; api/error_codes', (image, given) => {
    const { normalMaxGb, fastMaxGb, fastMaxExclusive } = given.world.profile.export;
    const sizeGb = capacityOf(image);
    const { fast } = given.request;
    const maxGb = fast ? fastMaxGb - (fastMaxExclusive ? 1 : 0) : (normalMaxGb ?? sizeGb);
    const tried = !fast || given.world.profile.export.fastFormat !== null;
    return sizeGb > maxGb && tried
      ? { severity: 'block', code: 'IMG.0160', facts: { sizeGb, maxGb } }
      : undefined;
  }),
  {
    id: 'R-EXP-06',
    step: 'values',
    source: 'api/exporting_an_image',
    check: ({ world: { profile }, request: { fast, format } }) => {
      const { formats, fastFormat } = profile.export;
      if (fast && fastFormat === null)
        return { severity: 'block', code: 'IMSX.0025', facts: { cloud: profile.label } };
      const facts = {
        format: format ?? '',
        formats: formats.join(', '),
        fastFormat: fastFormat ?? '',
      };
      if (fast && format !== undefined) return { severity: 'block', code: 'IMSX.0017', facts };
      return format === undefined || formats.includes(format)
        ? undefined
        : { severity: 'block', code: 'IMG.0072', facts };
    },
  },
  aboutOwn('R-EXP-07', 'values', 'umn/exporting_an_image', ({ encryption }, { request, world }) =>
    request.fast && encryption && !world.profile.export.fastEncrypted ? 'IMSX.0047' : undefined,
  ),
  {
    id: 'R-EXP-08',
    step: 'resources',
    source: 'api/exporting_an_image',
    check: ({ world: { own, profile }, bucket, request }) => {
      const { bucketClass } = profile.export;
      const facts = { bucket: request.bucket, region: own.region };
      if (request.bucket.trim() === '') return undefined;
      if (!bucket?.accessible) return { severity: 'block', code: 'IMG.0069', facts };
      if (bucket.region !== own.region) return { severity: 'block', code: 'IMG.0058', facts };
      if (bucketClass === null || bucket.storageClass === bucketClass) return undefined;
      return { severity: 'block', code: 'IMSX.0005', facts: { ...facts, bucketClass } };
    },
  },
  {
    id: 'R-EXP-09',
    step: 'values',
    source: 'api/error_codes',
    check: (given) => {
      const { world, bucket, request } = given;
      const { name, export: figures } = world.profile;
      const facts = { bucket: request.bucket, file: request.file, max: longestFile };
      if (request.bucket.trim() === '') return { severity: 'block', code: 'IMG.0017', facts };
      if (request.file === '') return { severity: 'block', code: 'IMG.0073', facts };
      if (lengthOf(request.file) > longestFile)
        return { severity: 'block', code: 'IMG.0074', facts };
      const fits = new RegExp(figures.prefixRegex ?? name.regex, 'u').test(request.file);
      if (!fits) return { severity: 'block', code: 'IMG.0075', facts };
      const taken = bucket?.objects.some(({ key }) => key === fileOf(given)) ?? false;
      return taken ? { severity: 'block', code: 'IMG.0070', facts } : undefined;
    },
  },
  note('R-EXP-12', 'umn/faqs/image_export', (given) => ownImage(given) !== undefined),
];
