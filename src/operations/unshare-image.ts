import { z } from 'zod';
import { ImageId, ProjectId } from '../images/ids.ts';
import {
  unshareImage as lifecycle,
  type UnshareImage,
} from '../images/operations/unshare-image.ts';
import type { Task } from './operation.ts';
import { imageName } from './share-image.ts';
import { memberProject, ownImage } from './slot-kinds.ts';
import { task } from './task.ts';
import type { Tools } from './tools.ts';
import { cutAt, wordsOf } from './words.ts';

const Args = z.object({ images: z.array(ImageId).min(1), projects: z.array(ProjectId).min(1) });

/** Stop sharing images with one, several or all of their members. SPEC 3.15 */
export function unshareImage(tools: Tools): Task {
  return task(tools, {
    id: 'image.unshare',
    verbs: ['unshare', 'stop-sharing', 'revoke'],
    needs: 'ims:images:share',
    risk: 'high',
    slots: [
      { name: 'images', kind: ownImage, required: true, many: true, from: ['images'] },
      {
        name: 'projects',
        kind: memberProject,
        required: true,
        many: true,
        from: ['projects', 'all'],
      },
    ],
    words: (text) => {
      const [images, projects] = cutAt(wordsOf(text), ['with', 'from', 'to']);
      const [image, ...rest] = images;
      if (projects.length > 0 || image === undefined) return { images, projects };
      return { images: [image], projects: rest };
    },
    lifecycle,
    args: Args,
    items: ({ images, projects }, { world }) =>
      images.map((image) => ({
        request: { image, targets: projects } satisfies UnshareImage,
        others: [],
        facts: { image: imageName(world, image) },
        targets: projects,
      })),
  });
}
