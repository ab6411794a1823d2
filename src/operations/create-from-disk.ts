import { z } from 'zod';
import {
  type CreateFromDisk,
  createFromDisk as lifecycle,
} from '../images/operations/create-from-disk.ts';
import { findDisk } from '../images/rules/data-disk.ts';
import { osVersion } from './import-slots.ts';
import type { Task } from './operation.ts';
import { freeText } from './slot-kinds.ts';
import { dataDisk } from './source-kinds.ts';
import { task } from './task.ts';
import type { Tools } from './tools.ts';
import { cutAt, wordsOf } from './words.ts';

const Args = z.object({
  disk: z.tuple([z.string()]),
  name: z.tuple([z.string()]),
  os: z.tuple([z.string()]),
});

/** Make a system image of a data disk that has a system on it. SPEC 3.7 */
export function createImageFromDisk(tools: Tools): Task {
  return task(tools, {
    id: 'image.create-from-disk',
    verbs: ['create-from-disk', 'from-disk'],
    needs: 'ims:serverImages:create',
    risk: 'low',
    slots: [
      { name: 'disk', kind: dataDisk, required: true, many: false, from: ['servers'] },
      { name: 'name', kind: freeText, required: true, many: false, from: ['names'] },
      { name: 'os', kind: osVersion, required: true, many: false, from: [] },
    ],
    words: (text) => {
      const [before, os] = cutAt(wordsOf(text), ['with']);
      const [disks, names] = cutAt(before, ['as', 'named', 'called', 'name']);
      const disk = disks.filter((word) => word.toLowerCase() !== 'from').join(' ');
      return {
        disk: disk === '' ? [] : [disk],
        name: names.length > 0 ? [names.join(' ')] : [],
        os: os.length > 0 ? [os.join(' ')] : [],
      };
    },
    lifecycle,
    args: Args,
    items: ({ disk: [id], name: [name], os: [system] }, { world }) => {
      const { server, disk } = findDisk(world.own, id);
      return [
        {
          request: { disk: id, name, osVersion: system } satisfies CreateFromDisk,
          others: [],
          facts: { name, os: system, server: server?.name ?? '', disk: disk?.device ?? id },
        },
      ];
    },
  });
}
