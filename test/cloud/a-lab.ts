import { labCloud } from '../../src/cloud/lab-cloud.ts';
import type { Faults } from '../../src/cloud/lab-hands.ts';
import type { UnitStore } from '../../src/cloud/ports.ts';
import { ImageId, JobId, ProjectId } from '../../src/images/ids.ts';
import { Job } from '../../src/images/job.ts';
import { Unit } from '../../src/images/unit.ts';
import type { Directory, Project } from '../../src/images/world.ts';

export const web = ProjectId.parse('a'.repeat(32));
export const data = ProjectId.parse('b'.repeat(32));
export const ops = ProjectId.parse('c'.repeat(32));
export const image = ImageId.parse('11111111-1111-4111-8111-111111111111');
export const start = Date.parse('2026-11-20T09:00:00.000Z');

const projects: readonly Project[] = [
  { id: web, name: 'team-web', region: 'eu-de', account: 'northwind', cloud: 'huawei' },
  { id: data, name: 'team-data', region: 'eu-de', account: 'harbor', cloud: 'huawei' },
  { id: ops, name: 'team-ops', region: 'eu-de', account: 'northwind', cloud: 'huawei' },
];

export const directory: Directory = {
  project: (id) => projects.find((project) => project.id === id),
  projects: () => projects,
  account: () => undefined,
  region: () => undefined,
  publicImages: () => [],
};

/** A lab with a clock that stands still until it is moved, ten times as fast as documented. */
export function aLab(units: UnitStore, clock: () => number, faults?: Faults) {
  return labCloud({
    units,
    directory,
    profiles: new Map(),
    clock,
    timeScale: 10,
    ...(faults && { faults }),
  });
}

export function aClock() {
  let now = start;
  return Object.assign(() => now, {
    pass: (ms: number) => {
      now += ms;
    },
  });
}

/** A job that makes an image: 20 documented seconds until the data move, 100 more until they are there. */
export function creation(id = 'creation'): Job {
  return aJob({
    id: JobId.parse(id),
    type: 'imsCreateImageByInstance',
    operation: 'image.create',
    steps: [
      { kind: 'start-transfer', seconds: 20, state: 'waiting', facts: {} },
      { kind: 'transfer', seconds: 100, state: 'waiting', facts: {} },
    ],
  });
}

/** A job that offers the image to projects, one after the other, 10 documented seconds each. */
export function offering(targets: readonly ProjectId[], id = 'offering'): Job {
  const facts = { type: 'system', minDisk: 40, sizeGb: 40, ownerName: 'team-web' };
  return aJob({
    id: JobId.parse(id),
    steps: targets.map((target) => ({
      kind: 'deliver-offer',
      seconds: 10,
      target,
      state: 'waiting',
      facts,
    })),
  });
}

/** A job that takes the offer back from projects, 1 documented second each. */
export function withdrawal(targets: readonly ProjectId[], id = 'withdrawal'): Job {
  return aJob({
    id: JobId.parse(id),
    type: 'imsDelImageMembersJob',
    operation: 'image.unshare',
    steps: targets.map((target) => ({
      kind: 'withdraw',
      seconds: 1,
      target,
      state: 'waiting',
      facts: {},
    })),
  });
}

function aJob(more: Partial<Job>): Job {
  const at = new Date(start).toISOString();
  return Job.parse({
    id: 'job',
    type: 'imsAddImageMembersJob',
    operation: 'image.share',
    status: 'INIT',
    requestedBy: 'U0WEBOP',
    origin: { channel: 'C0WEB' },
    createdAt: at,
    stepBegunAt: at,
    imageId: image,
    imageName: 'web-golden',
    steps: [],
    ...more,
  });
}

/** The unit of team-web with the image, as it is while it is being made, and these jobs. */
export function aHome(jobs: readonly Job[]): Unit {
  const at = new Date(start).toISOString();
  return Unit.parse({
    schema: 1,
    project: web,
    region: 'eu-de',
    jobs,
    images: [
      {
        id: image,
        name: 'web-golden',
        type: 'system',
        owner: web,
        region: 'eu-de',
        status: 'queued',
        minDisk: 40,
        origin: { kind: 'server' },
        createdAt: at,
        updatedAt: at,
      },
    ],
  });
}
