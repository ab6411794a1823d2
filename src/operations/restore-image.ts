import { z } from 'zod';
import { ImageId } from '../images/ids.ts';
import {
  restoreImage as lifecycle,
  type RestoreImage,
} from '../images/operations/restore-image.ts';
import type { Task } from './operation.ts';
import { imageName } from './share-image.ts';
import { binnedImage } from './slot-kinds.ts';
import { task } from './task.ts';
import type { Tools } from './tools.ts';
import { listed, wordsOf } from './words.ts';

/** Bring deleted images back out of the recycle bin; each is judged alone. docs/decisions/0007-recycle-bin.md */
export function restoreImage(tools: Tools): Task {
  return task(tools, {
    id: 'image.restore',
    verbs: ['restore', 'undelete', 'recover'],
    needs: 'ims:images:delete',
    risk: 'low',
    slots: [
      { name: 'images', kind: binnedImage, required: true, many: true, from: ['images', 'all'] },
    ],
    words: (text) => ({ images: listed(wordsOf(text)) }),
    lifecycle,
    args: z.object({ images: z.array(ImageId).min(1) }),
    items: ({ images }, { world }) =>
      images.map((image) => ({
        request: { image } satisfies RestoreImage,
        others: [],
        facts: { image: imageName(world, image), id: image },
      })),
  });
}
