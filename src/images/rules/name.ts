import type { Asked } from '../asked.ts';
import { isGone } from '../image-states.ts';
import type { Rule } from '../rule.ts';

type Given = Asked<{ readonly name?: string }>;

/** Characters as people count them. */
export function lengthOf(text: string): number {
  return [...text].length;
}

/** The name without spaces at its ends and cut to the longest length, so that only its characters are left to judge. */
function core(name: string, max: number): string {
  const inner = name.replace(/^ +/u, '').replace(/ +$/u, '');
  return [...inner].slice(0, max).join('').replace(/ +$/u, '');
}

/** What a name must be. SPEC 3.1 */
export const nameRules: readonly Rule<Given>[] = [
  {
    id: 'R-NAME-01',
    step: 'shape',
    source: 'api/error_codes',
    check: ({ request: { name } }) =>
      name ? undefined : { severity: 'block', code: 'IMG.0013', facts: {} },
  },
  {
    id: 'R-NAME-02',
    step: 'values',
    source: 'api/image_attributes; api/error_codes',
    check: ({ world, request: { name = '' } }) => {
      const { max, oneRule } = world.profile.name;
      const length = lengthOf(name);
      if (oneRule || length <= max) return undefined;
      return { severity: 'block', code: 'IMG.0002', facts: { length, max } };
    },
  },
  {
    id: 'R-NAME-03',
    step: 'values',
    source: 'api/image_attributes; hw/image attributes',
    check: ({ world, request: { name = '' } }) => {
      const { max, oneRule, regex } = world.profile.name;
      const inner = core(name, max);
      if (oneRule || inner === '' || new RegExp(regex, 'u').test(inner)) return undefined;
      return { severity: 'block', code: 'IMG.0003', facts: { name } };
    },
  },
  {
    id: 'R-NAME-04',
    step: 'values',
    source: 'api/image_attributes',
    check: ({ world, request: { name = '' } }) => {
      if (world.profile.name.oneRule || !/^ | $/u.test(name)) return undefined;
      return { severity: 'block', code: 'IMG.0003', facts: { name } };
    },
  },
  {
    id: 'R-NAME-05',
    step: 'values',
    source: 'jdsdk createImage',
    check: ({ world, request: { name } }) => {
      const { min, max, oneRule, regex } = world.profile.name;
      if (!oneRule || !name || new RegExp(regex, 'u').test(name)) return undefined;
      return { severity: 'block', code: 'IMSX.0040', facts: { name, min, max } };
    },
  },
  {
    id: 'R-NAME-07',
    step: 'values',
    source: 'api/error_codes; [D]',
    check: ({ world: { profile, own }, request: { name } }) => {
      const taken = own.images.some((image) => image.name === name && !isGone(image));
      if (!name || !profile.name.unique || !taken) return undefined;
      return { severity: 'block', code: 'IMG.0009', facts: { name } };
    },
  },
];
