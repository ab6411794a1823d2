import { z } from 'zod';
import { ImageId, Instant, ProjectId, ServerId } from './ids.ts';

/** A disk of a server. Size in GB. SPEC 1.3 */
export const Disk = z
  .object({
    id: z.string().min(1),
    role: z.enum(['system', 'data']),
    sizeGb: z.int().positive(),
    device: z.string(),
    state: z.enum(['available', 'in-use', 'error']).default('in-use'),
    storage: z.enum(['evs', 'dss', 'dess', 'local']).default('evs'),
    keyId: z.string().optional(),
    shared: z.boolean().default(false),
    /** The data image it was filled from. R-DATA-09 */
    fromImage: ImageId.optional(),
  })
  .readonly();
export type Disk = z.infer<typeof Disk>;

export const ServerState = z.enum([
  'running',
  'stopped',
  'starting',
  'stopping',
  'rebooting',
  'error',
  'frozen',
  'reclaiming',
]);
export type ServerState = z.infer<typeof ServerState>;

/** What the module knows about the inside of a guest; on a real cloud a person has to say. SPEC 1.2, 3.2 */
export const Guest = z
  .object({
    /** Mount points of non-system disks in /etc/fstab. R-SYS-08 */
    fstabAutomount: z.array(z.string()).readonly().default([]),
    /** Windows volume over several disks. R-FULL-05 */
    spannedVolume: z.boolean().default(false),
    /** Linux volume group over several disks. R-FULL-06 */
    multiDiskVg: z.boolean().default(false),
    sanPolicy: z.enum(['OnlineAll', 'OfflineShared', 'OfflineInternal']).default('OfflineShared'),
    dhcp: z.boolean().default(true),
    networkRulesCleared: z.boolean().default(true),
    cloudInit: z.boolean().default(true),
    virtioDrivers: z.boolean().default(true),
    sysprep: z.boolean().default(false),
    inDomain: z.boolean().default(false),
    containsDatabase: z.boolean().default(false),
    sensitiveDataRemoved: z.boolean().default(false),
  })
  .readonly();
export type Guest = z.infer<typeof Guest>;

/** An ECS or BMS. Memory in MB. SPEC 1.2 */
export const Server = z
  .object({
    id: ServerId,
    name: z.string().min(1),
    projectId: ProjectId,
    region: z.string(),
    az: z.string(),
    kind: z.enum(['ecs', 'bms']).default('ecs'),
    state: ServerState,
    /** Name of a task that runs on the server, e.g. `resize`. R-SYS-10 */
    task: z.string().optional(),
    spot: z.boolean().default(false),
    /** An overdue account freezes the server. R-SYS-05 */
    billing: z.enum(['ok', 'frozen']).default('ok'),
    osType: z.enum(['Linux', 'Windows', 'Other']).default('Linux'),
    osVersion: z.string(),
    osBit: z.enum(['32', '64']).default('64'),
    bootMode: z.enum(['bios', 'uefi']).default('bios'),
    vcpus: z.int().positive().default(2),
    ramMb: z.int().positive().default(4096),
    rootDevice: z.enum(['localDisk', 'cloudDisk']).default('cloudDisk'),
    disks: z.array(Disk).readonly(),
    originImage: z
      .object({
        id: ImageId.optional(),
        kind: z.enum(['public', 'private', 'shared', 'marketplace']),
        publicOsVendor: z.string().optional(),
      })
      .readonly()
      .default({ kind: 'public' }),
    guest: Guest.prefault({}),
    /** Locked by a running full-ECS creation. R-FULL-10 */
    locked: z.boolean().default(false),
    /** Still tied to the old backup service, CSBS. R-FULL-21 */
    csbs: z.boolean().default(false),
    createdAt: Instant.optional(),
  })
  .readonly();
export type Server = z.infer<typeof Server>;
