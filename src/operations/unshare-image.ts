import { z } from 'zod';
import { ImageId, ProjectId } from '../images/ids.ts';
import {
  unshareImage as lifecycle,
  type UnshareImage,
} from '../images/operations/unshare-image.ts';
import { imageName } from './image-name.ts';
import type { Task } from './operation.ts';
import { everyImage, imagesAndProjects } from './share-words.ts';
import { memberProject, ownImages } from './slot-kinds.ts';
import { task } from './task.ts';
import type { Tools } from './tools.ts';

const Args = z.object({ images: z.array(ImageId).min(1), projects: z.array(ProjectId).min(1) });

/** Stop sharing images with one, several or all of their members. SPEC 3.15 */
export function unshareImage(tools: Tools): Task {
  return task(tools, {
    id: 'image.unshare',
    verbs: ['unshare', 'stop-sharing', 'revoke'],
    needs: 'ims:images:share',
    risk: 'high',
    slots: [
      {
        name: 'images',
        kind: ownImages(({ members }) => members.length > 0),
        required: true,
        many: true,
        from: ['images'],
      },
      {
        name: 'projects',
        kind: memberProject,
        required: true,
        many: true,
        from: ['projects'],
      },
    ],
    words: (text) => imagesAndProjects(text, ['with', 'from', 'to']),
    hears: (text, { images = [], projects = [], all = [] }) => ({
      ...(images.length === 0 && everyImage.test(text) && { images: ['all'] }),
      ...(projects.length === 0 && all.length > 0 && { projects: ['all'] }),
    }),
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
