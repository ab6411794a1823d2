import { describe, expect, it } from 'vitest';
import type { ImageQuery } from '../../src/images/image-query.ts';
import { queryFrom } from '../../src/images/list-filters.ts';
import { listImages } from '../../src/images/list-images.ts';
import { aMember, anImage, anOffer, at, aUnit, aWorld, imageId, p1, p2 } from './builders.ts';

const { directory } = aWorld();

describe('filters in writing', () => {
  it.each<[string, ImageQuery]>([
    ['type=Full-ECS', { type: 'full-ecs' }],
    ['imagetype=iso', { type: 'iso' }],
    ['show=all', { visibility: 'all' }],
    ['share=pending', { memberStatus: 'pending', visibility: 'shared' }],
    ['status=killed', { status: 'killed' }],
    ['os=windows', { osType: 'Windows' }],
    ['os=CentOS 7.9', { platform: 'CentOS 7.9' }],
    ['__os_bit=32', { osBit: '32' }],
    ['arch=arm', { architecture: 'arm' }],
    ['target=bms', { target: 'bms' }],
    ['name=web', { name: 'web' }],
    ['name~web', { nameLike: 'web' }],
    ['id=x', { id: 'x' }],
    [`owner=${p2}`, { owner: p2 }],
    ['disk=40', { minDisk: { eq: 40 } }],
    ['disk>40GB', { minDisk: { gt: 40 } }],
    ['disk<=1 TB', { minDisk: { lte: 1024 } }],
    ['ram>=4GB', { minRam: { gte: 4096 } }],
    ['ram<512', { minRam: { lt: 512 } }],
    ['ram<512MB', { minRam: { lt: 512 } }],
    ['tag=env', { tags: [{ key: 'env' }] }],
    ['tag=env.prod.eu', { tags: [{ key: 'env', value: 'prod.eu' }] }],
    ['tag:env=prod', { tags: [{ key: 'env', value: 'prod' }] }],
    ['key=k1', { keyId: 'k1' }],
    ['enterprise=0', { enterpriseProjectId: '0' }],
    ['protected=yes', { protected: true }],
    ['encrypted=off', { encrypted: false }],
    ['shared-out=no', { sharedOut: false }],
    ['format=iso', { diskFormat: 'iso' }],
    ['sort=-size', { sort: 'size', direction: 'desc' }],
    ['sort=name', { sort: 'name', direction: 'asc' }],
    ['direction=desc', { direction: 'desc' }],
    ['limit=20', { limit: 20 }],
    ['marker=x', { marker: 'x' }],
    [
      'created=2026-11-01',
      { createdAt: { gte: '2026-11-01T00:00:00.000Z', lt: '2026-11-02T00:00:00.000Z' } },
    ],
    ['created>2026-11-01', { createdAt: { gte: '2026-11-02T00:00:00.000Z' } }],
    ['created<=2026-11-01', { createdAt: { lt: '2026-11-02T00:00:00.000Z' } }],
    ['created!=2026-11-01', { createdAt: { neq: '2026-11-01' } }],
    ['updated>2026-11-01T10:00:00Z', { updatedAt: { gt: '2026-11-01T10:00:00.000Z' } }],
  ])('%s is understood', (written, query) => {
    expect(queryFrom([written], directory)).toEqual({ query });
  });

  it('narrow the same thing from both sides', () => {
    const written = ['disk>40', 'disk<100', 'tag=a', 'tag=b', 'name=x', 'name=y'];

    expect(queryFrom(written, directory)).toEqual({
      query: { minDisk: { gt: 40, lt: 100 }, tags: [{ key: 'a' }, { key: 'b' }], name: 'y' },
    });
  });

  it.each([
    ['colour=blue', 'R-LIST-01', /^type, show, share,/],
    ['nonsense', 'R-LIST-01', /^type, show, share,/],
    ['type=car', 'R-LIST-01', /^type=system, type=data,/],
    ['type>system', 'R-LIST-01', /^type=system/],
    ['disk=big', 'R-LIST-01', /disk>40/],
    ['disk!=40', 'R-LIST-01', /disk>40/],
    ['created=yesterday', 'R-LIST-01', /created=2026/],
    ['created=2026-13-45', 'R-LIST-01', /created=2026/],
    ['owner=nobody', 'R-LIST-01', /owner=PROJECT/],
    ['limit=0', 'R-LIST-01', /limit=20/],
    ['disk', 'R-LIST-01', /disk>40/],
    ['name=', 'R-LIST-01', /name~web/],
    ['sort=', 'R-LIST-03', /sort=name/],
    ['sort=foo', 'R-LIST-03', /sort=created_at, sort=-created_at/],
    ['sort=constructor', 'R-LIST-03', /sort=name/],
  ])('%s is refused with what could be written', (written, rule, known) => {
    expect(queryFrom([written], directory)).toMatchObject({
      findings: [
        {
          rule,
          code: 'IMSX.0026',
          severity: 'block',
          facts: { parameter: written, known: expect.stringMatching(known) },
        },
      ],
    });
  });

  it('are refused one by one, so that all can be put right at once', () => {
    expect(queryFrom(['a=1', 'type=data', 'b=2'], directory)).toMatchObject({
      findings: [{ facts: { parameter: 'a=1' } }, { facts: { parameter: 'b=2' } }],
    });
  });

  it('a share status beside images that have none is refused (case 237)', () => {
    const asked = queryFrom(['share=pending', 'show=private'], directory);

    expect(asked).toHaveProperty('query');
    expect('query' in asked && listImages(aWorld(), asked.query)).toMatchObject({
      findings: [{ rule: 'R-LIST-01', facts: { known: 'visibility=shared' } }],
    });
  });
});

