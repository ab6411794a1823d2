import { z } from 'zod';
import { ServerId } from '../images/ids.ts';
import {
  type CreateSystemImage,
  createSystemImage,
} from '../images/operations/create-system-image.ts';
import type { Task } from './operation.ts';
import { freeText, server } from './slot-kinds.ts';
import { task } from './task.ts';
import type { Tools } from './tools.ts';
import { cutAt, wordsOf } from './words.ts';

const Args = z.object({ server: z.tuple([ServerId]), name: z.tuple([z.string()]) });

/** Make an image of a server's system disk. SPEC 3.3 */
export function createImage(tools: Tools): Task {
  return task(tools, {
    id: 'image.create',
    verbs: ['create', 'make', 'new'],
    slash: '/image-create',
    needs: 'ims:serverImages:create',
    risk: 'low',
    slots: [
      { name: 'server', kind: server, required: true, many: false, from: ['servers'] },
      { name: 'name', kind: freeText, required: true, many: false, from: ['names'] },
    ],
    words: (text) => {
      const [servers, names] = cutAt(wordsOf(text), ['as', 'named', 'called', 'name']);
      const [from, ...rest] = servers.filter((word) => word.toLowerCase() !== 'from');
      const name = names.length > 0 ? names : rest;
      return {
        server: from === undefined ? [] : [from],
        name: name.length > 0 ? [name.join(' ')] : [],
      };
    },
    lifecycle: createSystemImage,
    args: Args,
    items: ({ server: [id], name: [name] }, { world }) => [
      {
        request: { server: id, name } satisfies CreateSystemImage,
        others: [],
        facts: { name, server: world.own.servers.find((one) => one.id === id)?.name ?? id },
      },
    ],
  });
}
