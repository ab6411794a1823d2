import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ImageId, ProjectId } from '../../src/images/ids.ts';
import { isGone } from '../../src/images/image-states.ts';
import { makesImages } from '../../src/images/making.ts';
import { imagesUsed } from '../../src/images/quota.ts';
import { Unit } from '../../src/images/unit.ts';
import { agency } from '../images/bad-cross-copies.ts';
import {
  aBucket,
  aMember,
  anImage,
  anOffer,
  aProfile,
  aServer,
  at,
  aUnit,
  aVault,
  imageId,
  overseas,
  p2,
  p3,
  sister,
} from '../images/builders.ts';
import { aFolder } from '../storage/a-state-dir.ts';
import { type AnyRequest, anyRequest } from './any-request.ts';
import { inFiles, inMemory, severalLives } from './several-lives.ts';

/** The same sequences each time, so that nothing lands or fails by chance; GOLDIE_SEED looks at others. */
const chance = Number(process.env.GOLDIE_SEED ?? 1);
const until = '2026-11-27T12:00:00.000Z';
const most = { images: 5, members: 2, copies: 1, making: 2 };
const profile = aProfile('huawei', {
  quota: { images: most.images, concurrentCreate: most.making },
  share: { maxMembers: { system: most.members, data: most.members, 'full-ecs': most.members } },
  copy: { concurrent: most.copies },
});

const seed: readonly Unit[] = [
  aUnit({
    images: [
      anImage({
        visibility: 'shared',
        members: [aMember(p2, 'accepted'), aMember(p3, 'pending'), aMember(sister, 'rejected')],
      }),
      anImage({ id: imageId(2), name: 'db-golden', tags: { k: 'v' } }),
      anImage({
        id: imageId(4),
        name: 'old',
        bin: { by: 'U1', at, until, origin: { person: 'U1' } },
      }),
    ],
    servers: [aServer(), aServer({ id: 's2', name: 'web-02', state: 'stopped' })],
    vaults: [aVault({ capacityGb: 100 })],
    buckets: [aBucket()],
    agencies: [agency],
  }),
  aUnit({
    project: p2,
    images: [anImage({ id: imageId(3), name: 'theirs', owner: p2 })],
    received: [anOffer({ status: 'accepted' })],
    servers: [
      aServer({ projectId: p2 }),
      aServer({ id: 's2', name: 'web-02', projectId: p2, state: 'stopped' }),
    ],
    vaults: [aVault()],
    buckets: [aBucket()],
  }),
  aUnit({ project: p3, received: [anOffer()] }),
  aUnit({ project: sister, received: [anOffer({ status: 'rejected' })] }),
  aUnit({ project: overseas, region: 'r2' }),
];

type Step =
  | { readonly kind: 'ask'; readonly request: AnyRequest; readonly twice: boolean }
  | { readonly kind: 'wait'; readonly seconds: number }
  | { readonly kind: 'die'; readonly write: number; readonly written: boolean };

const day = 24 * 60 * 60;
const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 12,
    arbitrary: fc.record({
      kind: fc.constant('ask' as const),
      request: anyRequest(),
      twice: fc.boolean(),
    }),
  },
  {
    weight: 4,
    arbitrary: fc.record({
      kind: fc.constant('wait' as const),
      seconds: fc.constantFrom(1, 30, 120, 600, 3600, 6 * day, 8 * day),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      kind: fc.constant('die' as const),
      write: fc.integer({ min: 1, max: 4 }),
      written: fc.boolean(),
    }),
  },
);

/** A sequence in words, for whoever has to read why it failed. */
function told(steps: readonly Step[]): string {
  return steps
    .map((one) => {
      if (one.kind === 'ask') return one.twice ? `${one.request.says} (twice)` : one.request.says;
      return one.kind === 'wait'
        ? `wait ${one.seconds} s`
        : `die ${one.written ? 'after' : 'before'} write ${one.write}`;
    })
    .join('; ');
}

const sequences = fc
  .array(step, { minLength: 6, maxLength: 18 })
  .map((steps) => Object.assign(steps, { [fc.toStringMethod]: () => told(steps) }));

describe('several projects, in any order, whenever the process dies', () => {
  it.each([
    ['in memory', 80, async () => inMemory()],
    ['in files', 20, async () => inFiles(await aFolder())],
  ] as const)(
    'limits hold, nobody uses what they may not, and all work ends: %s',
    {
      timeout: 90_000,
    },
    async (_where, numRuns, home) => {
      await fc.assert(
        fc.asyncProperty(sequences, async (steps) => {
          const place = await home();
          const lives = await severalLives(place, profile, seed);
          try {
            for (const [index, one] of steps.entries()) {
              if (one.kind === 'die') lives.dieAt(one);
              else if (one.kind === 'wait') await lives.later(one.seconds);
              else await ask(lives, one, `click-${index}`);
              expect(problemsIn(await lives.all())).toEqual([]);
            }
            await lives.settle();
            const ended = await lives.all();
            expect([...problemsIn(ended), ...leftIn(ended)]).toEqual([]);
          } finally {
            await place.close();
          }
        }),
        { seed: chance, numRuns, interruptAfterTimeLimit: 60_000, verbose: 1 },
      );
    },
  );
});

