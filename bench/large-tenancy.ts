import { mkdir, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** How many projects a tenancy has, and how many images each of them. */
export interface Extent {
  readonly projects: number;
  readonly images: number;
}

const region = 'eu-de';

/** The ID of the project with this number. */
export function projectId(at: number): string {
  return at.toString(16).padStart(32, '0');
}

/**
 * Writes a tenancy of that extent as JSON files. Every project has a server, and every fourth of its images has two
 * members. U0WEBOP may work in the first project, and everything is in one account. The files are an hour old, as those of
 * a tenancy usually are when Goldie starts.
 */
export async function writeLargeTenancy(
  folder: string,
  { projects, images }: Extent,
): Promise<void> {
  await mkdir(folder, { recursive: true });
  const all = Array.from({ length: projects }, (_, at) => at);
  const files = {
    accounts: [{ id: 'northwind', name: 'Northwind' }],
    regions: [{ id: region, azs: ['eu-de-01'], sites: ['international'] }],
    projects: all.map((at) => ({
      name: `team-${at}`,
      id: projectId(at),
      region,
      account: 'northwind',
    })),
    people: [{ slackId: 'U0WEBOP', name: 'Ada', projects: { 'team-0': 'operator' } }],
    servers: all.map((at) => ({
      name: 'web-01',
      project: `team-${at}`,
      state: 'stopped',
      osVersion: 'Ubuntu 22.04 server 64bit',
      disks: [{ role: 'system', sizeGb: 40 }],
    })),
    images: all.flatMap((at) =>
      Array.from({ length: images }, (_, number) => anImage(at, number, projects)),
    ),
  };
  const before = Date.now() / 1000 - 3600;
  await Promise.all(
    Object.entries(files).map(async ([kind, entries]) => {
      const file = join(folder, `${kind}.json`);
      await writeFile(file, JSON.stringify({ [kind]: entries }));
      await utimes(file, before, before);
    }),
  );
}

function anImage(at: number, number: number, projects: number) {
  const members = number % 4 === 0 ? [1, 2].map((step) => (at + step) % projects) : [];
  return {
    name: `image-${number}`,
    description: 'Web server with everything switched on, checked every month',
    project: `team-${at}`,
    type: 'system',
    osVersion: 'Ubuntu 22.04 server 64bit',
    minDisk: 40,
    minRam: 1024,
    fileSize: 3_221_225_472,
    tags: { team: `team-${at}`, stage: 'golden' },
    origin: { kind: 'server', publicOsVendor: 'ubuntu' },
    createdAt: '2026-10-01T09:12:00Z',
    members: members.map((project) => ({ project: `team-${project}`, status: 'accepted' })),
  };
}
