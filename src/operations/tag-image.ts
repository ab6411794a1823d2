import { z } from 'zod';
import { ImageId } from '../images/ids.ts';
import {
  type TagImage,
  tagImage as tagging,
  type UntagImage,
  untagImage as untagging,
} from '../images/operations/tag-image.ts';
import { imageName } from './image-name.ts';
import type { Task } from './operation.ts';
import type { RawSlots, SlotKind } from './slot.ts';
import { freeText, ownImage } from './slot-kinds.ts';
import { listing } from './spoken.ts';
import { task } from './task.ts';
import type { Tools } from './tools.ts';
import { cutAt, listed, wordsOf } from './words.ts';

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

/** Give images tags; a key that an image has already gets the new value. Each image is judged alone. SPEC 3.21 */
export function tagImage(tools: Tools): Task {
  return task(tools, {
    id: 'image.tag',
    verbs: ['tag', 'label'],
    needs: 'ims:images:update',
    risk: 'low',
    slots: [
      { name: 'image', kind: ownImage, required: true, many: true, from: ['images'] },
      { name: 'tags', kind: freeText, required: true, many: true, from: ['names'] },
    ],
    words: (text) => imagesAnd('tags', text, ['with', 'as']),
    hears: tagsHeard,
    lifecycle: tagging,
    args: z.object({ image: z.array(ImageId).min(1), tags: z.array(z.string()).min(1) }),
    items: ({ image: images, tags }, { world }) =>
      images.map((image) => ({
        request: { image, tags: tags.map(dotted) } satisfies TagImage,
        others: [],
        facts: { image: imageName(world, image), tags: listing(tags.map(shown)) },
      })),
  });
}

/** Take tags off images; each is judged alone. SPEC 3.21 */
export function untagImage(tools: Tools): Task {
  return task(tools, {
    id: 'image.untag',
    verbs: ['untag', 'unlabel'],
    needs: 'ims:images:update',
    risk: 'low',
    slots: [
      { name: 'image', kind: ownImage, required: true, many: true, from: ['images'] },
      { name: 'keys', kind: tagKey, required: true, many: true, from: ['names'] },
    ],
    words: (text) => imagesAnd('keys', text, ['without']),
    hears: keysHeard,
    lifecycle: untagging,
    args: z.object({ image: z.array(ImageId).min(1), keys: z.array(z.string()).min(1) }),
    items: ({ image: images, keys }, { world }) =>
      images.map((image) => ({
        request: { image, keys } satisfies UntagImage,
        others: [],
        facts: { image: imageName(world, image), keys: listing(keys) },
      })),
  });
}

/** `web-golden, db-data with stage=test, team=web`; without the joining word tags begin at the first that has a value. */
function imagesAnd(name: string, text: string, joints: readonly string[]) {
  const words = wordsOf(text);
  const [before, joined] = cutAt(words, joints);
  if (joined.length > 0) return { image: before, [name]: joined };
  const [first, ...others] = before;
  const at = others.findIndex((word) => /[=:]/.test(word));
  const images = at < 0 ? [] : others.slice(0, at);
  return {
    image: first === undefined ? [] : [first, ...images],
    [name]: others.slice(images.length),
  };
}

/** "Change the tag stage of web-golden to live" and "with stage=test and team: web": keys with their values. */
function tagsHeard(text: string): RawSlots {
  const { key, value } = newValue.exec(text)?.groups ?? {};
  const written = [...text.matchAll(pair)].map(([, name, said]) => `${name}=${said}`);
  const tags = key === undefined ? written : [`${key}=${value}`];
  return tags.length === 0 ? {} : { tags };
}

/** "Remove the tags stage and team from web-golden": the keys. */
function keysHeard(text: string): RawSlots {
  const { keys = '' } = keysBefore.exec(text)?.groups ?? {};
  const said = listed(wordsOf(keys)).map((key) => key.replace(/[=:].*$/, ''));
  return said.length === 0 ? {} : { keys: said };
}

const keysBefore =
  /\b(?:un)?(?:tags?|labels?)\s+(?<keys>[\w.=:-]+(?:(?:\s*,\s*(?:and\s+)?|\s+and\s+)[\w.=:-]+)*)\s+(?:from|off|of)\s+\S/i;
const newValue =
  /\btag\s+["“]?(?<key>[\w-]+)["”]?\s+(?:of|on|for)\s+.+?\s+to\s+["“]?(?<value>[\w.-]+)["”]?[.!]*$/i;
const pair = /(?<![\w:./-])([\w-]+)\s*[=:]\s*["“]?([\w.-]*\w)/g;

/** People write `stage=test`, `stage:test` or `stage.test`; the clouds write the last. R-TAG-03 */
function dotted(tag: string): string {
  return tag.replace(/\s*[=:.]\s*/, '.');
}

function shown(tag: string): string {
  return dotted(tag).replace('.', ' = ');
}
