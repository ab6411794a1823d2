import { z } from 'zod';
import { ImageId } from '../images/ids.ts';
import {
  type ConvertImage,
  convertImage as lifecycle,
} from '../images/operations/convert-image.ts';
import { imageName } from './image-name.ts';
import type { Task } from './operation.ts';
import { freeText, ownImage } from './slot-kinds.ts';
import { task } from './task.ts';
import type { Tools } from './tools.ts';
import { cutAt, wordsOf } from './words.ts';

const Args = z.object({ image: z.tuple([ImageId]), name: z.tuple([z.string()]).optional() });

/** Make an image with a cloud system disk of one with a local system disk. SPEC 3.25 */
export function convertImage(tools: Tools): Task {
  return task(tools, {
    id: 'image.convert',
    verbs: ['convert'],
    needs: 'ims:images:copy',
    risk: 'low',
    slots: [
      { name: 'image', kind: ownImage, required: true, many: false, from: ['images'] },
      { name: 'name', kind: freeText, required: false, many: false, from: [] },
    ],
    words: (text) => {
      const [[image, ...rest], named] = cutAt(wordsOf(text), ['as', 'named', 'called', 'to']);
      const name = named.length > 0 ? named : rest;
      return {
        image: image === undefined ? [] : [image],
        name: name.length === 0 ? [] : [name.join(' ')],
      };
    },
    lifecycle,
    args: Args,
    items: ({ image: [image], name }, { world }) => {
      const request: ConvertImage = { image, ...(name && { name: name[0] }) };
      return [{ request, others: [], facts: { image: imageName(world, image) } }];
    },
  });
}
