import type { Lifecycle } from '../decision.ts';
import { makingOf } from '../making.ts';
import { record } from '../record.ts';
import { needs } from '../rules/permission.ts';
import {
  type ActionCase,
  type OperateServer,
  serverActionRules,
  stateAfter,
} from '../rules/server-action.ts';
import { failJob } from '../work/end-job.ts';

export type { OperateServer };

/** Starts, stops or restarts a server at once. An image that is being made of it fails. R-SYS-04, T11 */
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
    const state = server && stateAfter(server, request.action);
    const deed = { operation: 'server.operate', trace: 'operateServer' } as const;
    if (!server || !state) return record(own, world, cause, deed);
    const reason = `${server.name} was told to ${request.action} while the image was being made`;
    const error = { code: 'IMG.0014', reason };
    const failed = makingOf(server, own).reduce((unit, job) => failJob(unit, job, error, now), own);
    const servers = failed.servers.map((each) =>
      each.id === server.id ? { ...each, state } : each,
    );
    const facts = { server: server.name, action: request.action };
    return record({ ...failed, servers }, world, cause, { ...deed, facts });
  },
};
