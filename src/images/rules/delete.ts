import type { AskedAboutImage } from '../asked.ts';
import type { Instant } from '../ids.ts';
import type { Image } from '../image.ts';
import { stateOf } from '../image-states.ts';
import type { MemberStatus } from '../member.ts';
import type { Rule } from '../rule.ts';
import type { World } from '../world.ts';
import { aboutOwn, ownersOnly } from './about-own.ts';
import { dependentRules } from './dependents.ts';
import { note } from './note.ts';
import { ownImage } from './ownership.ts';

/** Delete one image, named by its ID. */
export interface DeleteImage {
  readonly image: string;
  /** Full-ECS: also delete the backup behind it. Default: as the cloud's profile says. R-DEL-10 */
  readonly deleteBackup?: boolean;
  /** Also delete the snapshots that belong to it, where the cloud keeps some. R-DEL-11 */
  readonly deleteSnapshots?: boolean;
}

export type DeleteCase = AskedAboutImage<DeleteImage>;

function isBeingMade({ status }: Image): boolean {
  return status === 'queued' || status === 'saving';
}

/** Snapshots that stay behind an image that took data disks along. R-DEL-11 */
export function snapshotsOf({ disks, rootDevice }: Image): number {
  return disks.filter(({ role }) => role === 'data' || rootDevice === 'cloudDisk').length;
}

/**
 * Whether a deleted image can be restored for a while. One that is still being made, or never was finished, is nothing to
 * come back to. docs/decisions/0007-recycle-bin.md
 */
export function goesToBin(image: Image, { binDays }: Pick<World, 'binDays'>): boolean {
  return binDays > 0 && stateOf(image) === 'active';
}

const dayMs = 24 * 60 * 60 * 1000;

/** When an image that is deleted now leaves the bin, by the calendar. */
export function leavesBinAt({ now, binDays }: Pick<World, 'now' | 'binDays'>): Instant {
  return new Date(Date.parse(now) + binDays * dayMs).toISOString();
}

/** Only owners delete, restore and purge. */
export const ownersDelete: Rule<AskedAboutImage> = ownersOnly(
  'R-DEL-01',
  'api/error_codes',
  'IMG.0092',
  'IMG.0094',
);

/** Rules that keep an image from being deleted. SPEC 3.22 */
export const deleteRules: readonly Rule<DeleteCase>[] = [
  ownersDelete,
  aboutOwn('R-DEL-02', 'state', 'api/error_codes; S2; S4', (image, { world: { profile } }) => {
    const exempt = image.type === 'full-ecs' && profile.delete.fullEcsWhileCreating;
    return isBeingMade(image) && !exempt && !profile.delete.onlySettled ? 'IMG.0090' : undefined;
  }),
  aboutOwn('R-DEL-06', 'state', 'jd/Delete-Private-Image; jdsdk', (image, { world }) => {
    const { profile } = world;
    if (!profile.delete.onlySettled) return undefined;
    if (isBeingMade(image))
      return {
        severity: 'block',
        code: profile.codes.imageNotReady,
        facts: { status: stateOf(image) },
      };
    const task = image.busy.find((each) => each !== 'export');
    if (task) return { severity: 'block', code: 'IMSX.0016', facts: { task } };
    const users = world.own.servers.filter(({ originImage }) => originImage.id === image.id);
    if (image.rootDevice !== 'localDisk' || users.length === 0) return undefined;
    return { severity: 'block', code: 'IMSX.0048', facts: { count: users.length } };
  }),
  aboutOwn('R-DEL-03', 'state', 'api/image_attributes; api/error_codes', (image) =>
    image.protected ? 'IMG.0028' : undefined,
  ),
  aboutOwn('R-DEL-04', 'state', 'umn/overview/constraints', (image) =>
    image.published ? 'IMSX.0029' : undefined,
  ),
  aboutOwn('R-DEL-14', 'state', '[D]', (image) =>
    image.busy.includes('export') ? 'IMG.0148' : undefined,
  ),
  aboutOwn(
    'R-DEL-05',
    'state',
    'umn/restrictions_on_image_sharing; umn/faqs/image_deletion; jd/Delete-Private-Image',
    (image, { world: { profile } }) => {
      const facts = { count: image.members.length };
      if (image.sharedWithDomain && profile.delete.domainSharedBlocks)
        return { severity: 'block', code: 'IMSX.0023', facts };
      if (image.members.length === 0) return undefined;
      return profile.delete.whenShared === 'refuse'
        ? { severity: 'block', code: 'IMSX.0015', facts }
        : {
            severity: 'confirm',
            code: 'IMSX.0024',
            facts: { ...facts, ...byStatus(image.members) },
            ...(image.members.some(({ status }) => status === 'accepted') && { grave: true }),
          };
    },
  ),
];

function byStatus(members: Image['members']) {
  const count = (wanted: MemberStatus) => members.filter(({ status }) => status === wanted).length;
  return {
    accepted: count('accepted'),
    pending: count('pending'),
    rejected: count('rejected'),
  };
}

/** What people confirm and should know when they delete. SPEC 3.22 */
export const deleteNotes: readonly Rule<DeleteCase>[] = [
  aboutOwn('R-BIN-01', 'confirmation', '[D]', (image, { world }) =>
    goesToBin(image, world)
      ? { severity: 'confirm', code: 'IMSX.0024', facts: { days: world.binDays } }
      : undefined,
  ),
  aboutOwn('R-BIN-07', 'confirmation', '[D]', (image, { world }) =>
    goesToBin(image, world) ? { severity: 'warn' } : undefined,
  ),
  aboutOwn('R-DEL-07', 'confirmation', 'umn/deleting_images', (image, { world }) =>
    goesToBin(image, world)
      ? undefined
      : {
          severity: 'confirm',
          code: 'IMSX.0024',
          ...(image.status !== 'killed' && { grave: true }),
        },
  ),
  ...dependentRules<DeleteCase>(ownImage),
  aboutOwn(
    'R-DEL-10',
    'confirmation',
    'api/deleting_an_image; umn/deleting_images',
    (image, { request, world: { profile } }) => {
      if (image.type !== 'full-ecs') return undefined;
      const wanted = request.deleteBackup ?? profile.delete.deleteBackupDefault;
      const pending = image.limitedToAz !== undefined || isBeingMade(image);
      if (wanted && !pending) return undefined;
      return wanted ? { severity: 'warn', code: 'IMG.0176' } : { severity: 'info' };
    },
  ),
  note('R-DEL-08', 'umn/deleting_images', ownedCase),
  note('R-DEL-09', 'umn/deleting_images', ownedCase),
  note('R-DEL-11', 'jd/Delete-Private-Image; jdsdk', (given) => {
    const image = ownImage(given);
    const count = image ? snapshotsOf(image) : 0;
    return count > 0 && !given.request.deleteSnapshots && { count };
  }),
  note('R-DEL-13', 'api/error_codes', (given) => {
    const image = ownImage(given);
    return image !== undefined && !goesToBin(image, given.world);
  }),
];

function ownedCase(given: DeleteCase): boolean {
  return ownImage(given) !== undefined;
}
