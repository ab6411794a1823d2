import { z } from 'zod';
import { ImageId, type ProjectId } from '../images/ids.ts';
import type { Image } from '../images/image.ts';
import { type DeleteImage, deleteImage as lifecycle } from '../images/operations/delete-image.ts';
import { goesToBin, leavesBinAt } from '../images/rules/delete.ts';
import type { World } from '../images/world.ts';
import { imageName } from './image-name.ts';
import { restoreChoice } from './list-bin.ts';
import type { Task } from './operation.ts';
import { ownImage } from './slot-kinds.ts';
import { moment } from './spoken.ts';
import { task } from './task.ts';
import type { Subject } from './task-words.ts';
import type { Tools } from './tools.ts';
import { listed, wordsOf } from './words.ts';

const Args = z.object({ images: z.array(ImageId).min(1) });

/** Delete images, into the recycle bin or for good; each is judged alone. SPEC 3.22 */
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
    items: ({ images }, { world, caller }) =>
      images.map((image) => ({
        request: { image } satisfies DeleteImage,
        others: holders(world, image),
        ...subject(image, world, caller.project),
      })),
  });

  /** What becomes of the image, said in advance. */
  function subject(id: ImageId, world: World, project: ProjectId): Subject {
    const name = imageName(world, id);
    const image = world.own.images.find((one) => one.id === id);
    const until = image && (image.bin?.until ?? endInBin(image, world));
    if (!until) return { facts: { image: name, id } };
    return {
      facts: { image: name, id, until: moment(until) },
      variant: 'bin',
      next: [restoreChoice(tools.wording, image, project)],
    };
  }
}

function endInBin(image: Image, world: World): string | undefined {
  return goesToBin(image, world) ? leavesBinAt(world) : undefined;
}

/** Projects that have, or had, the image and may have made servers of it. */
export function holders({ own }: World, id: ImageId): readonly ProjectId[] {
  const image = own.images.find((one) => one.id === id);
  const members = image?.members.map(({ project }) => project) ?? [];
  return [...members, ...(image?.bin?.recipients ?? [])];
}
