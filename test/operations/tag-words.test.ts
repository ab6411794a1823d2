import { describe, expect, it } from 'vitest';
import { tagQueryOf, tagsHeard } from '../../src/operations/tag-words.ts';

describe('tags in free words', () => {
  it.each([
    ['which images are tagged stage=test?', ['all:stage=test']],
    ['images with the tags stage = test and team', ['all:stage=test', 'all:team']],
    ['images tagged with x or y', ['any:x', 'any:y']],
    ['images tagged x but not y', ['all:x', 'none:y']],
    ['list images without the tag old', ['none:old']],
    ['untagged images', ['untagged']],
    ['which images have no tags?', ['untagged']],
    ['which images are not tagged at all', ['untagged']],
    ['how many images have the tag x', ['all:x', 'count']],
    ['find images by tag', undefined],
  ])('“%s”', (text, tags) => {
    expect(tagsHeard(text).tags).toEqual(tags);
  });
});

it('pieces make a query', () => {
  const pieces = [
    'all:a=1|2',
    'any:b',
    'not-all:c',
    'none:d:x',
    'name~web',
    'id~1',
    'limit=5',
    'offset=2',
  ];

  expect(tagQueryOf([...pieces, 'count', 'untagged'])).toEqual({
    action: 'count',
    tags: [{ key: 'a', values: ['1', '2'] }],
    tagsAny: [{ key: 'b', values: [] }],
    notTags: [{ key: 'c', values: [] }],
    notTagsAny: [{ key: 'd', values: ['x'] }],
    withoutAnyTag: true,
    matches: [
      { key: 'resource_name', value: 'web' },
      { key: 'resource_id', value: '1' },
    ],
    limit: 5,
    offset: 2,
  });
});
