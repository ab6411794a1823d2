import { join } from 'node:path';
import { PersonSettings } from '../../src/notices/settings.ts';
import type { Asking } from '../../src/operations/operation.ts';
import { root } from '../../src/root.ts';
import { readTenancy } from '../../src/tenancy/read-tenancy.ts';
import { anyReader } from '../../src/wording/reader.ts';

/** Somebody of team-web in the demo tenancy, with every right. */
export async function anAsking(): Promise<Asking> {
  const { directory, profiles, unitOf } = await readTenancy({
    tenancy: join(root, 'data', 'demo'),
    clouds: join(root, 'data', 'clouds'),
    defaultCloud: 'huawei',
  });
  const project = directory.projects().find(({ name }) => name === 'team-web');
  const own = project && unitOf(project.id);
  const profile = profiles.get('huawei');
  if (!project || !own || !profile) throw new Error('the demo tenancy has no team-web');
  const caller = {
    who: 'U0WEBOP',
    name: 'Wendy',
    project: project.id,
    actions: new Set(['ims:images:list', 'ims:images:get'] as const),
  };
  return {
    caller,
    world: {
      now: '2026-11-20T09:00:00.000Z',
      profile,
      binDays: 7,
      caller,
      own,
      others: new Map(),
      directory,
      whenFull: 'wait',
    },
    projects: [project.id],
    choose: async () => {},
    settings: PersonSettings.parse({ schema: 1 }),
    settle: async () => {},
    reader: anyReader,
  };
}
