import { describe, expect, it } from 'vitest';
import { filtersHeard, withTimes } from '../../src/operations/list-filters.ts';

describe('filters in free words', () => {
  it.each([
    [
      'show me windows images bigger than 40 GB, newest first',
      ['disk>40GB', 'sort=-created', 'os=windows'],
    ],
    ['images with at least 4 GB of RAM', ['ram>=4GB']],
    ['images of at most 1 TB', ['disk<=1TB']],
    ['images smaller than 100GB, largest first', ['disk<100GB', 'sort=-size']],
    ['list the encrypted images', ['encrypted=yes']],
    ['list images that are not encrypted', ['encrypted=no']],
    ['which images are unprotected', ['protected=no']],
    ['show data disk images', ['type=data']],
    ['show the full-ECS images', ['type=full-ecs']],
    ['which images failed', ['status=killed']],
    ['list public ubuntu images', ['show=public', 'os=ubuntu']],
    ['images shared with us', ['show=shared']],
    ['which images are shared with others', ['shared-out=yes']],
    ['arm images sorted by name', ['sort=name', 'arch=arm']],
    ['images tagged stage=test', ['tag=stage=test']],
    ['images made last week', ['created:last week']],
    ['images changed since 2026-11-01', ['updated:since 2026-11-01']],
    ['images with golden in the name', ['name~golden']],
    ['list images with os=linux and disk>40', ['os=linux', 'disk>40']],
    ['list my images', undefined],
  ])('“%s”', (text, filters) => {
    expect(filtersHeard(text).filters).toEqual(filters);
  });
});

describe('a time among the filters', () => {
  const now = Date.parse('2026-11-20T09:30:00.000Z');

  it.each([
    [
      'created:yesterday',
      ['created>=2026-11-19T00:00:00.000Z', 'created<2026-11-20T00:00:00.000Z'],
    ],
    ['created=last week', ['created>=2026-11-13T09:30:00.000Z']],
    ['updated<yesterday', ['updated<2026-11-19T00:00:00.000Z']],
    ['updated>yesterday', ['updated>=2026-11-20T00:00:00.000Z']],
    ['created>=2026-11-01', ['created>=2026-11-01']],
    ['created=whenever', ['created=whenever']],
    ['disk>40', ['disk>40']],
  ])('%s', (filter, bounds) => {
    expect(withTimes(filter, now)).toEqual(bounds);
  });
});
