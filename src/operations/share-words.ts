import type { RawSlots } from './slot.ts';
import { cutAt, wordsOf } from './words.ts';

/** `web, db with team-data`; without the joining word the first is the image, and the others are the projects. */
export function imagesAndProjects(text: string, joints: readonly string[]): RawSlots {
  const [images, projects] = cutAt(wordsOf(text), joints);
  const [image, ...rest] = images;
  if (projects.length > 0 || image === undefined) return { images, projects };
  return { images: [image], projects: rest };
}

/** "All our images", "everything". */
export const everyImage =
  /\b(?:all|every|each)\s+(?:of\s+)?(?:(?:my|our|the|these|its)\s+)?(?:(?:own|shared|private)\s+)?images?\b|\beverything\b/i;
