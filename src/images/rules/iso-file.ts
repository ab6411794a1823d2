import type { Rule } from '../rule.ts';
import { type AboutFile, aboutFile, formatOf } from './file-source.ts';
import type { ImageAttributes } from './image-attributes.ts';
import type { Tagged } from './tags.ts';

/** Register an ISO file as an image. Size in GB. */
export interface ImportIso extends ImageAttributes, Tagged {
  /** `bucket:file` */
  readonly file?: string;
  readonly name?: string;
  /** System disk of the temporary server on which the system will be installed. */
  readonly minDisk?: number;
  /** The system that the ISO file installs. R-ISO-02 */
  readonly osVersion?: string;
  readonly bootMode?: string;
  readonly architecture?: string;
}

export type IsoCase = AboutFile<ImportIso>;

/** What an ISO file may be called. [D]: folders before it are free. */
const isoName = /^(?:.*\/)?[A-Za-z0-9_-]+\.iso$/i;

/** Goes before the rules for all files, because it is stricter about names. SPEC 3.6 */
export const isoFileName: Rule<IsoCase> = aboutFile(
  'R-ISO-03',
  'shape',
  'umn/registering_an_iso_file',
  (object) =>
    formatOf(object) !== 'iso' || isoName.test(object.key)
      ? undefined
      : { severity: 'block', code: 'IMG.0075' },
);

/** What an ISO file must be, and what must be said about it. SPEC 3.6 */
export const isoRules: readonly Rule<IsoCase>[] = [
  aboutFile('R-ISO-01', 'values', 'umn/registering_an_iso_file', (object) =>
    formatOf(object) === 'iso' ? undefined : { severity: 'block', code: 'IMG.0072' },
  ),
  {
    id: 'R-ISO-02',
    step: 'values',
    source: 'api/creating_an_image; api/error_codes',
    check: ({ request: { osVersion, name } }) =>
      osVersion !== undefined
        ? undefined
        : { severity: 'block', code: 'IMG.0166', facts: { name: name ?? 'it' } },
  },
  {
    id: 'R-ISO-04',
    step: 'values',
    source: 'umn/registering_an_iso_file',
    check: ({ request: { minDisk: sizeGb = 0 }, world: { profile } }) => {
      const { min, max } = profile.minDisk.iso;
      return Number.isInteger(sizeGb) && sizeGb >= min && sizeGb <= max
        ? undefined
        : { severity: 'block', code: 'IMG.0055', facts: { sizeGb, min, max } };
    },
  },
  {
    id: 'R-ISO-07',
    step: 'confirmation',
    source: 'umn/overview (ISO)',
    check: ({ object, request: { name } }) =>
      object && { severity: 'info', facts: { image: name ?? 'it' } },
  },
];
