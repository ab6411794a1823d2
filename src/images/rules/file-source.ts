import type { Asked } from '../asked.ts';
import type { Code } from '../finding.ts';
import type { Facts } from '../job.ts';
import type { Rule } from '../rule.ts';
import type { Bucket, BucketObject } from '../source.ts';
import type { Unit } from '../unit.ts';
import { rulesAbout } from './about.ts';

/** A request about a file, written `bucket:file`. */
export interface AboutFile<Request = { readonly file?: string }> extends Asked<Request> {
  readonly bucket: Bucket | undefined;
  /** Undefined when the bucket has no such file. */
  readonly object: BucketObject | undefined;
}

/** The parts of `bucket:file`; undefined without a colon or a file. Only the first colon parts them. */
function addressOf(file = ''): { readonly bucket: string; readonly key: string } | undefined {
  const colon = file.indexOf(':');
  const key = file.slice(colon + 1);
  return colon < 0 || key === '' ? undefined : { bucket: file.slice(0, colon), key };
}

export function findFile(
  { buckets }: Unit,
  file: string | undefined,
): Pick<AboutFile, 'bucket' | 'object'> {
  const address = addressOf(file);
  const bucket = buckets.find(({ name }) => name === address?.bucket);
  return { bucket, object: bucket?.objects.find(({ key }) => key === address?.key) };
}

/** Size of the file in GB. */
export function fileGb({ sizeBytes }: BucketObject): number {
  return sizeBytes / 1024 ** 3;
}

/** What the file is, in lower case: as the bucket says. */
export function formatOf({ format }: BucketObject): string {
  return format.toLowerCase();
}

/** A rule about a file that exists. */
export const aboutFile = rulesAbout(({ object }: AboutFile) => object, naming);

function naming({ request: { file = '' }, bucket, object }: AboutFile): Facts {
  const address = addressOf(file);
  return {
    file: address?.key ?? file,
    bucket: address?.bucket ?? 'none',
    bucketRegion: bucket?.region ?? 'none',
    format: object ? formatOf(object) : 'none',
    fileGb: object ? Math.ceil(fileGb(object)) : 0,
    virtualGb: object?.virtualSizeGb ?? 0,
  };
}

/** What the cloud takes for the name of a bucket. */
const bucketName = /^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/;

function addressFault(file: string | undefined): Code | undefined {
  const address = addressOf(file);
  if (!address) return 'IMG.0017';
  if (address.bucket === '') return 'IMG.0068';
  if (!bucketName.test(address.bucket)) return 'IMG.0109';
  return /\s/u.test(address.key) ? 'IMG.0175' : undefined;
}

/** Can the file be found and read from here. SPEC 3.5 */
export const fileRules: readonly Rule<AboutFile>[] = [
  {
    id: 'R-FILE-01',
    step: 'shape',
    source: 'api/creating_an_image; api/error_codes',
    check: (given) => {
      const code = addressFault(given.request.file);
      return code && { severity: 'block', code, facts: naming(given) };
    },
  },
  {
    id: 'R-FILE-02',
    step: 'existence',
    source: 'api/error_codes',
    check: (given) => {
      const { object, bucket, request } = given;
      if (addressFault(request.file) || (bucket && !bucket.accessible)) return undefined;
      return object && object.sizeBytes > 0
        ? undefined
        : { severity: 'block', code: 'IMG.0057', facts: naming(given) };
    },
  },
  {
    id: 'R-FILE-15',
    step: 'ownership',
    source: 'api/registering_an_image; api/error_codes',
    check: (given) =>
      given.bucket && !given.bucket.accessible
        ? { severity: 'block', code: 'IMG.0069', facts: naming(given) }
        : undefined,
  },
  aboutFile('R-FILE-07', 'resources', 'api/error_codes', (_object, { bucket, world: { own } }) =>
    bucket?.region === own.region
      ? undefined
      : { severity: 'block', code: 'IMG.0058', facts: { region: own.region } },
  ),
  aboutFile('R-FILE-06', 'resources', 'api/creating_an_image', (_object, { bucket, world }) => {
    const { bucketClass } = world.profile.import;
    return bucketClass === null || bucket?.storageClass === bucketClass
      ? undefined
      : {
          severity: 'block',
          code: 'IMSX.0005',
          facts: { storageClass: bucket?.storageClass ?? 'unknown', bucketClass },
        };
  }),
  aboutFile(
    'R-FILE-08',
    'resources',
    'umn/uploading_an_external_image_file; [D]',
    ({ encryption }) => (encryption === 'other' ? 'IMG.0057' : undefined),
  ),
];
