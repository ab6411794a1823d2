import { describe, expect, it } from 'vitest';
import { decide } from '../../src/images/decision.ts';
import { createDisk } from '../../src/images/operations/create-disk.ts';
import { createServer } from '../../src/images/operations/create-server.ts';
import { deleteImage } from '../../src/images/operations/delete-image.ts';
import { purgeImage } from '../../src/images/operations/purge-image.ts';
import type { Unit } from '../../src/images/unit.ts';
import {
  aCause,
  aDisk,
  aJob,
  aMember,
  anImage,
  aServer,
  at,
  aUnit,
  aWorld,
  carriedOut,
  imageId,
  later,
  p2,
} from './builders.ts';

const image = imageId(1);
const originImage = { id: image, kind: 'private' } as const;

/** What the rules about dependents say of deleting the image, by rule. */
function said(own: Unit, others: readonly Unit[] = []) {
  const { findings } = decide(deleteImage, aWorld({ own, others, binDays: 7 }), { image });
  return Object.fromEntries(
    findings
      .filter(({ rule }) => rule.startsWith('R-DEP'))
      .map(({ rule, severity, facts, grave }) => [rule, { severity, facts, grave }]),
  );
}

function asksTwice(own: Unit): boolean {
  const { findings } = decide(deleteImage, aWorld({ own, binDays: 7 }), { image });
  return findings.some(({ grave }) => grave);
}

describe('before an image is deleted', () => {
  it('nothing is said of an image that nobody uses, and it is asked once', () => {
    const own = aUnit({ images: [anImage()] });

    expect(said(own)).toEqual({});
    expect(asksTwice(own)).toBe(false);
  });

  it('its servers are named, a few of many, and those that run are counted', () => {
    const servers = ['a', 'b', 'c', 'd'].map((name, n) =>
      aServer({ id: name, name, originImage, state: n === 0 ? 'running' : 'stopped' }),
    );
    const own = aUnit({ images: [anImage()], servers: [...servers, aServer({ id: 'other' })] });

    expect(said(own)['R-DEP-01']).toMatchObject({
      severity: 'confirm',
      facts: { count: 4, running: 1, names: 'a, b, c, …' },
    });
    expect(asksTwice(own)).toBe(true);
  });

  it('servers of recipients are counted and not named', () => {
    const own = aUnit({ images: [anImage({ members: [aMember(p2, 'accepted')] })] });
    const theirs = ['x', 'y'].map((name) => aServer({ id: name, name, originImage }));
    const found = said(own, [aUnit({ project: p2, servers: theirs })]);

    expect(found['R-DEP-02']).toMatchObject({ facts: { count: 2, projects: 1 } });
    expect(JSON.stringify(found)).not.toContain('"x');
  });

  it('disks count, of servers and of none', () => {
    const own = aUnit({
      images: [anImage({ type: 'data' })],
      disks: [aDisk({ fromImage: image }), aDisk({ id: 'free' })],
      servers: [aServer({ disks: [aDisk(), aDisk({ role: 'data', fromImage: image })] })],
    });

    expect(said(own)['R-DEP-03']).toMatchObject({ facts: { count: 2 } });
  });

  it('running jobs count, ended ones do not', () => {
    const jobs = [
      aJob({ imageId: image }),
      aJob({ id: 'copy', imageId: imageId(2), facts: { sourceId: image } }),
      aJob({ id: 'over', imageId: image, status: 'SUCCESS' }),
    ];

    expect(said(aUnit({ images: [anImage()], jobs }))['R-DEP-04']).toMatchObject({
      severity: 'warn',
      facts: { count: 2 },
    });
  });

  it('copies that are still there are said to stay', () => {
    const origin = { kind: 'copy', refId: image } as const;
    const copies = [
      anImage({ id: imageId(2), origin }),
      anImage({ id: imageId(3), origin, status: 'deleted' }),
    ];

    expect(said(aUnit({ images: [anImage(), ...copies] }))['R-DEP-05']).toMatchObject({
      severity: 'info',
      facts: { copies: 1, exports: 0 },
    });
  });

  it.each([
    ['a server made of it', { servers: [aServer({ originImage, createdAt: later })] }],
    ['an answered share', { members: [aMember(p2, 'accepted', { updatedAt: later })] }],
    ['a use that was noted', { lastUsedAt: later }],
  ])('its last use is known from %s', (_what, { servers = [], ...changed }: Used) => {
    const own = aUnit({ images: [anImage(changed)], servers });

    expect(said(own)['R-DEP-06']).toMatchObject({ facts: { usedAt: later } });
  });

  it('what depends on it is said again before it is purged', () => {
    const own = aUnit({ images: [anImage()], servers: [aServer({ originImage })] });
    const binned = carriedOut(deleteImage, aWorld({ own, binDays: 7 }), { image });
    const { findings } = decide(purgeImage, aWorld({ own: binned }), { image });

    expect(findings.map(({ rule }) => rule)).toEqual(
      expect.arrayContaining(['R-DEL-07', 'R-DEP-01']),
    );
  });
});

interface Used {
  readonly servers?: readonly ReturnType<typeof aServer>[];
  readonly members?: readonly ReturnType<typeof aMember>[];
  readonly lastUsedAt?: string;
}

it('a use is noted with what was made, and what a disk was made of', () => {
  const own = aUnit({ images: [anImage(), anImage({ id: imageId(2), type: 'data' })] });
  const order = { image, name: 'app', az: 'az1', ramMb: 4096, count: 1 };
  const dataDisks = [{ sizeGb: 40, fromImage: imageId(2) }];
  const after = carriedOut(createServer, aWorld({ own }), { ...order, dataDisks });
  const disk = carriedOut(
    createDisk,
    aWorld({ own }),
    { image: imageId(2), sizeGb: 40 },
    aCause('d'),
  );

  expect(after.images.map(({ lastUsedAt }) => lastUsedAt)).toEqual([at, at]);
  expect(after.servers[0]?.disks.map(({ fromImage }) => fromImage)).toEqual([
    undefined,
    imageId(2),
  ]);
  expect(disk.images.map(({ lastUsedAt }) => lastUsedAt)).toEqual([undefined, at]);
  expect(disk.disks[0]?.fromImage).toBe(imageId(2));
});
