import { z } from 'zod';
import { ImageId } from '../images/ids.ts';
import { type DeleteImage, deleteImage as lifecycle } from '../images/operations/delete-image.ts';
import type { Task } from './operation.ts';
import { imageName } from './share-image.ts';
import { ownImage } from './slot-kinds.ts';
import { task } from './task.ts';
import type { Tools } from './tools.ts';
import { listed, wordsOf } from './words.ts';

const Args = z.object({ images: z.array(ImageId).min(1) });

/** Delete images for good; each is judged alone. SPEC 3.22 */
export function deleteImage(tools: Tools): Task {
  return task(tools, {
    id: 'image.delete',
    verbs: ['delete', 'remove', 'rm'],
    needs: 'ims:images:delete',
    risk: 'high',
    slots: [{ name: 'images', kind: ownImage, required: true, many: true, from: ['images'] }],
    words: (text) => ({ images: listed(wordsOf(text)) }),
    lifecycle,
    args: Args,
    items: ({ images }, { world }) =>
      images.map((image) => ({
        request: { image } satisfies DeleteImage,
        others: [],
        facts: { image: imageName(world, image), id: image },
      })),
  });
}
