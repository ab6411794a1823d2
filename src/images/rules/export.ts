import type { AskedAboutImage } from '../asked.ts';
import type { Bucket } from '../source.ts';

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

/** The format the file will have. */
export function formatOf({ world, request }: ExportCase): string {
  const { fastFormat, formats } = world.profile.export;
  if (request.fast) return fastFormat ?? '';
  return request.format ?? formats[0] ?? '';
}

/** The file as it will be called. */
export function fileOf(given: ExportCase): string {
  const { file } = given.request;
  return /\.[a-z]\w*$/i.test(file) ? file : `${file}.${formatOf(given)}`;
}
