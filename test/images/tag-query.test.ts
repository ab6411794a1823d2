import { describe, expect, it } from 'vitest';
import { queryByTag, type TagQuery, tagsInUse } from '../../src/images/tag-query.ts';
import { anImage, aUnit, aWorld, imageId } from './builders.ts';

const tagged: readonly Readonly<Record<string, string>>[] = [
  { stage: 'test', team: 'web' },
  { stage: 'live', team: 'web' },
  { stage: 'live' },
  {},
];
const world = aWorld({
  own: aUnit({
    images: [
      ...tagged.map((tags, at) => anImage({ id: imageId(at), name: `image-${at}`, tags })),
      anImage({ id: imageId(9), name: 'gone', status: 'deleted', tags: { stage: 'old' } }),
    ],
  }),
});

function names(query: Partial<TagQuery>): readonly string[] {
  const found = queryByTag(world, { action: 'filter', ...query });
  if ('findings' in found) throw new Error(JSON.stringify(found.findings));
  return found.images.map(({ name }) => name.replace('image-', ''));
}

const stage = { key: 'stage', values: [] };
const live = { key: 'stage', values: ['live'] };
const web = { key: 'team', values: ['web'] };

describe('images by tag (R-TAGQ-02)', () => {
  it.each<[string, Partial<TagQuery>, readonly string[]]>([
    ['any value of a key', { tags: [stage] }, ['0', '1', '2']],
    ['one value', { tags: [live] }, ['1', '2']],
    [
      'one of several values',
      { tags: [{ key: 'stage', values: ['live', 'test'] }] },
      ['0', '1', '2'],
    ],
    ['all of several tags', { tags: [live, web] }, ['1']],
    ['any of several tags', { tagsAny: [live, web] }, ['0', '1', '2']],
    ['not all of several tags', { notTags: [live, web] }, ['0', '2', '3']],
    ['none of several tags', { notTagsAny: [live, web] }, ['3']],
    ['groups together', { tags: [stage], notTagsAny: [web] }, ['2']],
    ['no tag at all, whatever the groups say', { withoutAnyTag: true, tags: [live] }, ['3']],
    ['a part of the name', { matches: [{ key: 'resource_name', value: 'AGE-2' }] }, ['2']],
    ['the ID', { matches: [{ key: 'resource_id', value: imageId(3) }] }, ['3']],
    ['a page', { limit: 2, offset: 1 }, ['1', '2']],
    ['a key that every object has', { tags: [{ key: 'constructor', values: [] }] }, []],
  ])('%s', (_, query, expected) => {
    expect(names(query)).toEqual(expected);
  });

  it('are counted without being shown', () => {
    expect(queryByTag(world, { action: 'count', tags: [live] })).toEqual({ images: [], total: 2 });
  });

  it('come in pages of ten unless asked otherwise', () => {
    const many = aUnit({
      images: Array.from({ length: 12 }, (_, n) => anImage({ id: imageId(n) })),
    });

    expect(queryByTag(aWorld({ own: many }), { action: 'filter' })).toMatchObject({
      total: 12,
      images: { length: 10 },
    });
  });
});

describe('a query that is refused', () => {
  const wanted = (count: number) =>
    Array.from({ length: count }, (_, n) => ({ key: `k${n}`, values: [] }));
  const values = (count: number) => Array.from({ length: count }, (_, n) => `v${n}`);

  it.each<[string, string, Partial<TagQuery>]>([
    ['case 234: 11 keys', 'R-TAGQ-01', { tags: wanted(11) }],
    ['11 keys in another group', 'R-TAGQ-01', { notTagsAny: wanted(11) }],
    ['11 values', 'R-TAGQ-01', { tags: [{ key: 'k', values: values(11) }] }],
    ['a key twice', 'R-TAGQ-01', { tagsAny: [live, stage] }],
    ['a value twice', 'R-TAGQ-01', { tags: [{ key: 'k', values: ['a', 'a'] }] }],
    ['an empty key', 'R-TAGQ-01', { tags: [{ key: '', values: [] }] }],
    ['a long key', 'R-TAGQ-01', { tags: [{ key: 'k'.repeat(129), values: [] }] }],
    ['a long value', 'R-TAGQ-01', { tags: [{ key: 'k', values: ['v'.repeat(256)] }] }],
    ['another action', 'R-TAGQ-03', { action: 'Filter' }],
    ['case 235: limit 1001', 'R-TAGQ-03', { limit: 1001 }],
    ['limit 0', 'R-TAGQ-03', { limit: 0 }],
    ['a limit that is no number', 'R-TAGQ-03', { limit: Number.NaN }],
    ['case 236: offset -1', 'R-TAGQ-03', { offset: -1 }],
    ['pages of a count', 'R-TAGQ-03', { action: 'count', limit: 5 }],
    ['case 308: matching by foo', 'R-TAGQ-04', { matches: [{ key: 'foo', value: 'x' }] }],
    ['matching by nothing', 'R-TAGQ-04', { matches: [{ key: 'resource_name', value: '' }] }],
    [
      'matching twice by the same',
      'R-TAGQ-04',
      { matches: [1, 2].map((n) => ({ key: 'resource_name', value: `${n}` })) },
    ],
  ])('%s by %s', (_, rule, query) => {
    expect(queryByTag(world, { action: 'filter', ...query })).toMatchObject({
      findings: [{ rule, code: 'IMSX.0026', severity: 'block' }],
    });
  });

  it.each<[string, Partial<TagQuery>]>([
    ['10 keys', { tags: wanted(10) }],
    ['10 values', { tags: [{ key: 'k', values: values(10) }] }],
    ['the longest key and value', { tags: [{ key: 'k'.repeat(128), values: ['v'.repeat(255)] }] }],
    ['the largest page', { limit: 1000, offset: 0 }],
  ])('is not one with %s', (_, query) => {
    expect(queryByTag(world, { action: 'filter', ...query })).toHaveProperty('images');
  });
});

it('the tags in use come with their values and how many images bear them', () => {
  expect(tagsInUse(world)).toEqual([
    {
      key: 'stage',
      images: 3,
      values: new Map([
        ['test', 1],
        ['live', 2],
      ]),
    },
    { key: 'team', images: 2, values: new Map([['web', 2]]) },
  ]);
});
