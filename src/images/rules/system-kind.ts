import type { Asked } from '../asked.ts';
import type { Rule } from '../rule.ts';

/** What a person says about the system inside an image. */
export interface SystemKind {
  readonly osVersion?: string;
  readonly osType?: string;
  readonly bootMode?: string;
  readonly architecture?: string;
}

type Given = Asked<SystemKind>;

const osTypes = ['Linux', 'Windows', 'Other'];

/** What may be said about the system inside an image; nothing need be. SPEC 3.1 */
export const systemKindRules: readonly Rule<Given>[] = [
  {
    id: 'R-OS-01',
    step: 'values',
    source: 'api/error_codes; api/values_of_related_parameters',
    check: ({ world: { profile }, request: { osVersion } }) =>
      osVersion === undefined || profile.osVersions.includes(osVersion)
        ? undefined
        : { severity: 'block', code: 'IMG.0056', facts: { osVersion } },
  },
  {
    id: 'R-OS-02',
    step: 'values',
    source: 'api/creating_a_data_disk_image; api/error_codes',
    check: ({ request: { osType } }) =>
      osType === undefined || osTypes.includes(osType)
        ? undefined
        : { severity: 'block', code: 'IMG.0122', facts: { osType } },
  },
  {
    id: 'R-BOOT-01',
    step: 'values',
    source: 'api/error_codes',
    check: ({ request: { bootMode } }) =>
      bootMode === undefined || bootMode === 'bios' || bootMode === 'uefi'
        ? undefined
        : { severity: 'block', code: 'IMG.0141', facts: { bootMode } },
  },
  {
    id: 'R-BOOT-02',
    step: 'values',
    source: 'api/importing_an_image_file_quickly; api/error_codes',
    check: ({ request: { architecture, bootMode } }) => {
      if (architecture === undefined || architecture === 'x86') return undefined;
      if (architecture !== 'arm')
        return { severity: 'block', code: 'IMG.0212', facts: { architecture } };
      return bootMode === 'bios'
        ? { severity: 'block', code: 'IMG.0141', facts: { bootMode } }
        : undefined;
    },
  },
];

/** The type of system that a version belongs to. */
export function osTypeOf(osVersion: string): 'Linux' | 'Windows' {
  return /windows/i.test(osVersion) ? 'Windows' : 'Linux';
}
