import type { Asked } from '../asked.ts';
import type { Rule } from '../rule.ts';
import { type Tag, tagFrom, trimmed } from '../tag.ts';
import { lengthOf } from './name.ts';

/** Tags in one of two forms: `key.value` texts, or pairs. */
export interface Tagged {
  readonly tags?: readonly string[];
  readonly imageTags?: readonly { readonly key: string; readonly value?: string }[];
}
type Given = Asked<Tagged>;

/** The tags of a request, read from either form. */
export function tagsOf({ world, request: { tags = [], imageTags = [] } }: Given): readonly Tag[] {
  const pairs = imageTags.map(({ key, value }) => ({ key, value }));
  return [
    ...tags.map(tagFrom),
    ...(world.profile.tag.trim ? pairs.map((pair) => trimmed(pair)) : pairs),
  ];
}

/** What tags must be. SPEC 3.1 */
export const tagRules: readonly Rule<Given>[] = [
  {
    id: 'R-TAG-01',
    step: 'quota',
    source: 'api/adding_an_image_tag; umn/managing_tags',
    check: (given) => {
      const { max } = given.world.profile.tag;
      const count = new Set(tagsOf(given).map(({ key }) => key)).size;
      return count <= max
        ? undefined
        : { severity: 'block', code: 'IMG.0116', facts: { count, max } };
    },
  },
  {
    id: 'R-TAG-02',
    step: 'values',
    source: 'api/adding_an_image_tag; api/image_tag_format',
    check: (given) => {
      const { keyMax, valueMax } = given.world.profile.tag;
      const wrong = tagsOf(given).find(
        ({ key, value }) =>
          (key === '' && value !== '') ||
          lengthOf(key) > keyMax ||
          value === undefined ||
          lengthOf(value) > valueMax,
      );
      return (
        wrong && {
          severity: 'block',
          code: 'IMG.0115',
          facts: { key: wrong.key, keyMax, valueMax },
        }
      );
    },
  },
  {
    id: 'R-TAG-03',
    step: 'values',
    source: 'api/image_tag_format; hw/tag data format',
    check: (given) => {
      if (!tagsOf(given).some(({ key, value }) => key === '' && value === '')) return undefined;
      return { severity: 'block', code: 'IMG.0115' };
    },
  },
  {
    id: 'R-TAG-04',
    step: 'values',
    source: 'api/image_tag_format; hw/tag data format',
    check: (given) => {
      const { keyMax, keyRegex, valueMax, valueRegex } = given.world.profile.tag;
      const wrong = tagsOf(given).find(
        ({ key, value = '' }) =>
          (key !== '' && !new RegExp(keyRegex, 'u').test([...key].slice(0, keyMax).join(''))) ||
          !new RegExp(valueRegex, 'u').test([...value].slice(0, valueMax).join('')),
      );
      return (
        wrong && {
          severity: 'block',
          code: 'IMG.0115',
          facts: { key: wrong.key, value: wrong.value ?? '' },
        }
      );
    },
  },
  {
    id: 'R-TAG-05',
    step: 'confirmation',
    source: 'api/image_tag_format',
    check: ({ world, request: { imageTags = [] } }) => {
      const spaced = imageTags.find(
        ({ key, value }) => key !== key.trim() || value !== value?.trim(),
      );
      if (!spaced || !world.profile.tag.trim) return undefined;
      return { severity: 'info', facts: { key: spaced.key.trim() } };
    },
  },
  {
    id: 'R-TAG-06',
    step: 'shape',
    source: 'api/creating_an_image',
    check: ({ request: { tags = [], imageTags = [] } }) =>
      tags.length > 0 && imageTags.length > 0 ? { severity: 'block', code: 'IMG.0001' } : undefined,
  },
  {
    id: 'R-TAG-07',
    step: 'values',
    source: 'api/adding_or_deleting_image_tags_in_a_batch',
    check: (given) => {
      const keys = tagsOf(given).map(({ key }) => key);
      const twice = keys.find((key, index) => keys.indexOf(key) < index);
      return twice === undefined
        ? undefined
        : { severity: 'block', code: 'IMG.0115', facts: { key: twice } };
    },
  },
];
