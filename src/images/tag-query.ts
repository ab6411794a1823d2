import type { Finding } from './finding.ts';
import type { Image } from './image.ts';
import { isGone } from './image-states.ts';
import { findings as findingsOf } from './rule.ts';
import { tagQueryRules } from './rules/tag-query.ts';
import type { World } from './world.ts';

/** A tag by its key; with any of the values, or with any value at all where none is named. */
export interface WantedTag {
  readonly key: string;
  readonly values: readonly string[];
}

/** Which images are looked up by their tags. What several groups say holds together. R-TAGQ-01 to 04 */
export interface TagQuery {
  /** `filter` gives images, `count` how many there are. */
  readonly action: string;
  /** Has all of these. */
  readonly tags?: readonly WantedTag[];
  /** Has one of these at least. */
  readonly tagsAny?: readonly WantedTag[];
  /** Has not all of these. */
  readonly notTags?: readonly WantedTag[];
  /** Has none of these. */
  readonly notTagsAny?: readonly WantedTag[];
  /** Has no tag; what the groups say does not count then. */
  readonly withoutAnyTag?: boolean;
  /** `resource_name`: a part of the name; `resource_id`: the ID. */
  readonly matches?: readonly { readonly key: string; readonly value: string }[];
  readonly limit?: number;
  /** Images to leave out, from the first on. */
  readonly offset?: number;
}

export type TaggedImages =
  | { readonly images: readonly Image[]; readonly total: number }
  | { readonly findings: readonly Finding[] };

/** The project's images by their tags, newest first. Pure. R-TAGQ-01 to 05 */
export function queryByTag(world: World, query: TagQuery): TaggedImages {
  const found = findingsOf(tagQueryRules, { world, request: query });
  if (found.length > 0) return { findings: found };
  const all = world.own.images
    .filter((image) => !isGone(image) && fits(image, query) && matches(image, query))
    .toSorted((a, b) => b.createdAt.localeCompare(a.createdAt) || a.id.localeCompare(b.id));
  if (query.action === 'count') return { images: [], total: all.length };
  const { limit = world.profile.limits.tagQuery.limitDefault, offset = 0 } = query;
  return { images: all.slice(offset, offset + limit), total: all.length };
}

function fits({ tags }: Image, query: TagQuery): boolean {
  if (query.withoutAnyTag) return Object.keys(tags).length === 0;
  const has = ({ key, values }: WantedTag) => {
    const value = Object.hasOwn(tags, key) ? tags[key] : undefined;
    return value !== undefined && (values.length === 0 || values.includes(value));
  };
  const { tags: all = [], tagsAny = [], notTags = [], notTagsAny = [] } = query;
  const asks: readonly boolean[] = [
    all.every(has),
    tagsAny.length === 0 || tagsAny.some(has),
    notTags.length === 0 || !notTags.every(has),
    !notTagsAny.some(has),
  ];
  return asks.every(Boolean);
}

function matches({ name, id }: Image, { matches: wanted = [] }: TagQuery): boolean {
  return wanted.every(({ key, value }) =>
    key === 'resource_id' ? id === value : name.toLowerCase().includes(value.toLowerCase()),
  );
}

/** A key in use, with its values and how many images bear each. */
export interface UsedTag {
  readonly key: string;
  readonly values: ReadonlyMap<string, number>;
  readonly images: number;
}

/** Every tag that images of the project bear, by key. Pure. */
export function tagsInUse({ own }: Pick<World, 'own'>): readonly UsedTag[] {
  const used = new Map<string, Map<string, number>>();
  for (const [key, value] of own.images
    .filter((image) => !isGone(image))
    .flatMap(({ tags }) => Object.entries(tags))) {
    const values = used.get(key) ?? new Map<string, number>();
    used.set(key, values.set(value, (values.get(value) ?? 0) + 1));
  }
  return [...used]
    .map(([key, values]) => ({
      key,
      values,
      images: [...values.values()].reduce((sum, count) => sum + count, 0),
    }))
    .toSorted((a, b) => a.key.localeCompare(b.key));
}
