import type { Job } from '../job.ts';
import { ServerState } from '../server.ts';
import type { Unit } from '../unit.ts';
import { done, failed, type StepWork } from './step.ts';

const moving: readonly ServerState[] = ['starting', 'stopping', 'rebooting'];

/** The server of the job has reached the state it was told to reach. */
export const reachState: StepWork = {
  own: (unit, job) => {
    if (!unit.servers.some(({ id }) => id === job.serverId))
      return failed('IMG.0005', 'the server is gone');
    return done(enter(unit, job, job.facts.after));
  },
};

/** A server that could not be moved is as it was before. */
export function settleServer(unit: Unit, job: Job): Unit {
  return enter(unit, job, job.facts.before);
}

function enter(unit: Unit, { serverId }: Job, fact: unknown): Unit {
  const state = ServerState.safeParse(fact);
  if (!state.success) return unit;
  const servers = unit.servers.map((server) =>
    server.id === serverId && moving.includes(server.state)
      ? { ...server, state: state.data }
      : server,
  );
  return { ...unit, servers };
}
