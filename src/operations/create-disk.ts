import { z } from 'zod';
import { ImageId } from '../images/ids.ts';
import type { Image } from '../images/image.ts';
import { isGone } from '../images/image-states.ts';
import { type CreateDisk, createDisk as lifecycle } from '../images/operations/create-disk.ts';
import type { Asking, Task } from './operation.ts';
import type { SlotKind } from './slot.ts';
import { sizeGb, visibleImage } from './slot-kinds.ts';
import { task } from './task.ts';
import type { Tools } from './tools.ts';
import { listed, wordsOf } from './words.ts';

const Args = z.object({
  image: z.tuple([ImageId]),
  disk: z.tuple([z.coerce.number().int().min(0)]).optional(),
});

/** Data images are offered; of any other that can be seen, the rules say why it will not do. */
const dataImage: SlotKind = {
  options: (asking) =>
    visibleImage.options(asking).filter(({ value }) => isDataImage(value, asking)),
  accept: (said, asking) =>
    visibleImage
      .options(asking)
      .find(({ value, label }) => value === said || label.toLowerCase() === said.toLowerCase())
      ?.value,
};

/** Make a disk from a data disk image. SPEC 3.11 */
export function createDisk(tools: Tools): Task {
  return task(tools, {
    id: 'disk.create',
    verbs: ['create-disk', 'disk', 'volume'],
    needs: 'ecs:servers:create',
    risk: 'low',
    slots: [
      { name: 'image', kind: dataImage, required: true, many: false, from: ['images', 'names'] },
      { name: 'disk', kind: sizeGb, required: false, many: false, from: ['sizesGb'] },
    ],
    words: (text) => {
      const words = listed(wordsOf(text)).filter((word) => word.toLowerCase() !== 'from');
      const [image, ...size] = words;
      return {
        image: image === undefined ? [] : [image],
        disk: size.length === 0 ? [] : [size.join(' ')],
      };
    },
    lifecycle,
    args: Args,
    items: ({ image: [id], disk }, asking) => {
      const { own } = asking.world;
      const image = recordOf(id, asking);
      const received = [...own.received, ...own.former].find(({ imageId }) => imageId === id);
      const offered = own.received.find(({ imageId }) => imageId === id);
      const request: CreateDisk = {
        image: id,
        sizeGb: disk?.[0] ?? image?.minDisk ?? offered?.minDisk ?? 0,
      };
      const facts = { image: image?.name ?? received?.name ?? id, sizeGb: request.sizeGb };
      return [{ request, others: image || !received ? [] : [received.owner], facts }];
    },
  });
}

function isDataImage(id: string, asking: Asking): boolean {
  const { received } = asking.world.own;
  const found = recordOf(id, asking) ?? received.find(({ imageId }) => imageId === id);
  return found?.type === 'data';
}

function recordOf(id: string, { world: { own, directory } }: Asking): Image | undefined {
  const all = [...own.images, ...directory.publicImages(own.region)];
  return all.find((image) => image.id === id && !isGone(image));
}
