import { z } from 'zod';
import { ServerState } from '../server.ts';
import { gb, limit, range, texts } from './kinds.ts';

/** Quotas, and what servers, disks and files may be. */
export const resources = {
  quota: z
    .strictObject({
      images: z.int().min(0),
      imagesAlternative: limit,
      snapshots: limit,
      receivedShares: limit,
      concurrentCreate: limit,
      /** Smallest and largest value a quota can be set to. R-QUO-01 */
      lowest: z.int(),
      highest: z.int(),
    })
    .readonly(),
  server: z
    .strictObject({
      allowedStates: z.array(ServerState).readonly(),
      requireStopped: z.enum(['never', 'always', 'local-disk-only']),
      systemDiskMaxGb: gb,
      sourceSystemDiskMaxGb: gb,
      dataDiskImageMaxGb: gb,
      bulkWarn: z.int(),
      bulkMax: limit,
    })
    .readonly(),
  guest: z
    .strictObject({
      fstabAutomount: z.enum(['confirm', 'block']),
      dataDisksAttached: z.enum(['confirm', 'info']),
    })
    .readonly(),
  create: z
    .strictObject({
      includeDataDisks: z.boolean(),
      cleanupOnFailure: z.enum(['none', 'snapshots']),
    })
    .readonly(),
  minDisk: z
    .strictObject({
      system: z.strictObject({ min: gb, max: gb, step: gb }).readonly(),
      data: range,
      dataV1: range,
      fast: range,
      iso: range,
      strictlyGreater: z.boolean(),
    })
    .readonly(),
  import: z
    .strictObject({
      formats: texts,
      maxGb: gb,
      fastFormats: texts,
      fastMaxGb: gb,
      isoAccepted: z.boolean(),
      maxDataDisks: z.int(),
      bucketClass: z.string().nullable(),
    })
    .readonly(),
  /** Names of operating systems that may be given. R-OS-01 */
  osVersions: texts,
  fullEcs: z
    .strictObject({
      vault: z.enum(['required', 'optional', 'none']),
      azLimitedFirst: z.boolean(),
      backupSeconds: z.int(),
      blockSpanned: z.boolean(),
      blockDss: z.boolean(),
      sanPolicy: z.enum(['confirm', 'info']),
      backupServices: texts,
    })
    .readonly(),
};
