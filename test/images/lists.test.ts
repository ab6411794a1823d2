import { describe, expect, it } from 'vitest';
import type { ImageQuery } from '../../src/images/image-query.ts';
import { listImages } from '../../src/images/list-images.ts';
import { imagesNamed, showImage, visibleImages } from '../../src/images/queries.ts';
import { aMember, anImage, anOffer, aUnit, aWorld, imageId, p1, p2, p3 } from './builders.ts';

const own = aUnit({
  images: [
    anImage({
      id: imageId(1),
      name: 'web',
      createdAt: '2026-01-01T00:00:00.000Z',
      tags: { env: 'prod' },
    }),
    anImage({
      id: imageId(2),
      name: 'Db',
      createdAt: '2026-03-01T00:00:00.000Z',
      minDisk: 80,
      type: 'data',
    }),
    anImage({
      id: imageId(3),
      name: 'app',
      createdAt: '2026-02-01T00:00:00.000Z',
      protected: true,
      members: [aMember(p2, 'pending')],
    }),
    anImage({ id: imageId(4), name: 'gone', status: 'deleted' }),
  ],
  received: [
    anOffer({
      imageId: imageId(5),
      owner: p3,
      name: 'theirs',
      status: 'accepted',
      offeredAt: '2026-04-01T00:00:00.000Z',
    }),
    anOffer({ imageId: imageId(6), owner: p3, name: 'offered', status: 'pending' }),
    anOffer({ imageId: imageId(7), owner: p3, name: 'refused', status: 'rejected' }),
  ],
});
const publicImages = [anImage({ id: imageId(8), name: 'Ubuntu', visibility: 'public', owner: p3 })];
const world = aWorld({ own, publicImages });

function names(query: ImageQuery): readonly string[] {
  const list = listImages(world, query);
  return 'rows' in list ? list.rows.map(({ name }) => name) : [];
}

describe('a list of images', () => {
  it.each<[string, ImageQuery, readonly string[]]>([
    ['own and accepted ones, newest first', {}, ['theirs', 'Db', 'app', 'web']],
    ['own ones', { visibility: 'private' }, ['Db', 'app', 'web']],
    ['accepted ones', { visibility: 'shared' }, ['theirs']],
    ['offers that wait', { visibility: 'shared', memberStatus: 'pending' }, ['offered']],
    ['rejected ones', { visibility: 'shared', memberStatus: 'rejected' }, ['refused']],
    ['public ones', { visibility: 'public' }, ['Ubuntu']],
    ['oldest first', { visibility: 'private', direction: 'asc' }, ['web', 'app', 'Db']],
    ['by name', { visibility: 'private', sort: 'name', direction: 'asc' }, ['Db', 'app', 'web']],
    ['largest first', { visibility: 'private', sort: 'size' }, ['Db', 'web', 'app']],
    ['by exact name', { name: 'web' }, ['web']],
    ['by a part of the name', { nameLike: 'B' }, ['Db', 'web']],
    ['of a type', { type: 'data' }, ['Db']],
    ['protected', { protected: true }, ['app']],
    ['shared out', { visibility: 'private', sharedOut: true }, ['app']],
    ['with a tag', { tags: [{ key: 'env', value: 'prod' }] }, ['web']],
    ['with another value of a tag', { tags: [{ key: 'env', value: 'test' }] }, []],
    ['of a time', { createdAt: { gt: '2026-02-15T00:00:00.000Z' } }, ['theirs', 'Db']],
    ['deleted ones when asked for', { status: 'deleted' }, ['gone']],
  ])('shows %s', (_what, query, expected) => {
    expect(names(query)).toEqual(expected);
  });

  it('goes on after the marker until there is nothing more', () => {
    const first = listImages(world, { limit: 3 });
    const next = 'rows' in first ? first.next : undefined;

    expect(first).toMatchObject({ total: 4, next: imageId(3) });
    expect(listImages(world, next ? { limit: 3, marker: next } : {})).toMatchObject({
      total: 4,
      rows: [{ name: 'web' }],
    });
  });

  it('refuses an unknown filter', () => {
    const list = listImages(world, JSON.parse('{"colour":"blue"}'));

    expect(list).toMatchObject({ findings: [{ rule: 'R-LIST-01', code: 'IMSX.0026' }] });
  });
});

describe('one image', () => {
  it('shows its owner who it is shared with', () => {
    expect(showImage(world, imageId(3))?.members).toHaveLength(1);
  });

  it('shows a recipient its share status and not the other members', () => {
    const theirs = anImage({
      id: imageId(5),
      owner: p3,
      members: [aMember(p1, 'accepted'), aMember(p2, 'accepted')],
    });
    const shown = showImage(
      aWorld({ own, others: [aUnit({ project: p3, images: [theirs] })] }),
      imageId(5),
    );

    expect(shown?.found).toMatchObject({ relation: 'member', share: 'accepted', owner: p3 });
    expect(shown?.members).toEqual([]);
  });

  it('is hidden when its owner no longer shares it', () => {
    const others = [aUnit({ project: p3, images: [anImage({ id: imageId(5), owner: p3 })] })];

    expect(showImage(aWorld({ own, others }), imageId(5))).toBeUndefined();
  });

  it('is hidden from strangers', () => {
    const others = [aUnit({ project: p3, images: [anImage({ id: imageId(9), owner: p3 })] })];

    expect(showImage(aWorld({ own, others }), imageId(9))).toBeUndefined();
  });
});

describe('names', () => {
  it('can mean own, offered and public images, but no deleted ones', () => {
    expect(visibleImages(world).map(({ name }) => name)).toEqual([
      'web',
      'Db',
      'app',
      'theirs',
      'offered',
      'refused',
      'Ubuntu',
    ]);
  });

  it.each([
    ['Db', ['Db']],
    ['db', ['Db']],
    [imageId(1), ['web']],
    ['nothing', []],
  ])('%s means %j', (name, expected) => {
    expect(imagesNamed(world, name).map((found) => found.name)).toEqual(expected);
  });

  it('that fit exactly come before names that differ in case', () => {
    const twins = aUnit({
      images: [anImage({ name: 'web' }), anImage({ id: imageId(2), name: 'WEB' })],
    });

    expect(imagesNamed(aWorld({ own: twins }), 'web').map(({ id }) => id)).toEqual([imageId(1)]);
  });
});
