import { z } from 'zod';
import { ImageId, JobId, ServerId } from './ids.ts';
import { Disk } from './server.ts';

/** A file in a bucket. Sizes: the file in bytes, the disk inside it in GB. SPEC 1.3 */
export const BucketObject = z
  .object({
    key: z.string().min(1),
    sizeBytes: z.int().min(0),
    /** vhd, qcow2, raw, zvhd2, iso ... */
    format: z.string(),
    virtualSizeGb: z.int().min(0).default(0),
    encryption: z.enum(['none', 'sse-kms', 'other']).default('none'),
    osVersion: z.string().optional(),
    /** The export that wrote it. */
    writtenBy: JobId.optional(),
  })
  .readonly();
export type BucketObject = z.infer<typeof BucketObject>;

/** A bucket that the project may use, with what is in it. R-FILE-06, R-EXP-08 */
export const Bucket = z
  .object({
    name: z.string().min(1),
    region: z.string(),
    storageClass: z.enum(['Standard', 'Warm', 'Cold']).default('Standard'),
    accessible: z.boolean().default(true),
    objects: z.array(BucketObject).readonly().default([]),
  })
  .readonly();
export type Bucket = z.infer<typeof Bucket>;

/** A backup of a server by the old (csbs) or the new (cbr) backup service. SPEC 1.3, 3.9 */
export const Backup = z
  .object({
    id: z.string(),
    name: z.string(),
    service: z.enum(['csbs', 'cbr']),
    state: z.enum(['available', 'creating', 'error']).default('available'),
    serverId: ServerId,
    disks: z.array(Disk).readonly(),
    vaultId: z.string().optional(),
    usedByImageId: ImageId.optional(),
    /** Shared to this project by somebody else. R-FBK-07 */
    shared: z.boolean().default(false),
    osVersion: z.string().optional(),
    accessible: z.boolean().default(true),
    /** Regions it was already copied to. R-XCOPY-09 */
    copiedTo: z.array(z.string()).readonly().default([]),
  })
  .readonly();
export type Backup = z.infer<typeof Backup>;

/** An agency that lets the image service work in other regions. R-XCOPY-07 */
export const Agency = z
  .object({
    name: z.string(),
    /** Region projects in which it may work as IMS Administrator. */
    regions: z.array(z.string()).readonly(),
  })
  .readonly();
export type Agency = z.infer<typeof Agency>;
