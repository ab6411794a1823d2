import { z } from 'zod';
import {
  type CreateFromBackup,
  createFromBackup as lifecycle,
} from '../images/operations/create-from-backup.ts';
import type { Task } from './operation.ts';
import { freeText } from './slot-kinds.ts';
import { backup } from './source-kinds.ts';
import { task } from './task.ts';
import type { Tools } from './tools.ts';
import { cutAt, wordsOf } from './words.ts';

const Args = z.object({ backup: z.tuple([z.string()]), name: z.tuple([z.string()]) });

/** Make a full-ECS image of a backup. SPEC 3.9 */
export function createImageFromBackup(tools: Tools): Task {
  return task(tools, {
    id: 'image.create-full-backup',
    verbs: ['create-from-backup', 'from-backup', 'backup'],
    needs: 'ims:wholeImages:create',
    risk: 'low',
    slots: [
      {
        name: 'backup',
        kind: backup,
        required: true,
        many: false,
        from: ['backups', 'names', 'servers'],
      },
      { name: 'name', kind: freeText, required: true, many: false, from: [] },
    ],
    words: (text) => {
      const [backups, names] = cutAt(wordsOf(text), ['as', 'named', 'called', 'name']);
      const [from, ...rest] = backups.filter((word) => word.toLowerCase() !== 'from');
      const name = names.length > 0 ? names : rest;
      return {
        backup: from === undefined ? [] : [from],
        name: name.length > 0 ? [name.join(' ')] : [],
      };
    },
    lifecycle,
    args: Args,
    items: ({ backup: [id], name: [name] }, { world }) => {
      const found = world.own.backups.find((one) => one.id === id);
      const request: CreateFromBackup = {
        backup: id,
        name,
        service: found?.service === 'cbr' ? 'CBR' : 'CSBS',
      };
      return [{ request, others: [], facts: { name, backup: found?.name ?? id } }];
    },
  });
}
