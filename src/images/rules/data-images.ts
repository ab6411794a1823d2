import type { Rule } from '../rule.ts';
import type { AboutDisk } from './data-disk.ts';
import { everyPart } from './every-part.ts';
import type { ImageAttributes } from './image-attributes.ts';
import type { AboutServer } from './source-server.ts';
import type { Tagged } from './tags.ts';

/** One data image: which disk, and what is its own; the rest is as said for all. */
export interface DataImage extends ImageAttributes, Tagged {
  readonly disk?: string;
  readonly name?: string;
}

/** Make data images of data disks of one server. */
export interface CreateDataImages extends ImageAttributes, Tagged {
  readonly dataImages: readonly DataImage[];
  /** Linux or Windows; as the server's, unless given. R-DATA-07 */
  readonly osType?: string;
  /** A server as a whole makes a system image, never data images as well. R-DATA-03 */
  readonly server?: string;
}

export interface DataCase extends AboutServer<CreateDataImages> {
  /** Each data image with all that holds for it. */
  readonly parts: readonly AboutDisk<DataImage>[];
}

/** The same rules for each of the images. */
export function everyImage(
  rules: readonly Rule<AboutDisk<DataImage>>[],
): readonly Rule<DataCase>[] {
  return everyPart(rules, ({ parts }: DataCase) => parts);
}

/** What holds for the request as a whole. SPEC 3.7 */
export const dataRequestRules: readonly Rule<DataCase>[] = [
  {
    id: 'R-DATA-03',
    step: 'shape',
    source: 'api/creating_an_image',
    check: ({ request }) =>
      request.server !== undefined || request.dataImages.length === 0
        ? { severity: 'block', code: 'IMG.0001', facts: { count: request.dataImages.length } }
        : undefined,
  },
  {
    id: 'R-DATA-04',
    step: 'ownership',
    source: 'api/error_codes',
    check: ({ parts }) => {
      const servers = new Set(parts.flatMap(({ server }) => server?.name ?? []));
      return servers.size > 1
        ? { severity: 'block', code: 'IMG.0140', facts: { servers: [...servers].join(', ') } }
        : undefined;
    },
  },
  {
    id: 'R-DATA-07',
    step: 'values',
    source: 'api/creating_a_data_disk_image; api/error_codes',
    check: ({ request: { osType } }) =>
      osType === undefined || osType === 'Linux' || osType === 'Windows'
        ? undefined
        : { severity: 'block', code: 'IMG.0122', facts: { osType } },
  },
];
