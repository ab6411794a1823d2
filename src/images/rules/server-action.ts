import { makingOf } from '../making.ts';
import type { Rule } from '../rule.ts';
import type { Server, ServerState } from '../server.ts';
import { type AboutServer, aboutServer, serverExists } from './source-server.ts';

export type ServerAction = 'start' | 'stop' | 'restart';

/** Start, stop or restart a server, named by its ID. */
export interface OperateServer {
  readonly server: string;
  readonly action: ServerAction;
}

export type ActionCase = AboutServer<OperateServer>;

/** What each action leads to, on which way, and from which states it changes anything. */
const outcomes: Readonly<
  Record<
    ServerAction,
    {
      readonly from: readonly ServerState[];
      readonly through: ServerState;
      readonly to: ServerState;
    }
  >
> = {
  start: { from: ['stopped'], through: 'starting', to: 'running' },
  stop: { from: ['running'], through: 'stopping', to: 'stopped' },
  restart: { from: ['running'], through: 'rebooting', to: 'running' },
};

/** The states during and after the action; undefined when there is nothing to do. */
export function movement(
  server: Server,
  action: ServerAction,
): { readonly through: ServerState; readonly to: ServerState } | undefined {
  const { from, through, to } = outcomes[action];
  return from.includes(server.state) ? { through, to } : undefined;
}

/** Rules for operating a server, as far as images are concerned. SPEC 3.3, 3.8 */
export const serverActionRules: readonly Rule<ActionCase>[] = [
  serverExists,
  aboutServer('R-FULL-10', 'state', 'S4', ({ locked }) => (locked ? 'IMSX.0028' : undefined)),
  aboutServer('R-SYS-05', 'state', 'umn/overview/constraints; [D]', ({ state, billing }) =>
    state === 'frozen' || billing === 'frozen' ? 'IMG.0006' : undefined,
  ),
  aboutServer('R-SYS-10', 'state', 'api/error_codes', ({ task }) =>
    task === undefined ? undefined : { severity: 'block', code: 'IMG.0010', facts: { task } },
  ),
  aboutServer('R-SYS-18', 'state', '[D]', (server, { request: { action } }) =>
    movement(server, action) === undefined
      ? { severity: 'block', code: 'IMG.0006', facts: { action } }
      : undefined,
  ),
  aboutServer(
    'R-SYS-04',
    'confirmation',
    'umn/creating_a_system_disk_image_from_a_linux_ecs; S2',
    (server, { world }) => {
      const images = makingOf(server, world.own).flatMap(({ imageName }) => imageName ?? []);
      return images.length === 0
        ? undefined
        : { severity: 'confirm', code: 'IMG.0014', facts: { images: images.join(', ') } };
    },
  ),
];
