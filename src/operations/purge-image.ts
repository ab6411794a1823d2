import { z } from 'zod';
import { ImageId } from '../images/ids.ts';
import { purgeImage as lifecycle, type PurgeImage } from '../images/operations/purge-image.ts';
import { holders } from './delete-image.ts';
import type { Task } from './operation.ts';
import { imageName } from './share-image.ts';
import { binnedImage } from './slot-kinds.ts';
import { task } from './task.ts';
import type { Tools } from './tools.ts';
import { listed, wordsOf } from './words.ts';

/** Delete images of the recycle bin for good; each is judged alone. docs/decisions/0007-recycle-bin.md */
export function purgeImage(tools: Tools): Task {
  return task(tools, {
    id: 'image.purge',
    verbs: ['purge'],
    needs: 'ims:images:delete',
    risk: 'high',
    slots: [
      { name: 'images', kind: binnedImage, required: true, many: true, from: ['images', 'all'] },
    ],
    words: (text) => ({ images: listed(wordsOf(text)) }),
    lifecycle,
    args: z.object({ images: z.array(ImageId).min(1) }),
    items: ({ images }, { world }) =>
      images.map((image) => ({
        request: { image } satisfies PurgeImage,
        others: holders(world, image),
        facts: { image: imageName(world, image), id: image },
      })),
  });
}
