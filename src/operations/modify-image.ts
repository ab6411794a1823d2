import { z } from 'zod';
import { ImageId } from '../images/ids.ts';
import { modifyImage as lifecycle, type ModifyImage } from '../images/operations/modify-image.ts';
import {
  attributeHeard,
  attributeLabel,
  attributeNamed,
  attributeThen,
} from './attribute-words.ts';
import { imageName } from './image-name.ts';
import type { Task } from './operation.ts';
import type { Slot, SlotKind } from './slot.ts';
import { freeText, ownImage } from './slot-kinds.ts';
import { task } from './task.ts';
import type { Tools } from './tools.ts';
import { cutAt, wordsOf } from './words.ts';

/** Attributes that the cloud lets people change; others are named too, and the rules say why not. */
const attribute: SlotKind = {
  options: ({ world }) =>
    world.profile.modify.fields.map((value) => ({ value, label: attributeLabel(value) })),
  accept: (said) =>
    attributeNamed(said) ?? (/^[a-z]+(?:[ -][a-z]+)?$/i.test(said) ? said : undefined),
};

const image: Slot = {
  name: 'image',
  kind: ownImage,
  required: true,
  many: false,
  from: ['images'],
};

const Args = z.object({
  image: z.tuple([ImageId]),
  field: z.tuple([z.string()]),
  value: z.tuple([z.string()]),
});

/** Change one attribute of an image. SPEC 3.13 */
export function modifyImage(tools: Tools): Task {
  return task(tools, {
    id: 'image.modify',
    verbs: ['modify', 'change', 'edit', 'set'],
    needs: 'ims:images:update',
    risk: 'low',
    slots: [
      image,
      { name: 'field', kind: attribute, required: true, many: false, from: [] },
      { name: 'value', kind: freeText, required: true, many: false, from: [] },
    ],
    words: (text) => {
      const [[of, ...field], to] = cutAt(wordsOf(text), ['to', '=', 'as']);
      return {
        image: of === undefined ? [] : [of],
        ...attributeThen(field.join(' ')),
        ...(to.length > 0 && { value: [to.join(' ')] }),
      };
    },
    hears: attributeHeard,
    lifecycle,
    args: Args,
    items: ({ image: [id], field: [field], value: [said] }, { world }) => [
      {
        request: { image: id, field, value: settled(field, said) } satisfies ModifyImage,
        others: [],
        facts: { image: imageName(world, id), field: attributeLabel(field), value: said },
      },
    ],
  });
}

/** Give an image another name. */
export function renameImage(tools: Tools): Task {
  return task(tools, {
    id: 'image.rename',
    verbs: ['rename'],
    needs: 'ims:images:update',
    risk: 'low',
    slots: [image, { name: 'name', kind: freeText, required: true, many: false, from: ['names'] }],
    words: (text) => {
      const [[of, ...rest], to] = cutAt(wordsOf(text), ['to', 'as']);
      const name = to.length > 0 ? to : rest;
      return {
        image: of === undefined ? [] : [of],
        name: name.length === 0 ? [] : [name.join(' ')],
      };
    },
    lifecycle,
    args: z.object({ image: z.tuple([ImageId]), name: z.tuple([z.string()]) }),
    items: ({ image: [id], name: [name] }, { world }) => [
      {
        request: { image: id, field: 'name', value: name } satisfies ModifyImage,
        others: [],
        facts: { image: imageName(world, id), name },
      },
    ],
  });
}

/** A value as the rules read it: memory in MB, switches as on or off, boot modes in small letters. */
function settled(field: string, said: string): string {
  const text = said.trim();
  if (field === 'name' || field === 'description') return said;
  if (field === 'minRam' || field === 'maxRam') return memoryMb(text);
  if (/^(?:on|yes|true|enabled?)$/i.test(text)) return 'on';
  if (/^(?:off|no|false|disabled?)$/i.test(text)) return 'off';
  return text.toLowerCase();
}

/** `4 GB`, `4096 MB` or `4096`, in MB. */
function memoryMb(text: string): string {
  const { number, unit = 'm' } =
    /^(?<number>\d{1,7})\s*(?<unit>[gm])?i?b?$/i.exec(text)?.groups ?? {};
  if (number === undefined) return text;
  return String(Number(number) * (unit.toLowerCase() === 'g' ? 1024 : 1));
}
