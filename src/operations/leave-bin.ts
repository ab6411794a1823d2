import { z } from 'zod';
import type { Lifecycle } from '../images/decision.ts';
import { ImageId, type ProjectId } from '../images/ids.ts';
import { purgeImage as purging } from '../images/operations/purge-image.ts';
import { restoreImage as restoring } from '../images/operations/restore-image.ts';
import type { BinCase } from '../images/rules/bin.ts';
import type { World } from '../images/world.ts';
import { holders } from './delete-image.ts';
import { imageName } from './image-name.ts';
import type { Task } from './operation.ts';
import { binnedImage } from './slot-kinds.ts';
import { task } from './task.ts';
import type { Tools } from './tools.ts';
import { listed, wordsOf } from './words.ts';

/** Bring deleted images back out of the recycle bin. docs/decisions/0007-recycle-bin.md */
export function restoreImage(tools: Tools): Task {
  return leaveBin(tools, {
    id: 'image.restore',
    verbs: ['restore', 'undelete', 'recover'],
    risk: 'low',
    lifecycle: restoring,
    others: () => [],
  });
}

/** Delete images of the recycle bin for good. docs/decisions/0007-recycle-bin.md */
export function purgeImage(tools: Tools): Task {
  return leaveBin(tools, {
    id: 'image.purge',
    verbs: ['purge'],
    risk: 'high',
    lifecycle: purging,
    others: holders,
  });
}

interface WayOut extends Pick<Task, 'id' | 'verbs' | 'risk'> {
  readonly lifecycle: Lifecycle<{ readonly image: string }, BinCase>;
  /** Projects that are looked into. */
  readonly others: (world: World, image: ImageId) => readonly ProjectId[];
}

/** A task about images of the recycle bin; each is judged alone. */
function leaveBin(tools: Tools, { others, ...way }: WayOut): Task {
  return task(tools, {
    ...way,
    needs: 'ims:images:delete',
    slots: [
      { name: 'images', kind: binnedImage, required: true, many: true, from: ['images', 'all'] },
    ],
    words: (text) => ({ images: listed(wordsOf(text)) }),
    args: z.object({ images: z.array(ImageId).min(1) }),
    items: ({ images }, { world }) =>
      images.map((image) => ({
        request: { image },
        others: others(world, image),
        facts: { image: imageName(world, image), id: image },
      })),
  });
}
