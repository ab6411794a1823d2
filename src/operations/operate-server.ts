import { z } from 'zod';
import { ServerId } from '../images/ids.ts';
import {
  type OperateServer,
  operateServer,
  type ServerAction,
} from '../images/operations/operate-server.ts';
import type { World } from '../images/world.ts';
import type { Task } from './operation.ts';
import { server } from './slot-kinds.ts';
import { task } from './task.ts';
import type { Tools } from './tools.ts';
import { wordsOf } from './words.ts';

export function startServer(tools: Tools): Task {
  return operate(tools, 'start', ['start', 'boot']);
}

export function stopServer(tools: Tools): Task {
  return operate(tools, 'stop', ['stop', 'shutdown']);
}

export function restartServer(tools: Tools): Task {
  return operate(tools, 'restart', ['restart', 'reboot']);
}

/** Start, stop or restart a server. SPEC 3.3 */
function operate(tools: Tools, action: ServerAction, verbs: readonly string[]): Task {
  const id = `server.${action}`;
  return task(tools, {
    id,
    verbs,
    needs: 'ecs:servers:create',
    risk: action === 'start' ? 'low' : 'high',
    slots: [{ name: 'server', kind: server, required: true, many: false, from: ['servers'] }],
    words: (text) => ({ server: wordsOf(text).slice(0, 1) }),
    lifecycle: { ...operateServer, operation: id },
    args: z.object({ server: z.tuple([ServerId]) }),
    items: ({ server: [which] }, { world }) => [
      {
        request: { server: which, action } satisfies OperateServer,
        others: [],
        facts: { server: serverName(world, which) },
      },
    ],
  });
}

/** Name of a server of the project, or its ID when it is gone. */
export function serverName({ own }: World, id: ServerId): string {
  return own.servers.find((one) => one.id === id)?.name ?? id;
}
