import { z } from 'zod';
import { type ImportIso, importIso as lifecycle } from '../images/operations/import-iso.ts';
import { imageFile, newName, osVersion } from './import-slots.ts';
import type { Task } from './operation.ts';
import { sizeGb } from './slot-kinds.ts';
import { task } from './task.ts';
import type { Tools } from './tools.ts';
import { cutAt, wordsOf } from './words.ts';

const Args = z.object({
  file: z.tuple([z.string()]),
  name: z.tuple([z.string()]),
  os: z.tuple([z.string()]),
  disk: z.tuple([z.coerce.number().int().min(0)]).optional(),
});

/** Register an ISO file, to install a system from it. SPEC 3.6 */
export function importIso(tools: Tools): Task {
  return task(tools, {
    id: 'image.import-iso',
    verbs: ['import-iso', 'iso', 'register-iso'],
    needs: 'ims:serverImages:create',
    risk: 'low',
    slots: [
      {
        name: 'file',
        kind: imageFile((format) => format === 'iso'),
        required: true,
        many: false,
        from: ['names'],
      },
      { name: 'name', kind: newName, required: true, many: false, from: ['names'] },
      { name: 'os', kind: osVersion, required: true, many: false, from: [] },
      { name: 'disk', kind: sizeGb, required: false, many: false, from: ['sizesGb'] },
    ],
    words: (text) => {
      const [before, os] = cutAt(wordsOf(text), ['with']);
      const [files, names] = cutAt(before, ['as', 'named', 'called', 'name']);
      return {
        file: files.slice(0, 1),
        name: names.length > 0 ? [names.join(' ')] : [],
        os: os.length > 0 ? [os.join(' ')] : [],
      };
    },
    lifecycle,
    args: Args,
    items: ({ file: [file], name: [name], os: [system], disk }, { world }) => {
      const minDisk = disk?.[0] ?? world.profile.minDisk.iso.min;
      return [
        {
          request: { file, name, osVersion: system, minDisk } satisfies ImportIso,
          others: [],
          facts: { name, file, os: system, sizeGb: minDisk },
        },
      ];
    },
  });
}
