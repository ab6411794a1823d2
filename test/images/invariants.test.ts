import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decide } from '../../src/images/decision.ts';
import { stateOf } from '../../src/images/image-states.ts';
import { imagesOf, makingIn } from '../../src/images/making.ts';
import { createDataImages } from '../../src/images/operations/create-data-images.ts';
import { createFromBackup } from '../../src/images/operations/create-from-backup.ts';
import { createFullImage } from '../../src/images/operations/create-full-image.ts';
import { createServer } from '../../src/images/operations/create-server.ts';
import { createSystemImage } from '../../src/images/operations/create-system-image.ts';
import { deleteImage } from '../../src/images/operations/delete-image.ts';
import { importImage } from '../../src/images/operations/import-image.ts';
import { operateServer } from '../../src/images/operations/operate-server.ts';
import { purgeImage } from '../../src/images/operations/purge-image.ts';
import { restoreImage } from '../../src/images/operations/restore-image.ts';
import { shareImage } from '../../src/images/operations/share-image.ts';
import { unshareImage } from '../../src/images/operations/unshare-image.ts';
import { imagesUsed } from '../../src/images/quota.ts';
import { wholeGb } from '../../src/images/rules/full-vault.ts';
import { Unit } from '../../src/images/unit.ts';
import { emptyBin } from '../../src/images/work/empty-bin.ts';
import type { World } from '../../src/images/world.ts';
import { withData } from './bad-data-images.ts';
import {
  aBackup,
  aBucket,
  aCause,
  aProfile,
  aServer,
  aUnit,
  aVault,
  aWorld,
  p1,
  project,
} from './builders.ts';
import { runJobs, runUntil, unitOf, units } from './run-job.ts';

const profile = aProfile('huawei', {
  quota: { images: 3 },
  share: { maxMembers: { system: 2, data: 2, 'full-ecs': 2 }, autoAccept: true },
});

const lastDay = '2026-11-26T12:00:00.000Z';
const week = '2026-11-27T12:00:00.000Z';

/** A request by any of the operations, about the n-th image there is. */
type Ask = (world: World, key: string) => Unit | undefined;

const image = (world: World, n: number) =>
  world.own.images[n % Math.max(1, world.own.images.length)]?.id ?? 'none';

const target = fc.integer({ min: 10, max: 15 }).map(project);
const asks: fc.Arbitrary<Ask> = fc.oneof(
  fc.string({ maxLength: 140 }).map(
    (name): Ask =>
      (world, key) =>
        decide(createSystemImage, world, { server: 's1', name }).carryOut(aCause(key)),
  ),
  fc.constant<Ask>((world, key) =>
    decide(createSystemImage, world, { server: 's2', name: 'web' }).carryOut(aCause(key)),
  ),
  fc.tuple(fc.nat(5), fc.array(target, { maxLength: 3 })).map(
    ([n, targets]): Ask =>
      (world, key) =>
        decide(shareImage, world, { image: image(world, n), targets }).carryOut(aCause(key)),
  ),
  fc.tuple(fc.nat(5), fc.array(target, { maxLength: 3 })).map(
    ([n, targets]): Ask =>
      (world, key) =>
        decide(unshareImage, world, { image: image(world, n), targets }).carryOut(aCause(key)),
  ),
  fc.nat(5).map(
    (n): Ask =>
      (world, key) =>
        decide(deleteImage, world, { image: image(world, n) }).carryOut(aCause(key)),
  ),
  fc.tuple(fc.nat(5), fc.constantFrom(restoreImage, purgeImage)).map(
    ([n, lifecycle]): Ask =>
      (world, key) =>
        decide(lifecycle, world, { image: image(world, n) }).carryOut(aCause(key)),
  ),
  fc.constantFrom(lastDay, week).map(
    (now): Ask =>
      (world) =>
        emptyBin(world.own, { ...world, now }, (key) => aCause(key).newId),
  ),
  fc.tuple(fc.nat(5), fc.integer({ min: -1, max: 3 }), fc.integer({ min: 0, max: 2000 })).map(
    ([n, count, systemDiskGb]): Ask =>
      (world, key) =>
        decide(createServer, world, {
          image: image(world, n),
          name: 'app',
          az: 'az1',
          ramMb: 2048,
          count,
          systemDiskGb,
        }).carryOut(aCause(key)),
  ),
  fc.constantFrom('s1', 's2').map(
    (server): Ask =>
      (world, key) =>
        decide(createFullImage, world, { server, name: 'full', vaultId: 'v1' }).carryOut(
          aCause(key),
        ),
  ),
  fc.constant<Ask>((world, key) =>
    decide(createDataImages, world, { dataImages: [{ disk: 'data-1', name: 'data' }] }).carryOut(
      aCause(key),
    ),
  ),
  fc.nat(3).map(
    (n): Ask =>
      (world, key) =>
        decide(createFromBackup, world, {
          backup: world.own.backups[n % Math.max(1, world.own.backups.length)]?.id ?? 'none',
          name: 'restored',
          service: 'CBR',
        }).carryOut(aCause(key)),
  ),
  fc.constantFrom(40, 20).map(
    (minDisk): Ask =>
      (world, key) =>
        decide(importImage, world, { file: 'imports:base.qcow2', name: 'file', minDisk }).carryOut(
          aCause(key),
        ),
  ),
  fc.constantFrom('start-transfer', 'snapshot-disks', 'complete-backup', 'transfer').map(
    (breakAt): Ask =>
      (world) =>
        unitOf(runJobs(units(world.own), { breakAt }), p1),
  ),
  fc.constant<Ask>((world) => unitOf(runUntil(units(world.own), 'complete-backup'), p1)),
  fc.constantFrom('start', 'stop', 'restart').map(
    (action): Ask =>
      (world, key) =>
        decide(operateServer, world, { server: 's1', action }).carryOut(aCause(key)),
  ),
  fc.constant<Ask>((world) => unitOf(runJobs(units(world.own)), p1)),
);

