import type { AskedAboutImage } from '../asked.ts';
import type { Rule } from '../rule.ts';
import { type Tag, tagFrom } from '../tag.ts';
import { aboutOwn, ownersOnly } from './about-own.ts';
import { lengthOf } from './name.ts';
import { judging } from './part.ts';
import { tagRules } from './tags.ts';

/** Give an image tags, each as `key.value`. */
export interface TagImage {
  readonly image: string;
  readonly tags: readonly string[];
}

/** Take tags off an image, named by their keys. */
export interface UntagImage {
  readonly image: string;
  readonly keys: readonly string[];
}

export type TagCase = AskedAboutImage<TagImage>;
export type UntagCase = AskedAboutImage<UntagImage>;

/** Longest key that a removal may name; its characters are not looked at. R-TAGOP-03 */
const longestKey = 127;

const owners = 'umn/managing_tags';

/** The tags an image has after new ones were added: the same key is overwritten. R-TAGOP-01 */
export function tagsAfter(
  before: Readonly<Record<string, string>>,
  added: readonly string[],
): Readonly<Record<string, string>> {
  return { ...before, ...Object.fromEntries(added.map(tagFrom).map(pair)) };
}

function pair({ key, value = '' }: Tag): readonly [string, string] {
  return [key, value];
}

const count: Rule<TagCase> = aboutOwn(
  'R-TAG-01',
  'quota',
  'api/adding_an_image_tag; umn/managing_tags',
  (image, { request, world }) => {
    const { max } = world.profile.tag;
    const after = Object.keys(tagsAfter(image.tags, request.tags)).length;
    return after <= max
      ? undefined
      : { severity: 'block', code: 'IMG.0116', facts: { count: after, max } };
  },
);

/** Rules for adding tags. SPEC 3.1, 3.21 */
export const tagImageRules: readonly Rule<TagCase>[] = [
  ownersOnly('R-TAGOP-05', owners, 'IMG.0047'),
  ...judging(
    tagRules.filter(({ id }) => id !== count.id),
    ({ world, request: { tags } }: TagCase) => ({ world, request: { tags } }),
  ),
  count,
  aboutOwn('R-TAGOP-01', 'confirmation', 'api/adding_an_image_tag', (image, { request }) => {
    const changed = request.tags
      .map(tagFrom)
      .filter(({ key, value }) => Object.hasOwn(image.tags, key) && image.tags[key] !== value)
      .map(({ key }) => key);
    return changed.length === 0
      ? undefined
      : { severity: 'info', facts: { keys: changed.join(', ') } };
  }),
];

/** Rules for taking tags off. SPEC 3.21 */
export const untagImageRules: readonly Rule<UntagCase>[] = [
  ownersOnly('R-TAGOP-05', owners, 'IMG.0047'),
  {
    id: 'R-TAGOP-03',
    step: 'values',
    source: 'api/adding_or_deleting_image_tags_in_a_batch',
    check: ({ request: { keys } }) => {
      const wrong = keys.find((key) => key === '' || lengthOf(key) > longestKey);
      return wrong === undefined
        ? undefined
        : { severity: 'block', code: 'IMG.0115', facts: { key: wrong, max: longestKey } };
    },
  },
  aboutOwn('R-TAGOP-04', 'existence', 'api/deleting_an_image_tag', ({ tags }, { request }) => {
    const [key, ...more] = request.keys;
    if (key === undefined || more.length > 0 || lengthOf(key) > longestKey) return undefined;
    if (Object.hasOwn(tags, key)) return undefined;
    return { severity: 'block', code: 'IMSX.0027', facts: { key } };
  }),
];
