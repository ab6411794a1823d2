import type { Rule } from '../rule.ts';
import { type AboutDisk, aboutDisk } from './data-disk.ts';
import type { ImageAttributes } from './image-attributes.ts';
import type { Tagged } from './tags.ts';

/** Make a system image of a data disk that has a system on it. */
export interface CreateFromDisk extends ImageAttributes, Tagged {
  readonly disk?: string;
  readonly name?: string;
  readonly osVersion?: string;
}

export type SystemDiskCase = AboutDisk<CreateFromDisk>;

/** What has to be said about the system on a data disk. SPEC 3.7 */
export const systemDiskRules: readonly Rule<SystemDiskCase>[] = [
  {
    id: 'R-DATA-11',
    step: 'values',
    source: 'api/creating_an_image',
    check: ({ request: { osVersion }, world: { profile } }) =>
      osVersion !== undefined && profile.osVersions.includes(osVersion)
        ? undefined
        : { severity: 'block', code: 'IMG.0056', facts: { osVersion: osVersion ?? 'nothing' } },
  },
  aboutDisk('R-DATA-11', 'confirmation', 'api/creating_an_image', () => ({
    severity: 'confirm',
    code: 'IMSX.0024',
  })),
];
