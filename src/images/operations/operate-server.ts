import { beginJob } from '../begin-job.ts';
import type { Lifecycle } from '../decision.ts';
import { sampleGb, secondsFor } from '../duration.ts';
import { makingOf } from '../making.ts';
import { jobsUnderWay, record } from '../record.ts';
import { needs } from '../rules/permission.ts';
import {
  type ActionCase,
  movement,
  type OperateServer,
  type ServerAction,
  serverActionRules,
} from '../rules/server-action.ts';
import type { Server, ServerState } from '../server.ts';
import { failJob } from '../work/end-job.ts';
import type { Cause, World } from '../world.ts';

export type { OperateServer, ServerAction };

/**
 * Starts, stops or restarts a server: it is on its way at once, and a job brings it there. An image that is being made of
 * it fails. R-SYS-04, T11
 */
export const operateServer: Lifecycle<OperateServer, ActionCase> = {
  operation: 'server.operate',
  rules: [needs('ecs:servers:create'), ...serverActionRules],
  look: (world, request) => ({
    world,
    request,
    server: world.own.servers.find(({ id }) => id === request.server),
  }),
  apply: ({ world, request, server }, cause) => {
    const { own, now } = world;
    const { action } = request;
    const move = server && movement(server, action);
    const deed = { operation: `server.${action}`, trace: 'operateServer' } as const;
    if (!server || !move) return record(own, world, cause, deed);
    const reason = `${server.name} was told to ${action} while the image was being made`;
    const error = { code: 'IMG.0014', reason };
    const failed = makingOf(server, own).reduce((unit, job) => failJob(unit, job, error, now), own);
    const servers = failed.servers.map((each) =>
      each.id === server.id ? { ...each, state: move.through } : each,
    );
    const facts = { server: server.name, action };
    const job = settle(server, action, move.to, world, cause);
    return record({ ...failed, servers }, world, cause, { ...deed, facts, job });
  },
};

function settle(
  server: Server,
  action: ServerAction,
  after: ServerState,
  world: World,
  cause: Cause,
) {
  const { own, profile } = world;
  const running = jobsUnderWay(own);
  const seconds = secondsFor(profile, 'operateServer', sampleGb, running);
  return beginJob(
    world,
    cause,
    {
      type: 'operateServer',
      operation: `server.${action}`,
      serverId: server.id,
      facts: { server: server.name, before: server.state, after },
    },
    [{ kind: 'reach-state', seconds }],
  );
}
