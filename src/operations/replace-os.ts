import { z } from 'zod';
import { ImageId, ServerId } from '../images/ids.ts';
import {
  type ChangeOs,
  changeOs as changing,
  type ReinstallOs,
  reinstallOs as reinstalling,
} from '../images/operations/replace-os.ts';
import type { World } from '../images/world.ts';
import { imageName } from './image-name.ts';
import { serverName } from './operate-server.ts';
import type { Task } from './operation.ts';
import type { Slot } from './slot.ts';
import { server as kind, visibleImage } from './slot-kinds.ts';
import { task } from './task.ts';
import type { Tools } from './tools.ts';
import { cutAt, wordsOf } from './words.ts';

const server: Slot = { name: 'server', kind, required: true, many: false, from: ['servers'] };

/** Put another system on a server. SPEC 3.12 */
export function changeOs(tools: Tools): Task {
  return task(tools, {
    id: 'server.change-os',
    verbs: ['change-os', 'switch-os'],
    needs: 'ecs:servers:create',
    risk: 'high',
    slots: [
      server,
      { name: 'image', kind: visibleImage, required: true, many: false, from: ['images'] },
    ],
    words: (text) => {
      const [[of, ...rest], to] = cutAt(wordsOf(text), ['to', 'with', 'from']);
      const image = to.length > 0 ? to : rest;
      return {
        server: of === undefined ? [] : [of],
        image: image.length === 0 ? [] : [image.join(' ')],
      };
    },
    lifecycle: changing,
    args: z.object({ server: z.tuple([ServerId]), image: z.tuple([ImageId]) }),
    items: ({ server: [which], image: [image] }, { world }) => [
      {
        request: { server: which, image } satisfies ChangeOs,
        others: ownersOf(world, image),
        facts: { server: serverName(world, which), image: imageName(world, image) },
      },
    ],
  });
}

/** Put the system on a server again that it was made with. SPEC 3.12 */
export function reinstallOs(tools: Tools): Task {
  return task(tools, {
    id: 'server.reinstall',
    verbs: ['reinstall', 'reset-os'],
    needs: 'ecs:servers:create',
    risk: 'high',
    slots: [server],
    words: (text) => ({ server: wordsOf(text).slice(0, 1) }),
    lifecycle: reinstalling,
    args: z.object({ server: z.tuple([ServerId]) }),
    items: ({ server: [which] }, { world }) => {
      const origin = world.own.servers.find(({ id }) => id === which)?.originImage.id;
      return [
        {
          request: { server: which } satisfies ReinstallOs,
          others: origin === undefined ? [] : ownersOf(world, origin),
          facts: { server: serverName(world, which) },
        },
      ];
    },
  });
}

/** The project that an image was received from. */
function ownersOf({ own }: World, image: ImageId) {
  return own.received.filter(({ imageId }) => imageId === image).map(({ owner }) => owner);
}