/** What no open job needs and nothing finished explains: locks, unfinished images and backups, vault space. */
function leftBehind(own: Unit): readonly string[] {
  const open = makingIn(own);
  const making = new Set(open.flatMap((job) => imagesOf(job)));
  const kept = own.backups.filter(({ vaultId }) => vaultId === 'v1');
  const keptGb = kept.reduce((sum, { disks }) => sum + wholeGb({ disks }), 0);
  const [vault] = own.vaults;
  return [
    ...own.servers
      .filter(({ id, locked }) => locked && !open.some(({ serverId }) => serverId === id))
      .map(({ name }) => `${name} is locked for nothing`),
    ...own.images
      .filter(({ id, status }) => ['queued', 'saving'].includes(status) && !making.has(id))
      .map(({ name }) => `${name} is made by nobody`),
    ...own.images
      .filter((image) => stateOf(image) === 'active-az' && !making.has(image.id))
      .map(({ name }) => `${name} waits for a backup that nobody makes`),
    ...own.backups
      .filter(
        ({ state, usedByImageId }) => state === 'creating' && !making.has(usedByImageId ?? ''),
      )
      .map(({ name }) => `the backup ${name} is made by nobody`),
    ...(vault && vault.usedGb > vault.capacityGb ? ['the vault holds more than fits'] : []),
    ...(vault?.usedGb === keptGb ? [] : [`the vault has ${vault?.usedGb} GB for ${keptGb} GB`]),
  ];
}

function frozen<T>(value: T): T {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value);
    Object.values(value).forEach(frozen);
  }
  return value;
}

describe('whatever is asked, in any order', () => {
  it('limits hold, records stay whole, and nothing handed in is changed', () => {
    fc.assert(
      fc.property(fc.array(asks, { maxLength: 12 }), (sequence) => {
        let own = frozen(
          aUnit({
            servers: [aServer(), withData({}, { id: 's2', name: 'web-02' })],
            vaults: [aVault({ capacityGb: 200 })],
            backups: [aBackup()],
            buckets: [aBucket()],
          }),
        );
        for (const [index, ask] of sequence.entries()) {
          own = frozen(ask(aWorld({ profile, own, binDays: 7 }), `key-${index}`) ?? own);

          expect(Unit.parse(own)).toEqual(own);
          expect(imagesUsed(own)).toBeLessThanOrEqual(3);
          expect(leftBehind(own)).toEqual([]);
          for (const { members, visibility } of own.images) {
            expect(members.length).toBeLessThanOrEqual(2);
            expect(new Set(members.map((member) => member.project)).size).toBe(members.length);
            expect(visibility).toBe(members.length > 0 ? 'shared' : 'private');
          }
        }
      }),
      { numRuns: 150 },
    );
  });

  it('every refusal has a code, and what is not refused can be carried out', () => {
    fc.assert(
      fc.property(
        fc.string(),
        fc.string(),
        fc.array(fc.string(), { maxLength: 3 }),
        (name, description, tags) => {
          const decision = decide(createSystemImage, aWorld(), {
            server: 's1',
            name,
            description,
            tags,
          });
          const codes = decision.findings
            .filter(({ severity }) => severity === 'block')
            .map(({ code }) => code);

          expect(codes).not.toContain(undefined);
          expect(decision.carryOut(aCause()) === undefined).toBe(decision.refused);
        },
      ),
    );
  });
});
