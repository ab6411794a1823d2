import { z } from 'zod';
import { ServerId } from '../images/ids.ts';
import {
  type CreateFullImage,
  createFullImage as lifecycle,
} from '../images/operations/create-full-image.ts';
import type { Asking, Task } from './operation.ts';
import type { Filled } from './slot.ts';
import { freeText, server } from './slot-kinds.ts';
import { vault } from './source-kinds.ts';
import { task } from './task.ts';
import type { Tools } from './tools.ts';
import { cutAt, wordsOf } from './words.ts';

const Args = z.object({
  server: z.tuple([ServerId]),
  name: z.tuple([z.string()]),
  vault: z.tuple([z.string()]).optional(),
});

/** Make an image of a server with all its disks. SPEC 3.8 */
export function createFullImage(tools: Tools): Task {
  return task(tools, {
    id: 'image.create-full',
    verbs: ['create-full', 'full', 'full-ecs'],
    needs: 'ims:wholeImages:create',
    risk: 'low',
    slots: [
      { name: 'server', kind: server, required: true, many: false, from: ['servers'] },
      { name: 'name', kind: freeText, required: true, many: false, from: ['names'] },
      { name: 'vault', kind: vault, required: hasToChoose, many: false, from: ['vaults'] },
    ],
    words: (text) => {
      const [before, vaults] = cutAt(wordsOf(text), ['in', 'vault']);
      const [servers, names] = cutAt(before, ['as', 'named', 'called', 'name']);
      const [from, ...rest] = servers.filter((word) => word.toLowerCase() !== 'from');
      const name = names.length > 0 ? names : rest;
      return {
        server: from === undefined ? [] : [from],
        name: name.length > 0 ? [name.join(' ')] : [],
        vault: vaults.filter((word) => word.toLowerCase() !== 'vault'),
      };
    },
    lifecycle,
    args: Args,
    items: ({ server: [id], name: [name], vault: chosen }, asking) => {
      const { servers, vaults } = asking.world.own;
      const vaultId = chosen?.[0] ?? onlyVault(asking);
      const place = vaults.find((one) => one.id === vaultId)?.name;
      return [
        {
          request: {
            server: id,
            name,
            ...(vaultId !== undefined && { vaultId }),
          } satisfies CreateFullImage,
          others: [],
          facts: {
            name,
            server: servers.find((one) => one.id === id)?.name ?? id,
            place: place === undefined ? '' : ` in the vault ${place}`,
          },
        },
      ];
    },
  });
}

/** The one vault that there is to choose; no question is asked then. */
function onlyVault({ world: { own, profile } }: Asking): string | undefined {
  const [only] = own.vaults;
  return profile.fullEcs.vault === 'required' && own.vaults.length === 1 ? only?.id : undefined;
}

function hasToChoose(_filled: Filled, asking: Asking): boolean {
  return asking.world.profile.fullEcs.vault === 'required' && onlyVault(asking) === undefined;
}
