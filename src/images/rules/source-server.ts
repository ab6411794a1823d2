import type { Asked } from '../asked.ts';
import type { Facts } from '../job.ts';
import { makingOf } from '../making.ts';
import type { Rule } from '../rule.ts';
import type { Disk, Server } from '../server.ts';
import type { Unit } from '../unit.ts';
import { rulesAbout } from './about.ts';

/** A request about a server. `server` is undefined when the project has no such server. */
export interface AboutServer<Request = { readonly server?: string }> extends Asked<Request> {
  readonly server: Server | undefined;
}

export function systemDiskOf(server: Server): Disk | undefined {
  return server.disks.find(({ role }) => role === 'system');
}

export function dataDisksOf(server: Server): readonly Disk[] {
  return server.disks.filter(({ role }) => role === 'data');
}

/** What runs on the server now: its own task, or an image being made of it. R-SYS-10 */
function taskOn(server: Server, unit: Unit): string | undefined {
  const making = makingOf(server, unit).length > 0;
  return server.task ?? (making ? 'image creation' : undefined);
}

/** A rule about a server that exists. */
export const aboutServer = rulesAbout(
  ({ server }: AboutServer) => server,
  (_, server) => serverFacts(server),
);

function serverFacts({ name, state }: Server): Facts {
  return { server: name, state };
}

/** The server must be given and exist. */
export const serverExists: Rule<AboutServer> = {
  id: 'R-SYS-12',
  step: 'existence',
  source: 'api/error_codes',
  check: ({ request, server }) => {
    if (server) return undefined;
    return request.server
      ? { severity: 'block', code: 'IMG.0005', facts: { server: request.server } }
      : { severity: 'block', code: 'IMG.0012' };
  },
};

/** Nothing else may go on with the server, whatever is made of it. SPEC 3.3, 3.8 */
export const settledRules: readonly Rule<AboutServer>[] = [
  aboutServer('R-SYS-05', 'state', 'umn/overview/constraints; [D]', ({ state, billing }) =>
    state === 'frozen' || billing === 'frozen' ? 'IMG.0006' : undefined,
  ),
  aboutServer('R-SYS-10', 'state', 'api/error_codes; jdsdk createImage', (server, { world }) => {
    const task = taskOn(server, world.own);
    const settled = server.state === 'running' || server.state === 'stopped';
    return task && settled ? { severity: 'block', code: 'IMG.0010', facts: { task } } : undefined;
  }),
  aboutServer('R-SYS-11', 'state', 'api/error_codes', ({ state, spot }) =>
    state === 'reclaiming' ? { severity: 'block', code: 'IMG.0164', facts: { spot } } : undefined,
  ),
  aboutServer('R-FULL-10', 'state', 'S4', ({ locked }) => (locked ? 'IMSX.0028' : undefined)),
];

/** Rules about the state of a server that an image is to be made of. SPEC 3.3 */
export const sourceStateRules: readonly Rule<AboutServer>[] = [
  aboutServer('R-SYS-01', 'state', 'S0; umn/overview/constraints', ({ state, task }, { world }) => {
    const { allowedStates, requireStopped } = world.profile.server;
    const judgedElsewhere = state === 'frozen' || state === 'reclaiming';
    const stopIt = state === 'running' && requireStopped !== 'never';
    if (judgedElsewhere || stopIt || allowedStates.includes(state)) return undefined;
    return { severity: 'block', code: task ? 'IMG.0010' : 'IMG.0006' };
  }),
  aboutServer('R-SYS-02', 'state', 'S2; jdsdk createImage', ({ state, rootDevice }, { world }) => {
    const { requireStopped } = world.profile.server;
    const must =
      requireStopped === 'always' ||
      (requireStopped === 'local-disk-only' && rootDevice === 'localDisk');
    return must && state === 'running' ? 'IMG.0008' : undefined;
  }),
  ...settledRules,
];
