import { z } from 'zod';
import { ImageId } from '../images/ids.ts';
import {
  type TagImage,
  tagImage as tagging,
  type UntagImage,
  untagImage as untagging,
} from '../images/operations/tag-image.ts';
import type { Task } from './operation.ts';
import { imageName } from './share-image.ts';
import type { SlotKind } from './slot.ts';
import { freeText, ownImage } from './slot-kinds.ts';
import { listing } from './spoken.ts';
import { task } from './task.ts';
import type { Tools } from './tools.ts';
import { cutAt, wordsOf } from './words.ts';

/** Keys in use on the project's images; others are taken as they are said. */
const tagKey: SlotKind = {
  options: ({ world }) =>
    [...new Set(world.own.images.flatMap(({ tags }) => Object.keys(tags)))].map((key) => ({
      value: key,
      label: key,
    })),
  accept: (said) => said,
  open: true,
};

/** Give an image tags. SPEC 3.21 */
export function tagImage(tools: Tools): Task {
  return task(tools, {
    id: 'image.tag',
    verbs: ['tag', 'label'],
    needs: 'ims:images:update',
    risk: 'low',
    slots: [
      { name: 'image', kind: ownImage, required: true, many: false, from: ['images'] },
      { name: 'tags', kind: freeText, required: true, many: true, from: ['names'] },
    ],
    words: (text) => imageAnd('tags', text, ['with', 'as']),
    lifecycle: tagging,
    args: z.object({ image: z.tuple([ImageId]), tags: z.array(z.string()).min(1) }),
    items: ({ image: [image], tags }, { world }) => [
      {
        request: { image, tags: tags.map(dotted) } satisfies TagImage,
        others: [],
        facts: { image: imageName(world, image), tags: listing(tags.map(shown)) },
      },
    ],
  });
}

/** Take tags off an image. SPEC 3.21 */
export function untagImage(tools: Tools): Task {
  return task(tools, {
    id: 'image.untag',
    verbs: ['untag', 'unlabel'],
    needs: 'ims:images:update',
    risk: 'low',
    slots: [
      { name: 'image', kind: ownImage, required: true, many: false, from: ['images'] },
      { name: 'keys', kind: tagKey, required: true, many: true, from: ['names'] },
    ],
    words: (text) => imageAnd('keys', text, ['without']),
    lifecycle: untagging,
    args: z.object({ image: z.tuple([ImageId]), keys: z.array(z.string()).min(1) }),
    items: ({ image: [image], keys }, { world }) => [
      {
        request: { image, keys } satisfies UntagImage,
        others: [],
        facts: { image: imageName(world, image), keys: listing(keys) },
      },
    ],
  });
}

/** `web-golden with stage=test, team=web`; the joining word may be left out. */
function imageAnd(name: string, text: string, joints: readonly string[]) {
  const [[image, ...rest], joined] = cutAt(wordsOf(text), joints);
  return { image: image === undefined ? [] : [image], [name]: [...rest, ...joined] };
}

/** People write `stage=test`, `stage:test` or `stage.test`; the clouds write the last. R-TAG-03 */
function dotted(tag: string): string {
  return tag.replace(/\s*[=:.]\s*/, '.');
}

function shown(tag: string): string {
  return dotted(tag).replace('.', ' = ');
}
