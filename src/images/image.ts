import { z } from 'zod';
import { ImageId, Instant, ProjectId } from './ids.ts';
import { Place } from './job.ts';
import { Member } from './member.ts';

export const ImageType = z.enum(['system', 'data', 'full-ecs', 'iso']);
export type ImageType = z.infer<typeof ImageType>;

/** Image status, one machine for all clouds. SPEC 2.1 */
export const ImageStatus = z.enum([
  'queued',
  'saving',
  'active',
  'killed',
  'pending_delete',
  'deleted',
]);
export type ImageStatus = z.infer<typeof ImageStatus>;

/** Where an image came from; decides what may be done with it. SPEC 1.1 `origin` */
export const Origin = z
  .object({
    kind: z.enum(['server', 'disk', 'file', 'iso', 'csbs', 'cbr', 'copy', 'cross-copy', 'public']),
    refId: z.string().optional(),
    /** Vendor of the public OS image at the root: windows, suse, redhat, ubuntu, oracle ... */
    publicOsVendor: z.string().optional(),
    marketplace: z.boolean().default(false),
    /** Full-ECS: the source server still had a backup of the old CSBS service. S4 */
    csbsLegacy: z.boolean().default(false),
    /** Full-ECS: the backup had itself been shared to this project. */
    sharedBackup: z.boolean().default(false),
  })
  .readonly();
export type Origin = z.infer<typeof Origin>;

const Encryption = z
  .object({ keyId: z.string(), keyKind: z.enum(['default', 'custom']) })
  .readonly();

/** Disk inside a full-ECS or JD Cloud whole image. Sizes in GB. */
export const ImageDisk = z
  .object({ role: z.enum(['system', 'data']), sizeGb: z.int().positive(), device: z.string() })
  .readonly();
export type ImageDisk = z.infer<typeof ImageDisk>;

/**
 * The image lies in Goldie's recycle bin. No cloud has such a thing: to the cloud it is an active image that nobody uses.
 * docs/decisions/0007-recycle-bin.md
 */
const Binned = z
  .object({
    /** Slack user ID of who deleted it. */
    by: z.string(),
    at: Instant,
    /** When it is deleted for good, by itself. */
    until: Instant,
    /** Where it was deleted, and so where its end is told. */
    origin: Place,
    /** What was asked to go with it, for when it is deleted for good. R-DEL-10, R-DEL-11 */
    deleteBackup: z.boolean().optional(),
    deleteSnapshots: z.boolean().optional(),
    /** The backup behind a full-ECS image as it went into the bin. R-BIN-05 */
    backupId: z.string().optional(),
    /** The projects it was shared with. */
    recipients: z.array(ProjectId).readonly().default([]),
    /** Its near end was told. */
    warned: z.boolean().default(false),
  })
  .readonly();

/** A machine image. Disk sizes in GB, memory in MB, file size in bytes, times in UTC. SPEC 1.1 */
export const Image = z
  .object({
    id: ImageId,
    name: z.string().min(1),
    description: z.string().default(''),
    type: ImageType,
    target: z.enum(['ecs', 'bms']).default('ecs'),
    visibility: z.enum(['private', 'public', 'shared']).default('private'),
    owner: ProjectId,
    region: z.string(),
    status: ImageStatus,
    /** The cloud's own word, kept when it maps to no status we know. SPEC 2.5 */
    rawStatus: z.string().optional(),
    /** Full-ECS images are usable in one AZ until their backup is complete. R-FULL-11 */
    limitedToAz: z.string().optional(),
    osType: z.enum(['Linux', 'Windows', 'Other']).default('Linux'),
    osVersion: z.string().optional(),
    osBit: z.enum(['32', '64']).default('64'),
    architecture: z.enum(['x86', 'arm']).default('x86'),
    bootMode: z.enum(['bios', 'uefi']).default('bios'),
    minDisk: z.int().positive(),
    minRam: z.int().min(0).default(0),
    maxRam: z.int().min(0).optional(),
    fileSize: z.int().positive().optional(),
    disks: z.array(ImageDisk).readonly().default([]),
    /** JD Cloud only. R-USE-15 */
    rootDevice: z.enum(['localDisk', 'cloudDisk']).optional(),
    encryption: Encryption.optional(),
    /** NIC multi-queue. */
    multiQueue: z.boolean().optional(),
    /** An SR-IOV driver is inside. R-MOD-04 */
    sriov: z.boolean().optional(),
    keyUsable: z.boolean().default(true),
    protected: z.boolean().default(false),
    published: z.boolean().default(false),
    frozen: z.boolean().default(false),
    /** Shared with a whole domain or organisation unit, outside Goldie. R-DEL-05 */
    sharedWithDomain: z.boolean().default(false),
    enterpriseProjectId: z.string().default('0'),
    origin: Origin,
    /** Work under way on the image besides its creation. SPEC 2.1 */
    busy: z
      .array(z.enum(['export', 'copy', 'cross-copy', 'convert']))
      .readonly()
      .default([]),
    tags: z.record(z.string(), z.string()).readonly().default({}),
    members: z.array(Member).readonly().default([]),
    bin: Binned.optional(),
    createdAt: Instant,
    updatedAt: Instant,
    activeAt: Instant.optional(),
    /** Something was made of it, or somebody accepted it. Only since Goldie keeps it. */
    lastUsedAt: Instant.optional(),
  })
  .readonly();
export type Image = z.infer<typeof Image>;
