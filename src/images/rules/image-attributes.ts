import type { Asked } from '../asked.ts';
import type { Rule } from '../rule.ts';
import { lengthOf } from './name.ts';

/** Attributes a person may give a new image. Memory in MB. */
export interface ImageAttributes {
  readonly description?: string;
  readonly minRam?: number;
  readonly maxRam?: number;
  readonly enterpriseProjectId?: string;
}
type Given = Asked<ImageAttributes>;

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

function isMemory(mb: number): boolean {
  return Number.isInteger(mb) && mb >= 0;
}

/** What the other attributes of a new image must be. SPEC 3.1 */
export const attributeRules: readonly Rule<Given>[] = [
  {
    id: 'R-DESC-01',
    step: 'values',
    source: 'api/image_attributes; jdsdk',
    check: ({ world, request: { description = '' } }) => {
      const { max, tooLongCode } = world.profile.description;
      const length = lengthOf(description);
      if (length <= max) return undefined;
      return { severity: 'block', code: tooLongCode, facts: { length, max } };
    },
  },
  {
    id: 'R-DESC-02',
    step: 'values',
    source: 'api/image_attributes; api/error_codes; [D]',
    check: ({ world, request: { description = '' } }) => {
      if (!new RegExp(world.profile.description.forbid, 'u').test(description)) return undefined;
      return { severity: 'block', code: 'IMG.0054' };
    },
  },
  {
    id: 'R-RAM-01',
    step: 'values',
    source: 'api/creating_an_image',
    check: ({ request: { minRam = 0, maxRam = 0 } }) => {
      const wrong = [minRam, maxRam].find((mb) => !isMemory(mb));
      return wrong === undefined
        ? undefined
        : { severity: 'block', code: 'IMG.0055', facts: { memoryMb: wrong } };
    },
  },
  {
    id: 'R-RAM-02',
    step: 'values',
    source: '[D]',
    check: ({ request: { minRam = 0, maxRam = 0 } }) => {
      if (minRam === 0 || maxRam === 0 || maxRam >= minRam) return undefined;
      return { severity: 'block', code: 'IMG.0055', facts: { minRam, maxRam } };
    },
  },
  {
    id: 'R-EPS-01',
    step: 'values',
    source: 'api/creating_an_image; api/querying_images',
    check: ({ request: { enterpriseProjectId: id = '' } }) => {
      if (id === '' || id === '0' || uuid.test(id)) return undefined;
      return { severity: 'block', code: 'IMG.0155', facts: { enterpriseProjectId: id } };
    },
  },
];
