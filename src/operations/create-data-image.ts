import { z } from 'zod';
import {
  type CreateDataImages,
  createDataImages as lifecycle,
} from '../images/operations/create-data-images.ts';
import { findDisk } from '../images/rules/data-disk.ts';
import type { Task } from './operation.ts';
import { freeText } from './slot-kinds.ts';
import { dataDisk } from './source-kinds.ts';
import { task } from './task.ts';
import type { Tools } from './tools.ts';
import { cutAt, wordsOf } from './words.ts';

const Args = z.object({ disk: z.tuple([z.string()]), name: z.tuple([z.string()]) });

/** Make an image of a server's data disk. SPEC 3.7 */
export function createDataImage(tools: Tools): Task {
  return task(tools, {
    id: 'image.create-data',
    verbs: ['create-data', 'data'],
    needs: 'ims:dataImages:create',
    risk: 'low',
    slots: [
      { name: 'disk', kind: dataDisk, required: true, many: false, from: ['servers'] },
      { name: 'name', kind: freeText, required: true, many: false, from: ['names'] },
    ],
    words: (text) => {
      const [disks, names] = cutAt(wordsOf(text), ['as', 'named', 'called', 'name']);
      const disk = disks.filter((word) => word.toLowerCase() !== 'from').join(' ');
      return {
        disk: disk === '' ? [] : [disk],
        name: names.length > 0 ? [names.join(' ')] : [],
      };
    },
    lifecycle,
    args: Args,
    items: ({ disk: [id], name: [name] }, { world }) => {
      const { server, disk } = findDisk(world.own, id);
      return [
        {
          request: { dataImages: [{ disk: id, name }] } satisfies CreateDataImages,
          others: [],
          facts: {
            name,
            server: server?.name ?? '',
            disk: disk?.device ?? id,
            sizeGb: disk?.sizeGb ?? 0,
          },
        },
      ];
    },
  });
}
