import type { AskedAboutImage } from '../asked.ts';
import type { Image } from '../image.ts';
import { allows, capacityOf, stateOf } from '../image-states.ts';
import type { Rule } from '../rule.ts';
import type { Bucket } from '../source.ts';
import { aboutOwn } from './about-own.ts';
import { lengthOf } from './name.ts';
import { note } from './note.ts';
import { naming, ownImage } from './ownership.ts';

/** Write an image to a file in a bucket of the project. */
export interface ExportImage {
  readonly image: string;
  readonly bucket: string;
  /** Name of the file; the format is added as its ending where it has none. */
  readonly file: string;
  /** Without conversion, in the cloud's own format. R-EXP-06 */
  readonly fast: boolean;
  /** Default: the first format of the cloud. */
  readonly format?: string;
}

export interface ExportCase extends AskedAboutImage<ExportImage> {
  /** The bucket, if the project has one of that name. */
  readonly bucket: Bucket | undefined;
}

/** Longest name of a file. */
const longestFile = 128;

/** The format the file will have. */
export function formatOf({ world, request }: ExportCase): string {
  const { fastFormat, formats } = world.profile.export;
  if (request.fast) return fastFormat ?? '';
  return request.format ?? formats[0] ?? '';
}

/** The file as it will be called. */
export function fileOf(given: ExportCase): string {
  const { file } = given.request;
  return /\.\w+$/.test(file) ? file : `${file}.${formatOf(given)}`;
}

function vendorBlocked({ origin, osType }: Image, blocked: readonly string[]): boolean {
  const { publicOsVendor: vendor, kind } = origin;
  if (vendor !== undefined && blocked.includes(vendor)) return true;
  return osType === 'Windows' && kind !== 'file' && blocked.includes('windows-unless-imported');
}

/** What may be exported: whose image it is, in which state and of which making. SPEC 3.19 */
export const exportWhatRules: readonly Rule<ExportCase>[] = [
  {
    id: 'R-EXP-02',
    step: 'ownership',
    source: 'api/error_codes',
    check: (given) => {
      const { found } = given;
      if (!found || found.relation === 'own') return undefined;
      const code = found.relation === 'public' ? 'IMG.0077' : 'IMG.0106';
      return { severity: 'block', code, facts: naming(given) };
    },
  },
  aboutOwn('R-EXP-03', 'state', 'api/exporting_an_image', ({ type }) => {
    if (type === 'full-ecs') return 'IMG.0128';
    return type === 'iso' ? 'IMG.0167' : undefined;
  }),
  aboutOwn('R-EXP-01', 'state', 'umn/overview/constraints', (image, { world }) => {
    if (allows('export', image) || image.type === 'full-ecs') return undefined;
    const code = world.profile.codes.imageNotReady;
    return { severity: 'block', code, facts: { status: stateOf(image) } };
  }),
  aboutOwn('R-EXP-11', 'state', 'api/error_codes', ({ type, origin }) =>
    type !== 'full-ecs' && (origin.kind === 'cbr' || origin.kind === 'csbs')
      ? 'IMG.0080'
      : undefined,
  ),
  aboutOwn(
    'R-EXP-04',
    'state',
    'api/exporting_an_image; hw/product description',
    (image, { world }) => {
      const { blockedOrigins } = world.profile.export;
      if (image.origin.marketplace && blockedOrigins.includes('marketplace')) return 'IMG.0078';
      return vendorBlocked(image, blockedOrigins) ? 'IMG.0079' : undefined;
    },
  ),
  aboutOwn(
    'R-EXP-13',
    'state',
    'jd/Export-Private-Image; jdsdk exportImage',
    (image, { world }) => {
      const { types } = world.profile.export;
      const otherType = image.type === 'data' && !types.includes('data');
      return image.rootDevice === 'localDisk' || otherType ? 'IMSX.0044' : undefined;
    },
  ),
  aboutOwn('R-EXP-10', 'state', 'api/error_codes', ({ busy }) =>
    busy.includes('export') ? 'IMG.0148' : undefined,
  ),
];

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
