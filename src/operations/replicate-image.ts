import { z } from 'zod';
import { ImageId } from '../images/ids.ts';
import {
  encryptImage as encrypting,
  replicateImage as lifecycle,
} from '../images/operations/replicate-image.ts';
import { imageName } from './image-name.ts';
import type { Asking, Task } from './operation.ts';
import type { Slot, SlotKind } from './slot.ts';
import { freeText, ownImage, visibleImage } from './slot-kinds.ts';
import { task } from './task.ts';
import type { Tools } from './tools.ts';
import { cutAt, wordsOf } from './words.ts';

const Args = z.object({
  image: z.array(ImageId).min(1),
  name: z.tuple([z.string()]),
  key: z.tuple([z.string()]).optional(),
});

/** Keys of the project; the rules say which of them can be used. */
const key: SlotKind = {
  options: ({ world }) =>
    world.own.keys.map(({ id, alias, state }) => ({ value: id, label: alias, detail: state })),
};

const name: Slot = { name: 'name', kind: freeText, required: true, many: false, from: ['names'] };

/** Copy images within their region, on request with a key; each is judged alone. SPEC 3.17 */
export function replicateImage(tools: Tools): Task {
  return task(tools, {
    id: 'image.replicate',
    verbs: ['replicate', 'copy', 'duplicate'],
    needs: 'ims:images:copy',
    risk: 'low',
    slots: [
      { name: 'image', kind: visibleImage, required: true, many: true, from: ['images'] },
      name,
      { name: 'key', kind: key, required: false, many: false, from: ['keys'] },
    ],
    words: copyIn,
    lifecycle,
    args: Args,
    items,
  });
}

/** Make encrypted copies of images. SPEC 3.17, 3.20 */
export function encryptImage(tools: Tools): Task {
  return task(tools, {
    id: 'image.encrypt',
    verbs: ['encrypt'],
    needs: 'ims:images:copy',
    risk: 'low',
    slots: [
      { name: 'image', kind: ownImage, required: true, many: true, from: ['images'] },
      { name: 'key', kind: key, required: true, many: false, from: ['keys'] },
      name,
    ],
    words: copyIn,
    lifecycle: encrypting,
    args: Args,
    items,
  });
}

/** `web-golden as web-copy with my-key`; the name may follow the image at once. `web-golden, db-data as *-copy`. */
function copyIn(text: string) {
  const words = wordsOf(text);
  const [before, keys] = cutAt(words, ['with', 'using']);
  const [images, named] = cutAt(before, ['as', 'to', 'named', 'called', 'name']);
  const [image, ...rest] = images;
  const areSeveral =
    named.length > 0 || words.some((word) => [',', 'and'].includes(word.toLowerCase()));
  const names = named.length > 0 || areSeveral ? named : rest;
  return {
    image: areSeveral || image === undefined ? images : [image],
    name: names.length === 0 ? [] : [names.join(' ')],
    key: keys.filter((word) => word.toLowerCase() !== 'key').slice(0, 1),
  };
}

function items(
  { image: images, name: [name], key: keys }: z.infer<typeof Args>,
  { world }: Asking,
) {
  const keyId = keys?.[0];
  return images.map((image) => {
    const original = imageName(world, image);
    const copy = images.length === 1 ? name : copyName(name, original);
    const received = world.own.received.find(({ imageId }) => imageId === image);
    return {
      request: { image, name: copy, ...(keyId !== undefined && { keyId }) },
      others: received ? [received.owner] : [],
      facts: {
        image: original,
        name: copy,
        key: world.own.keys.find(({ id }) => id === keyId)?.alias ?? keyId ?? '',
      },
    };
  });
}

/** Of several copies each bears the name of its image: where the star is, else at the end. */
function copyName(name: string, original: string): string {
  return name.includes('*') ? name.replaceAll('*', original) : `${name}-${original}`;
}