describe('a list narrowed', () => {
  const own = aUnit({
    images: [
      anImage({ id: imageId(1), name: 'web', minDisk: 40, minRam: 1024, osType: 'Windows' }),
      anImage({ id: imageId(2), name: 'db', minDisk: 100, minRam: 4096, architecture: 'arm' }),
      anImage({
        id: imageId(3),
        name: 'old',
        minDisk: 200,
        updatedAt: '2025-01-01T00:00:00.000Z',
        osVersion: 'CentOS 7.9 64bit',
        enterpriseProjectId: 'ep',
      }),
    ],
    received: [anOffer({ imageId: imageId(5), owner: p2, name: 'theirs', status: 'accepted' })],
  });
  const theirs = anImage({
    id: imageId(5),
    owner: p2,
    name: 'theirs',
    tags: { team: 'data' },
    members: [aMember(p1, 'accepted')],
  });
  const publicImages = [anImage({ id: imageId(8), name: 'Ubuntu', visibility: 'public' })];
  const world = aWorld({
    own,
    publicImages,
    others: [aUnit({ project: p2, images: [theirs] })],
  });

  it.each<[string, ImageQuery, readonly string[]]>([
    ['by size', { minDisk: { gt: 40, lte: 100 } }, ['db']],
    ['by exact size', { minDisk: { eq: 200 } }, ['old']],
    ['by memory', { minRam: { gte: 4096 } }, ['db']],
    ['by architecture', { architecture: 'arm' }, ['db']],
    ['by enterprise project', { enterpriseProjectId: 'ep' }, ['old']],
    ['by a part of the system', { platform: 'centos' }, ['old']],
    ['by the last change', { updatedAt: { lt: '2026-01-01T00:00:00.000Z' } }, ['old']],
    ['by leaving out a day', { updatedAt: { neq: '2025-01-01' }, name: 'old' }, []],
    ['by words', { words: ['windows'] }, ['web']],
    ['by owner', { owner: p2 }, ['theirs']],
    ['by tags that its owner gave it', { tags: [{ key: 'team', value: 'data' }] }, ['theirs']],
    [
      'to everything there is',
      { visibility: 'all', sort: 'name' },
      ['web', 'theirs', 'old', 'db', 'Ubuntu'],
    ],
  ])('%s', (_, query, names) => {
    const list = listImages(world, query);

    expect('rows' in list && list.rows.map(({ name }) => name)).toEqual(names);
  });

  it('leaves out what lies in the recycle bin, whatever is asked for', () => {
    const bin = { at, by: 'U1', until: at, origin: { person: 'U1' } };
    const binned = aUnit({ images: [anImage({ id: imageId(1), bin })] });

    for (const query of [{}, { status: 'active' } as const])
      expect(listImages(aWorld({ own: binned }), query)).toMatchObject({ total: 0 });
  });

  it('believes no record of an owner who does not share the image', () => {
    const others = [aUnit({ project: p2, images: [{ ...theirs, members: [] }] })];
    const list = listImages(aWorld({ own, others }), { tags: [{ key: 'team' }] });

    expect(list).toMatchObject({ total: 0 });
  });
});
