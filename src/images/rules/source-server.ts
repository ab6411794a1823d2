import type { Asked } from '../asked.ts';
import type { Breach } from '../finding.ts';
import type { Facts } from '../job.ts';
import { makingOf } from '../making.ts';
import type { Rule } from '../rule.ts';
import type { Disk, Server } from '../server.ts';
import type { Unit } from '../unit.ts';

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
export function aboutServer<Given extends AboutServer>(
  rule: Pick<Rule<Given>, 'id' | 'step' | 'source'>,
  judge: (server: Server, given: Given) => Breach | undefined,
): Rule<Given> {
  return {
    ...rule,
    check: (given) => {
      const breach = given.server && judge(given.server, given);
      if (!given.server || !breach) return undefined;
      return { ...breach, facts: { ...serverFacts(given.server), ...breach.facts } };
    },
  };
}

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

/** Rules about the state of a server that an image is to be made of. SPEC 3.3 */
export const sourceStateRules: readonly Rule<AboutServer>[] = [
  aboutServer(
    { id: 'R-SYS-01', step: 'state', source: 'S0; umn/overview/constraints' },
    ({ state, task }, { world }) => {
      const { allowedStates, requireStopped } = world.profile.server;
      const judgedElsewhere = state === 'frozen' || state === 'reclaiming';
      const stopIt = state === 'running' && requireStopped !== 'never';
      if (judgedElsewhere || stopIt || allowedStates.includes(state)) return undefined;
      return { severity: 'block', code: task ? 'IMG.0010' : 'IMG.0006' };
    },
  ),
  aboutServer(
    { id: 'R-SYS-02', step: 'state', source: 'S2; jdsdk createImage' },
    ({ state, rootDevice }, { world }) => {
      const { requireStopped } = world.profile.server;
      const must =
        requireStopped === 'always' ||
        (requireStopped === 'local-disk-only' && rootDevice === 'localDisk');
      return must && state === 'running' ? { severity: 'block', code: 'IMG.0008' } : undefined;
    },
  ),
  ...settledRules(),
];

/** Nothing else may go on with the server, whatever is made of it. SPEC 3.3, 3.8 */
export function settledRules(): readonly Rule<AboutServer>[] {
  return [
    aboutServer(
      { id: 'R-SYS-05', step: 'state', source: 'umn/overview/constraints; [D]' },
      ({ state, billing }) =>
        state === 'frozen' || billing === 'frozen'
          ? { severity: 'block', code: 'IMG.0006' }
          : undefined,
    ),
    aboutServer(
      { id: 'R-SYS-10', step: 'state', source: 'api/error_codes; jdsdk createImage' },
      (server, { world }) => {
        const task = taskOn(server, world.own);
        const settled = server.state === 'running' || server.state === 'stopped';
        return task && settled
          ? { severity: 'block', code: 'IMG.0010', facts: { task } }
          : undefined;
      },
    ),
    aboutServer({ id: 'R-SYS-11', step: 'state', source: 'api/error_codes' }, ({ state, spot }) =>
      state === 'reclaiming' ? { severity: 'block', code: 'IMG.0164', facts: { spot } } : undefined,
    ),
    aboutServer({ id: 'R-FULL-10', step: 'state', source: 'S4' }, ({ locked }) =>
      locked ? { severity: 'block', code: 'IMSX.0028' } : undefined,
    ),
  ];
}
