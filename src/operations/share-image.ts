import { z } from 'zod';
import { ImageId, ProjectId } from '../images/ids.ts';
import { shareImage as lifecycle, type ShareImage } from '../images/operations/share-image.ts';
import { imageName } from './image-name.ts';
import type { Task } from './operation.ts';
import { everyImage, imagesAndProjects } from './share-words.ts';
import { imageToShare, shareTarget } from './slot-kinds.ts';
import { task } from './task.ts';
import type { Tools } from './tools.ts';

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
      { name: 'images', kind: imageToShare, required: true, many: true, from: ['images'] },
      { name: 'projects', kind: shareTarget, required: true, many: true, from: ['projects'] },
    ],
    words: (text) => imagesAndProjects(text, ['with', 'to']),
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