type Lives = Awaited<ReturnType<typeof severalLives>>;

async function ask(lives: Lives, { request, twice }: Extract<Step, { kind: 'ask' }>, key: string) {
  const before = await lives.all();
  const own = unitOf(before, request.project);
  const used = request.uses?.(own);
  let done = false;
  await lives.attempt(async (cloud) => {
    const outcomes = await request.carryOut({ cloud, own, key });
    done = outcomes.some(({ kind }) => kind === 'done');
  });
  if (done && used !== undefined) expect(mayUse(before, request.project, used)).toBe(true);
  if (!twice) return;
  const once = await lives.all();
  await lives.attempt((cloud) => request.carryOut({ cloud, own, key }));
  expect(await lives.all()).toEqual(once);
}

function unitOf(units: readonly Unit[], project: ProjectId): Unit {
  return units.find((unit) => unit.project === project) ?? aUnit({ project });
}

/** Is it their own, or did its owner offer it and they accept; and is it there? Read from the owners' records alone. */
function mayUse(units: readonly Unit[], project: ProjectId, id: ImageId): boolean {
  const image = units.flatMap(({ images }) => images).find((one) => one.id === id);
  if (image?.status !== 'active' || isGone(image)) return false;
  return (
    image.owner === project ||
    image.members.some((member) => member.project === project && member.status === 'accepted')
  );
}

/** What must never be so, not even while work goes on. */
function problemsIn(units: readonly Unit[]): readonly string[] {
  return units.flatMap((unit) => {
    const { project, images, jobs, audit, notices, vaults } = unit;
    const running = jobs.filter(({ endedAt, inLine }) => endedAt === undefined && !inLine);
    const copying = running.filter(({ type }) => type === 'imsCopyImageInRegionJob').length;
    const making = running.filter(({ type }) => makesImages(type)).length;
    const ids = [images, jobs, audit, notices].map((all) => all.map(({ id }) => id));
    return [
      ...(JSON.stringify(Unit.parse(unit)) === JSON.stringify(unit) ? [] : ['is not whole']),
      ...(imagesUsed(unit) > most.images ? [`has ${imagesUsed(unit)} images`] : []),
      ...(copying > most.copies ? [`copies ${copying} at once`] : []),
      ...(making > most.making ? [`makes ${making} at once`] : []),
      ...ids.flatMap((all) => (new Set(all).size === all.length ? [] : [`doubles in ${all}`])),
      ...vaults
        .filter(({ usedGb, capacityGb }) => usedGb > capacityGb)
        .map(({ name }) => `${name} holds more than fits`),
      ...images.flatMap(({ name, members, owner, ...image }) => {
        const accepted = members.filter(({ status }) => status === 'accepted').length;
        const projects = new Set(members.map((member) => member.project));
        return [
          ...(accepted > most.members ? [`${name} has ${accepted} members`] : []),
          ...(projects.size < members.length ? [`${name} has a member twice`] : []),
          ...(projects.has(owner) ? [`${name} is shared with its owner`] : []),
          ...(members.length > 0 && isGone(image) ? [`${name} is gone and shared`] : []),
        ];
      }),
    ].map((problem) => `${project.slice(-3)}: ${problem}`);
  });
}

/** What must not be left when all work has ended. */
function leftIn(units: readonly Unit[]): readonly string[] {
  const offers = units.flatMap(({ project, received }) =>
    received.map(({ owner, imageId: id, status }) => `${owner} ${id} ${project} ${status}`),
  );
  const shares = units.flatMap(({ images }) =>
    images.flatMap(({ owner, id, members }) =>
      members.map(({ project, status }) => `${owner} ${id} ${project} ${status}`),
    ),
  );
  return [
    ...offers.filter((one) => !shares.includes(one)).map((one) => `no share for the offer ${one}`),
    ...shares.filter((one) => !offers.includes(one)).map((one) => `no offer for the share ${one}`),
    ...units.flatMap(({ project, jobs, servers, images, backups }) =>
      [
        ...jobs
          .filter(({ steps }) => steps.some(({ state }) => state === 'waiting'))
          .map(({ type }) => `${type} has steps that wait`),
        ...servers
          .filter(({ locked, task, state }) => locked || task || !/^(running|stopped)$/.test(state))
          .map(({ name, state }) => `${name} is not free (${state})`),
        ...images
          .filter(({ status }) => ['queued', 'saving'].includes(status))
          .map(({ name, status }) => `${name} is ${status}`),
        ...images
          .filter(
            (image) =>
              image.limitedToAz !== undefined && !isGone(image) && image.status === 'active',
          )
          .map(({ name }) => `${name} is limited to a zone`),
        ...backups
          .filter(({ state }) => state === 'creating')
          .map(({ name }) => `the backup ${name} is being made`),
      ].map((problem) => `${project.slice(-3)}: ${problem}`),
    ),
  ];
}
