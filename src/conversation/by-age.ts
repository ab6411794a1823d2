import type { Image } from '../images/image.ts';
import { isGone } from '../images/image-states.ts';
import type { Asking, Operation } from '../operations/operation.ts';
import { spanOf, timeIn } from '../operations/spoken-times.ts';
import type { Understanding } from '../understanding/meaning.ts';

const image = '(?:image|template|one)';
const newest = new RegExp(
  String.raw`\b(?:newest|latest|most recent|youngest)(?: \w+)? ${image}\b(?!s)`,
  'i',
);
const oldest = new RegExp(String.raw`\boldest(?: \w+)? ${image}\b(?!s)`, 'i');
/** "The image from yesterday", "the one that was made last Tuesday". */
const dated = new RegExp(
  String.raw`\b(?:the|my|our|that) ${image} (?:that |which )?(?:(?:is|was|were|i|we) )?(?:(?:made|created|taken|built) )?(?:on |from |of )?(?<when>.*)$`,
  'i',
);

/**
 * Fills what "my newest image" or "the image from yesterday" leaves open with the project's image that fits. Names in the
 * text come first; where several fit it stays open and is asked for.
 */
export function agedAt(
  meant: Understanding,
  operation: Operation | undefined,
  asking: Asking | undefined,
): Understanding {
  const takesImage = operation?.slots.some(({ from }) => from.includes('images')) ?? false;
  if (!asking || !takesImage || meant.slots.images) return meant;
  const found = imageOfAge(meant.text, asking);
  return found ? { ...meant, slots: { ...meant.slots, images: [found.name] } } : meant;
}

function imageOfAge(text: string, { world }: Asking): Image | undefined {
  const images = world.own.images
    .filter((one) => !isGone(one))
    .toSorted((one, other) => Date.parse(one.createdAt) - Date.parse(other.createdAt));
  if (newest.test(text)) return images.at(-1);
  if (oldest.test(text)) return images[0];
  const when = dated.exec(text)?.groups?.when;
  const time = when === undefined ? undefined : timeIn(when);
  if (when === undefined || time === undefined || !when.startsWith(time)) return undefined;
  const { from, to } = spanOf(time, Date.parse(world.now)) ?? {};
  const [only, ...more] = images.filter(({ createdAt }) => {
    const made = Date.parse(createdAt);
    return (!from || made >= Date.parse(from)) && (!to || made < Date.parse(to));
  });
  return more.length === 0 ? only : undefined;
}
