import { done, type StepWork } from './step.ts';

/** The servers of the job have started. */
export const startServers: StepWork = {
  own: (unit, job) => {
    const ids = namesIn(job.facts.serverIds);
    const servers = unit.servers.map((server) =>
      ids.includes(server.id) && server.state === 'starting'
        ? ({ ...server, state: 'running' } as const)
        : server,
    );
    return done({ ...unit, servers });
  },
};

/** The disk of the job is filled. */
export const fillDisk: StepWork = {
  own: (unit, job) => {
    const disks = unit.disks.map((disk) =>
      disk.id === job.facts.diskId ? ({ ...disk, state: 'available' } as const) : disk,
    );
    return done({ ...unit, disks });
  },
};

/** IDs as a job keeps them among its facts: one text, separated by spaces. */
export function namesIn(fact: string | number | boolean | undefined): readonly string[] {
  return typeof fact === 'string' ? fact.split(' ') : [];
}
