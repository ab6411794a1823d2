import { z } from 'zod';
import { ImageId, ProjectId } from '../images/ids.ts';
import { shareImage as lifecycle, type ShareImage } from '../images/operations/share-image.ts';
import type { World } from '../images/world.ts';
import type { Task } from './operation.ts';
import { ownImages, shareTarget } from './slot-kinds.ts';
import { task } from './task.ts';
import type { Tools } from './tools.ts';
import { cutAt, wordsOf } from './words.ts';

const Args = z.object({ images: z.array(ImageId).min(1), projects: z.array(ProjectId).min(1) });

/** Offer images to other projects; each image is judged alone. SPEC 3.14 */
export function shareImage(tools: Tools): Task {
  return task(tools, {
    id: 'image.share',
    verbs: ['share', 'offer'],
    slash: '/image-share',
    needs: 'ims:images:share',
    risk: 'low',
    slots: [
      { name: 'images', kind: ownImages(() => true), required: true, many: true, from: ['images'] },
      { name: 'projects', kind: shareTarget, required: true, many: true, from: ['projects'] },
    ],
    words: (text) => {
      const [images, projects] = cutAt(wordsOf(text), ['with', 'to']);
      const [image, ...rest] = images;
      if (projects.length > 0 || image === undefined) return { images, projects };
      return { images: [image], projects: rest };
    },
    hears: (text, { images = [] }) =>
      images.length === 0 && everyImage.test(text) ? { images: ['all'] } : {},
    lifecycle,
    args: Args,
    items: ({ images, projects }, { world }) =>
      images.map((image) => ({
        request: { image, targets: projects } satisfies ShareImage,
        others: projects,
        facts: { image: imageName(world, image) },
        targets: projects,
      })),
  });
}

/** "All our images", "everything". */
export const everyImage =
  /\b(?:all|every|each)\s+(?:of\s+)?(?:(?:my|our|the|these|its)\s+)?(?:(?:own|shared|private)\s+)?images?\b|\beverything\b/i;

/** Name of an image that the project can see, or its ID when it is gone. */
export function imageName({ own, directory }: World, id: ImageId): string {
  const image = [...own.images, ...directory.publicImages(own.region)].find((one) => one.id === id);
  return image?.name ?? own.received.find(({ imageId }) => imageId === id)?.name ?? id;
}
