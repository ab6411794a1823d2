import { z } from 'zod';
import { ImageId } from '../images/ids.ts';
import { type ExportImage, exportImage as lifecycle } from '../images/operations/export-image.ts';
import { imageName } from './image-name.ts';
import type { Asking, Task } from './operation.ts';
import type { Filled, SlotKind } from './slot.ts';
import { freeText, ownImage } from './slot-kinds.ts';
import { task } from './task.ts';
import type { Tools } from './tools.ts';
import { cutAt, wordsOf } from './words.ts';

const Args = z.object({
  image: z.tuple([ImageId]),
  bucket: z.tuple([z.string()]),
  file: z.tuple([z.string()]),
  way: z.tuple([z.enum(['normal', 'fast'])]).optional(),
  format: z.tuple([z.string()]).optional(),
});

/** Buckets of the project; others are named too, and the rules say why not. */
const bucket: SlotKind = {
  options: ({ world }) =>
    world.own.buckets.map(({ name, storageClass }) => ({
      value: name,
      label: name,
      detail: storageClass,
    })),
};

const way: SlotKind = {
  options: () => [
    { value: 'normal', label: 'normal', detail: 'choose a format' },
    { value: 'fast', label: 'fast', detail: 'for large images' },
  ],
};

const format: SlotKind = {
  options: ({ world }) => world.profile.export.formats.map((value) => ({ value, label: value })),
  accept: (said) => (/^[a-z0-9]{2,6}$/i.test(said) ? said.toLowerCase() : undefined),
};

/** Write an image to a file in a bucket. SPEC 3.19 */
export function exportImage(tools: Tools): Task {
  return task(tools, {
    id: 'image.export',
    verbs: ['export', 'download'],
    needs: 'ims:images:export',
    risk: 'low',
    slots: [
      { name: 'image', kind: ownImage, required: true, many: false, from: ['images'] },
      {
        name: 'bucket',
        kind: bucket,
        required: true,
        many: false,
        loose: true,
        from: ['buckets', 'names'],
      },
      { name: 'file', kind: freeText, required: true, many: false, from: [] },
      { name: 'way', kind: way, required: twoWays, many: false, from: [] },
      { name: 'format', kind: format, required: severalFormats, many: false, from: [] },
    ],
    words: (text) => {
      const [before, as] = cutAt(wordsOf(text), ['as']);
      const [[image], to] = cutAt(before, ['to', 'into', 'in']);
      const [place = '', ...rest] = to;
      const [into = '', name = ''] = place.split(/:(.*)/s);
      const file = name === '' ? rest.join(' ') : name;
      return {
        image: image === undefined ? [] : [image],
        bucket: into === '' ? [] : [into],
        file: file === '' ? [] : [file],
        way: as.length === 0 ? [] : [as[0] === 'fast' ? 'fast' : 'normal'],
        format: as.filter((word) => word !== 'fast').slice(0, 1),
      };
    },
    lifecycle,
    args: Args,
    items: (args, { world }) => {
      const { image, bucket: to, file, way: how, format: as } = args;
      const fast = how?.[0] === 'fast';
      const request: ExportImage = {
        image: image[0],
        bucket: to[0],
        file: file[0],
        fast,
        ...(as && { format: as[0] }),
      };
      const facts = { image: imageName(world, image[0]), bucket: to[0], file: file[0] };
      return [{ request, others: [], facts }];
    },
  });
}

/** The cloud offers more than one way. */
function twoWays(_filled: Filled, { world }: Asking): boolean {
  return world.profile.export.fastFormat !== null;
}

/** A fast export has one format; so has a cloud that offers one only. */
function severalFormats({ way: chosen = [] }: Filled, { world }: Asking): boolean {
  return chosen[0] !== 'fast' && world.profile.export.formats.length > 1;
}
