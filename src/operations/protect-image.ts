import { z } from 'zod';
import { ImageId } from '../images/ids.ts';
import { modifyImage as lifecycle, type ModifyImage } from '../images/operations/modify-image.ts';
import { imageName } from './image-name.ts';
import type { Task } from './operation.ts';
import { ownImage } from './slot-kinds.ts';
import { task } from './task.ts';
import type { Tools } from './tools.ts';
import { wordsOf } from './words.ts';

/** Keep an image from being deleted. */
export function protectImage(tools: Tools): Task {
  return protection(tools, 'image.protect', 'protect', 'on');
}

/** Let an image be deleted again. */
export function unprotectImage(tools: Tools): Task {
  return protection(tools, 'image.unprotect', 'unprotect', 'off');
}

function protection(tools: Tools, id: string, verb: string, value: 'on' | 'off'): Task {
  return task(tools, {
    id,
    verbs: [verb],
    needs: 'ims:images:update',
    risk: 'low',
    slots: [{ name: 'image', kind: ownImage, required: true, many: false, from: ['images'] }],
    words: (text) => ({ image: wordsOf(text).slice(0, 1) }),
    lifecycle,
    args: z.object({ image: z.tuple([ImageId]) }),
    items: ({ image: [of] }, { world }) => [
      {
        request: { image: of, field: 'protected', value } satisfies ModifyImage,
        others: [],
        facts: { image: imageName(world, of) },
      },
    ],
  });
}
