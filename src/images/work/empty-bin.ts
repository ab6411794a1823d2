import type { Instant, ProjectId } from '../ids.ts';
import type { Image } from '../image.ts';
import { isBinned } from '../image-states.ts';
import { withImage } from '../members.ts';
import { owe, record } from '../record.ts';
import { removeImage, scrubJob } from '../remove-image.ts';
import type { Unit } from '../unit.ts';
import type { Cause, World } from '../world.ts';

/** How long before its end in the bin people are reminded of an image, ms. */
const warningMs = 24 * 60 * 60 * 1000;

type Bin = NonNullable<Image['bin']>;

/** What emptying looks at. Times are the calendar's: a bin's days do not pass faster in a lab. */
type Around = Pick<World, 'profile' | 'directory' | 'now'>;

/** Deletes for good what has lain in the bin for its time, and reminds of what soon will have. Done again it changes nothing. */
export function emptyBin(
  unit: Unit,
  around: Around,
  newIds: (key: string) => Cause['newId'],
): Unit {
  return unit.images.filter(isBinned).reduce((left, image) => {
    const { bin } = image;
    if (!bin) return left;
    if (bin.until <= around.now) return expire(left, around, image, bin, newIds);
    return warningAt(bin) <= around.now && !bin.warned ? warn(left, image, bin, around.now) : left;
  }, unit);
}

/** When the bin is to be looked at next; undefined when nothing lies in it. */
export function binDue({ images }: Pick<Unit, 'images'>): Instant | undefined {
  return images
    .filter(isBinned)
    .flatMap(({ bin }) => (bin ? [bin.warned ? bin.until : warningAt(bin)] : []))
    .toSorted()[0];
}

/** No later than its end: one that stays a day or less is not told of again. */
function warningAt({ at, until }: Bin): Instant {
  const early = Date.parse(until) - warningMs;
  return early > Date.parse(at) ? new Date(early).toISOString() : until;
}

function warn(unit: Unit, image: Image, bin: Bin, now: Instant): Unit {
  return owe(withImage(unit, { ...image, bin: { ...bin, warned: true } }), {
    id: `${image.id}/bin-ends/${bin.until}`,
    kind: 'bin.ends-soon',
    to: bin.origin,
    asker: bin.by,
    imageId: image.id,
    owedSince: now,
    facts: { image: image.name, imageId: image.id, projectId: unit.project },
  });
}

function expire(
  unit: Unit,
  { profile, directory, now }: Around,
  image: Image,
  bin: Bin,
  newIds: (key: string) => Cause['newId'],
): Unit {
  const key = `bin/${image.id}/${bin.until}`;
  const cause: Cause = { key, origin: bin.origin, newId: newIds(key) };
  const caller = callerOf(bin, unit.project);
  const world = { own: unit, profile, directory, now, caller };
  return record(removeImage(world, image, bin), world, cause, {
    operation: 'bin.expire',
    trace: 'deleteImage',
    image,
    facts: { automatic: true },
    job: scrubJob(world, cause, image, 'bin.expire'),
  });
}

/** It happens for the person who put the image there. */
function callerOf({ by }: Bin, project: ProjectId) {
  return { who: by, project };
}
