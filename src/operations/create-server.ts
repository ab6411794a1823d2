import { z } from 'zod';
import { ImageId } from '../images/ids.ts';
import {
  type CreateServer,
  createServer as lifecycle,
} from '../images/operations/create-server.ts';
import type { Asking, Task } from './operation.ts';
import type { Option, SlotKind } from './slot.ts';
import { count, freeText, sizeGb, visibleImage } from './slot-kinds.ts';
import { task } from './task.ts';
import type { Tools } from './tools.ts';
import { cutAt, wordsOf } from './words.ts';

const Args = z.object({
  image: z.tuple([ImageId]),
  name: z.tuple([z.string()]),
  az: z.tuple([z.string()]).optional(),
  count: z.tuple([z.coerce.number().int().positive()]).optional(),
  disk: z.tuple([z.coerce.number().int().positive()]).optional(),
});

const az: SlotKind = {
  options: ({ world }) =>
    (world.directory.region(world.own.region)?.azs ?? []).map(
      (id): Option => ({ value: id, label: id }),
    ),
};

/** Memory of a new server when nobody says another size, in MB. */
const usualRamMb = 4096;

/** Make servers from an image that one may use. SPEC 3.11 */
export function createServer(tools: Tools): Task {
  return task(tools, {
    id: 'server.create',
    verbs: ['server', 'launch', 'create-server'],
    needs: 'ecs:servers:create',
    risk: 'low',
    slots: [
      { name: 'image', kind: visibleImage, required: true, many: false, from: ['images'] },
      { name: 'name', kind: freeText, required: true, many: false, from: ['names', 'servers'] },
      {
        name: 'az',
        kind: az,
        required: false,
        many: false,
        from: ['regions', 'images', 'servers', 'names'],
        loose: true,
      },
      { name: 'count', kind: count, required: false, many: false, from: ['counts'] },
      { name: 'disk', kind: sizeGb, required: false, many: false, from: ['sizesGb'] },
    ],
    words: (text) => {
      const [before, place] = cutAt(wordsOf(text), ['in']);
      const [images, names] = cutAt(before, ['as', 'named', 'called', 'name']);
      const [image, ...rest] = images.filter((word) => word.toLowerCase() !== 'from');
      return {
        image: image === undefined ? [] : [image],
        name: names.length > 0 ? names : rest.slice(0, 1),
        az: place,
      };
    },
    lifecycle,
    args: Args,
    items: ({ image: [image], name: [name], az: place, count: number, disk }, asking) => {
      const { zone, ramMb, label, owner, temporary } = about(image, place?.[0], asking);
      const request: CreateServer = {
        image,
        name,
        az: zone,
        ramMb,
        count: number?.[0] ?? 1,
        ...(disk && { systemDiskGb: disk[0] }),
        ...(temporary && { temporary }),
      };
      const facts = { image: label, name, az: zone, count: request.count, disk: disk?.[0] ?? 0 };
      const others = owner === undefined ? [] : [owner];
      return [{ request, others, facts, variant: temporary ? 'temporary' : disk && 'with-disk' }];
    },
  });
}

/** What follows from the image: where a server of it may stand, how much memory it needs, and whose it is. */
function about(id: ImageId, chosen: string | undefined, { world }: Asking) {
  const { own, directory } = world;
  const image = [...own.images, ...directory.publicImages(own.region)].find((one) => one.id === id);
  const received = [...own.received, ...own.former].find(({ imageId }) => imageId === id);
  const [first = ''] = directory.region(own.region)?.azs ?? [];
  return {
    zone: chosen ?? image?.limitedToAz ?? first,
    ramMb: Math.max(usualRamMb, image?.minRam ?? 0),
    label: image?.name ?? received?.name ?? id,
    owner: image === undefined ? received?.owner : undefined,
    /** An ISO image makes nothing else. R-ISO-06 */
    temporary: image?.type === 'iso',
  };
}
