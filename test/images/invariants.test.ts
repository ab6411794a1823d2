import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decide } from '../../src/images/decision.ts';
import { createServer } from '../../src/images/operations/create-server.ts';
import { createSystemImage } from '../../src/images/operations/create-system-image.ts';
import { deleteImage } from '../../src/images/operations/delete-image.ts';
import { operateServer } from '../../src/images/operations/operate-server.ts';
import { shareImage } from '../../src/images/operations/share-image.ts';
import { unshareImage } from '../../src/images/operations/unshare-image.ts';
import { imagesUsed } from '../../src/images/quota.ts';
import { Unit } from '../../src/images/unit.ts';
import type { World } from '../../src/images/world.ts';
import { aCause, aProfile, aServer, aUnit, aWorld, p1, project } from './builders.ts';
import { runJobs, unitOf, units } from './run-job.ts';

const profile = aProfile('huawei', {
  quota: { images: 3 },
  share: { maxMembers: { system: 2 }, autoAccept: true },
});

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
  fc.constantFrom('start', 'stop', 'restart').map(
    (action): Ask =>
      (world, key) =>
        decide(operateServer, world, { server: 's1', action }).carryOut(aCause(key)),
  ),
  fc.constant<Ask>((world) => unitOf(runJobs(units(world.own)), p1)),
);

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
        let own = frozen(aUnit({ servers: [aServer(), aServer({ id: 's2', name: 'web-02' })] }));
        for (const [index, ask] of sequence.entries()) {
          own = frozen(ask(aWorld({ profile, own }), `key-${index}`) ?? own);

          expect(Unit.parse(own)).toEqual(own);
          expect(imagesUsed(own)).toBeLessThanOrEqual(3);
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
