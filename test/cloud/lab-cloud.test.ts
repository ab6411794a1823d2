import { expect, it } from 'vitest';
import { idsFor } from '../../src/cloud/ids.ts';
import { labCloud } from '../../src/cloud/lab-cloud.ts';
import { decide } from '../../src/images/decision.ts';
import { ProjectId } from '../../src/images/ids.ts';
import { acceptShare } from '../../src/images/operations/answer-share.ts';
import { shareImage } from '../../src/images/operations/share-image.ts';
import type { Action, Caller } from '../../src/images/world.ts';
import { openStateDir } from '../../src/storage/state-dir.ts';
import {
  type ArchivingUnitStore,
  lowdbUnitStore,
  memoryUnitStore,
} from '../../src/storage/unit-store.ts';
import type { Tenancy } from '../../src/tenancy/read-tenancy.ts';
import { seedUnits } from '../../src/tenancy/seed-units.ts';
import { aChat, aRunner, aTime } from '../jobs/a-runner.ts';
import { aFolder } from '../storage/a-state-dir.ts';
import { readingDemo } from '../tenancy/written.ts';

const anybody = ProjectId.parse('e'.repeat(32));
const minute = 60_000;

it('shows a caller their own unit, the units they name, and the limits of their cloud', async () => {
  const { lab, project, time } = await aDemo(memoryUnitStore());
  const [web, data, jd] = [project('team-web'), project('team-data'), project('team-jd')];

  const { world, version } = await lab.look(callerIn(web), [data, data, web, anybody]);

  expect(version).toBe(1);
  expect(world.own.project).toBe(web);
  expect([...world.others.keys()]).toEqual([data]);
  expect(world.now).toBe(new Date(time.clock()).toISOString());
  expect(world.profile.id).toBe('huawei');
  expect(lab.profileOf(jd).id).toBe('jdcloud');
});

it('shows an empty unit, at version 0, of a project that has none yet', async () => {
  const { lab, project, units } = await aDemo(memoryUnitStore(), false);
  const web = project('team-web');

  const { world, version } = await lab.look(callerIn(web));

  expect(version).toBe(0);
  expect(world.own).toMatchObject({ project: web, region: 'eu-de', images: [] });
  expect(await lab.commit(web, version, world.own)).toBe(true);
  expect((await units.read(web))?.version).toBe(1);
});

it('knows no project that is not in the tenancy', async () => {
  const { lab } = await aDemo(memoryUnitStore());

  await expect(lab.look(callerIn(anybody))).rejects.toThrow(anybody);
});

it.each([
  ['holds work in line for which there is no room', {}, 'wait'],
  ['refuses it where it is told to', { whenFull: 'refuse' } as const, 'refuse'],
])('%s', async (_what, told, whenFull) => {
  const tenancy = await readingDemo();
  const units = memoryUnitStore();
  const lab = labCloud({ ...tenancy, units, clock: aTime().clock, timeScale: 60, ...told });

  const { world } = await lab.look(callerIn(projectOf(tenancy)('team-web')));

  expect(world.whenFull).toBe(whenFull);
});

it('tells its listeners of what was committed, and of nothing that was refused', async () => {
  const { lab, project } = await aDemo(memoryUnitStore());
  const web = project('team-web');
  const told: ProjectId[] = [];
  lab.onCommit((id) => told.push(id));

  const { world, version } = await lab.look(callerIn(web));
  await lab.commit(web, version, world.own);
  await lab.commit(web, version, world.own);

  expect(told).toEqual([web]);
});

it('brings an offer to the recipient and the answer back to where it was asked for, over restarts', async () => {
  const folder = await aFolder();
  const chat = aChat();
  const time = aTime();
  const tenancy = await readingDemo();
  const project = projectOf(tenancy);
  const [web, data] = [project('team-web'), project('team-data')];

  await inALife(async ({ lab, runner }) => {
    const { world, version } = await lab.look(callerIn(web), [data]);
    const golden = world.own.images.find(({ name }) => name === 'web-golden');
    const request = { image: golden?.id ?? '', targets: [data] };
    const next = decide(shareImage, world, request).carryOut(causeOf('share', 'C0WEB'));
    if (!next) throw new Error('the share was refused');
    await lab.commit(web, version, next);
    await runner.idle();
  });
  await inALife(async ({ lab, runner }) => {
    await runner.pass(1 * minute);
    const { world, version } = await lab.look(callerIn(data), [web]);
    const [offer] = world.own.received;
    expect(offer?.status).toBe('pending');
    const request = { image: offer?.imageId ?? '', owner: web };
    const next = decide(acceptShare, world, request).carryOut(causeOf('accept', 'C0DATA'));
    if (!next) throw new Error('the answer was refused');
    await lab.commit(data, version, next);
    await runner.idle();
  });
  await inALife(async ({ lab, runner }) => {
    await runner.pass(1 * minute);
    const { world } = await lab.look(callerIn(web), [data]);
    const golden = world.own.images.find(({ name }) => name === 'web-golden');
    expect(golden?.members).toMatchObject([{ project: data, status: 'accepted' }]);
    expect(world.others.get(data)?.received).toMatchObject([{ status: 'accepted' }]);
    expect([...world.own.notices, ...(world.others.get(data)?.notices ?? [])]).toEqual([]);
  });

  const kinds = chat.posted.map(({ kind }) => kind).toSorted();
  expect(kinds).toEqual(['job.finished', 'job.finished', 'share.accepted', 'share.offered']);
  expect(chat.posted.find(({ kind }) => kind === 'share.accepted')?.to).toEqual({
    channel: 'C0WEB',
  });

  /** One life of the process: everything is opened, used and closed again. */
  async function inALife(
    live: (parts: {
      lab: ReturnType<typeof labCloud>;
      runner: ReturnType<typeof aRunner>;
    }) => Promise<void>,
  ) {
    const dir = await openStateDir(folder);
    const units = await lowdbUnitStore(dir, time.clock);
    await seedUnits(tenancy, units);
    const lab = labCloud({ ...tenancy, units, clock: time.clock, timeScale: 1 });
    const runner = aRunner(units, lab, chat, time);
    lab.onCommit((id) => runner.touched(id));
    await runner.start();
    await runner.idle();
    await live({ lab, runner });
    await runner.stop();
    await dir.close();
  }
});

async function aDemo(units: ArchivingUnitStore, seeded = true) {
  const tenancy = await readingDemo();
  const time = aTime();
  if (seeded) await seedUnits(tenancy, units);
  const lab = labCloud({ ...tenancy, units, clock: time.clock, timeScale: 60 });
  return { lab, units, time, project: projectOf(tenancy) };
}

function projectOf({ directory }: Tenancy) {
  return (name: string): ProjectId => {
    const found = directory.projects().find((one) => one.name === name);
    if (!found) throw new Error(`the demo has no project ${name}`);
    return found.id;
  };
}

function callerIn(project: ProjectId): Caller {
  const actions: readonly Action[] = ['ims:images:list', 'ims:images:get', 'ims:images:share'];
  return { who: 'U0WEBOP', name: 'Wendy', project, actions: new Set(actions) };
}

function causeOf(key: string, channel: string) {
  return { key, origin: { channel }, newId: idsFor(key, 'uuid') };
}
