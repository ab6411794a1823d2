import { expect, it } from 'vitest';
import { peopleFrom } from '../../src/access/people.ts';
import type { Unit } from '../../src/images/unit.ts';
import { memoryUnitStore } from '../../src/storage/unit-store.ts';
import { seedUnits } from '../../src/tenancy/seed-units.ts';
import { readingDemo } from './written.ts';

it('knows the people that guides and scripts rely on', async () => {
  const { people, directory } = await readingDemo();
  const known = peopleFrom(people, directory);
  const nameOf = (project: Unit['project']) => directory.project(project)?.name ?? '';
  const rolesOf = (slackId: string) =>
    Object.fromEntries(
      [...(known.byId(slackId)?.roles ?? [])].map(([project, role]) => [nameOf(project), role]),
    );

  expect(rolesOf('U0WEBOP')).toEqual({ 'team-web': 'operator' });
  expect(rolesOf('U0DATOP')).toEqual({ 'team-data': 'operator' });
  expect(rolesOf('U0WEBRO')).toEqual({ 'team-web': 'viewer' });
  expect(rolesOf('U0JDCOP')).toEqual({ 'team-jd': 'operator' });
  expect(rolesOf('U0ADMIN')).toMatchObject({ 'team-web': 'admin' });
  expect(rolesOf('U0ADMIN')).not.toHaveProperty('team-data');
});

it('has projects of every cloud, and the two that share in one region and in two accounts', async () => {
  const { directory, channels } = await readingDemo();
  const project = (name: string) => directory.projects().find((one) => one.name === name);
  const [web, data] = [project('team-web'), project('team-data')];

  expect(new Set(directory.projects().map(({ cloud }) => cloud))).toEqual(
    new Set(['huawei', 'otc', 'jdcloud']),
  );
  expect(data?.region).toBe(web?.region);
  expect(data?.account).not.toBe(web?.account);
  expect([...channels.values()]).toEqual(['C0WEB', 'C0DATA', 'C0JD']);
});

it('has a share that waits and one that was accepted, each in the units of both sides', async () => {
  const { units } = await readingDemo();
  const offers = units.flatMap(({ images, project: owner }) =>
    images.flatMap(({ id, members }) =>
      members.map(({ project, status }) => ({ imageId: id, owner, project, status })),
    ),
  );
  const received = units.flatMap(({ received: theirs, project }) =>
    theirs.map(({ imageId, owner, status }) => ({ imageId, owner, project, status })),
  );

  expect(received).toHaveLength(offers.length);
  expect(received).toEqual(expect.arrayContaining(offers));
  expect(offers.map(({ status }) => status).toSorted()).toEqual(['accepted', 'pending']);
});

it('is put into an empty store once, and completes a store that was seeded by half', async () => {
  const tenancy = await readingDemo();
  const store = memoryUnitStore();
  const [first, second] = tenancy.units;
  if (!first || !second) throw new Error('the demo has too few projects');
  await store.commit(first.project, 0, { ...first, snapshotsUsed: 77 });

  const seeded = await seedUnits(tenancy, store);

  expect(seeded).toHaveLength(tenancy.units.length - 1);
  expect((await store.read(first.project))?.value.snapshotsUsed).toBe(77);
  expect((await store.read(second.project))?.value).toEqual(second);
  expect(await seedUnits(tenancy, store)).toEqual([]);
});
