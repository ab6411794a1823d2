import { z } from 'zod';
import { History } from './history.ts';
import { ImageId, Instant, JobId, ProjectId } from './ids.ts';
import { Image } from './image.ts';
import { Facts, Job, Place } from './job.ts';
import { Former, Received } from './member.ts';
import { Disk, Server } from './server.ts';
import { Agency, Backup, Bucket } from './source.ts';

/** A message owed to people. It leaves the unit only after it was posted. */
export const Notice = z
  .object({
    /** Unique for ever; also written into the posted message so that a double can be recognised. */
    id: z.string(),
    /** Which sentence: a key of intents/wording/en/notices.yaml. */
    kind: z.string(),
    to: Place,
    /** Slack ID of the person who asked for what this is news of. */
    asker: z.string().optional(),
    facts: Facts,
    /** The job whose card shows the same, if there is one. */
    job: JobId.optional(),
    imageId: ImageId.optional(),
    owedSince: Instant,
  })
  .readonly();
export type Notice = z.infer<typeof Notice>;

/** Who did or tried what, when, to which image, by which way, and how it ended. SPEC 3.22 R-AUD */
export const AuditLine = z
  .object({
    id: z.string(),
    at: Instant,
    /** Slack user ID. */
    who: z.string(),
    project: ProjectId.optional(),
    operation: z.string(),
    outcome: z.enum(['done', 'refused', 'failed']),
    imageId: z.string().optional(),
    imageName: z.string().optional(),
    codes: z.array(z.string()).readonly().default([]),
    facts: Facts.default({}),
  })
  .readonly();
export type AuditLine = z.infer<typeof AuditLine>;

/** What was already done for an idempotency key: the same key never has a second effect. */
export const Effect = z
  .object({ at: Instant, job: JobId.optional(), refused: z.boolean().optional() })
  .readonly();
export type Effect = z.infer<typeof Effect>;

export const Vault = z
  .object({
    id: z.string(),
    name: z.string(),
    kind: z.enum(['server-backup', 'other']).default('server-backup'),
    protection: z.enum(['backup', 'replication']).default('backup'),
    capacityGb: z.int().positive(),
    usedGb: z.int().min(0),
    state: z.enum(['available', 'unavailable']).default('available'),
    /** IDs of the servers whose backups it keeps; a server is in one vault only. R-FULL-09 */
    servers: z.array(z.string()).readonly().default([]),
    /** How many servers it may keep; no figure: as many as fit. */
    maxServers: z.int().positive().optional(),
  })
  .readonly();
export type Vault = z.infer<typeof Vault>;

/** KMS key. `grants`: projects that may use it, with the operations granted. R-SHARE-11 */
export const Key = z
  .object({
    id: z.string(),
    alias: z.string(),
    kind: z.enum(['default', 'custom']),
    state: z.enum(['enabled', 'disabled', 'pending-deletion', 'deleted']).default('enabled'),
    grants: z
      .array(
        z.object({ project: ProjectId, operations: z.array(z.string()).readonly() }).readonly(),
      )
      .readonly()
      .default([]),
  })
  .readonly();
export type Key = z.infer<typeof Key>;

/**
 * One project in one region: the unit of consistency. All that must change together is in here, and is written as one.
 */
export const Unit = z
  .object({
    schema: z.literal(1),
    project: ProjectId,
    region: z.string(),
    servers: z.array(Server).readonly().default([]),
    /** Disks that no server has. */
    disks: z.array(Disk).readonly().default([]),
    images: z.array(Image).readonly().default([]),
    received: z.array(Received).readonly().default([]),
    /** Shares that have ended, newest last. */
    former: z.array(Former).readonly().default([]),
    vaults: z.array(Vault).readonly().default([]),
    keys: z.array(Key).readonly().default([]),
    buckets: z.array(Bucket).readonly().default([]),
    backups: z.array(Backup).readonly().default([]),
    agencies: z.array(Agency).readonly().default([]),
    /** Disk snapshots in use, for clouds that count them. R-QUOTA-03 */
    snapshotsUsed: z.int().min(0).default(0),
    jobs: z.array(Job).readonly().default([]),
    history: History.default({}),
    notices: z.array(Notice).readonly().default([]),
    audit: z.array(AuditLine).readonly().default([]),
    effects: z.record(z.string(), Effect).readonly().default({}),
  })
  .readonly();
export type Unit = z.infer<typeof Unit>;
