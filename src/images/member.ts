import { z } from 'zod';
import { ImageId, Instant, ProjectId } from './ids.ts';
import { Place } from './job.ts';

/** Share status; never to be mixed up with the image status. SPEC 2.4 */
export const MemberStatus = z.enum(['pending', 'accepted', 'rejected']);
export type MemberStatus = z.infer<typeof MemberStatus>;

/** A project an image is offered to, as its owner keeps it. The owner's record decides. */
export const Member = z
  .object({
    project: ProjectId,
    status: MemberStatus,
    createdAt: Instant,
    updatedAt: Instant,
    vaultId: z.string().optional(),
    /** Where the share was asked for, and so where the answer is told. */
    origin: Place.optional(),
    /** Slack ID of the person who shared it. */
    sharedBy: z.string().optional(),
  })
  .readonly();
export type Member = z.infer<typeof Member>;

/**
 * An offer as its recipient keeps it: what to list without opening the owner's unit. Status and facts follow the
 * owner's record by jobs; whoever decides about the image reads the owner's record.
 */
export const Received = z
  .object({
    imageId: ImageId,
    owner: ProjectId,
    name: z.string(),
    type: z.enum(['system', 'data', 'full-ecs', 'iso']),
    osVersion: z.string().optional(),
    minDisk: z.int().positive(),
    status: MemberStatus,
    offeredAt: Instant,
    decidedAt: Instant.optional(),
    /** Vault that keeps an accepted full-ECS image, and the GB it takes there. */
    vault: z
      .object({ id: z.string(), gb: z.int().min(0) })
      .readonly()
      .optional(),
  })
  .readonly();
export type Received = z.infer<typeof Received>;

/** An image that was shared with the project and is no longer, kept for a while so that it can be told why. */
export const Former = z
  .object({
    imageId: ImageId,
    owner: ProjectId,
    ownerName: z.string(),
    name: z.string(),
    endedAt: Instant,
    why: z.enum(['stopped', 'deleted']),
  })
  .readonly();
export type Former = z.infer<typeof Former>;
