import { z } from 'zod';
import { ImageId, Instant, ProjectId, ServerId } from '../images/ids.ts';
import { Image, ImageStatus } from '../images/image.ts';
import { MemberStatus } from '../images/member.ts';
import { Disk, Server } from '../images/server.ts';
import { Agency, Backup, Bucket } from '../images/source.ts';
import { Key, Vault } from '../images/unit.ts';
import { StepFaults } from '../images/work/step-fault.ts';

const name = z.string().trim().min(1);
/** A project by its name or its ID. */
const project = name;
/** A time as people write it, in the one form that sorts: with milliseconds. */
const when = Instant.transform((text) => new Date(text).toISOString());
const slackId = (kinds: string, what: string) =>
  z.string().regex(new RegExp(`^[${kinds}][A-Z0-9]+$`), `it is not the Slack ID of a ${what}`);

const roles = ['viewer', 'operator', 'admin'] as const;
/** What a person may do in a project; each role may all that the ones before it may. */
export type Role = (typeof roles)[number];

const AccountEntry = z.strictObject({
  id: name,
  name,
  site: z.enum(['chinese-mainland', 'international']).default('international'),
  standing: z
    .enum(['ok', 'unverified', 'no-balance', 'payment-incomplete', 'budget-low'])
    .default('ok'),
});

const RegionEntry = z.strictObject({
  id: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'a region ID is lower-case words with hyphens'),
  azs: z.array(name).min(1),
  sites: z.array(z.enum(['chinese-mainland', 'international'])).min(1),
  /** Regions that full-ECS images can be copied to; every one when it says nothing. */
  fullEcsTargets: z.array(name).optional(),
});

const ProjectEntry = z.strictObject({
  name,
  id: ProjectId,
  region: name,
  account: name,
  cloud: name.optional(),
  channel: slackId('CG', 'channel').optional(),
  snapshotsUsed: z.int().min(0).default(0),
});

const PersonEntry = z.strictObject({
  slackId: slackId('UW', 'person'),
  name,
  projects: z.record(project, z.enum(roles)).default({}),
  adminOf: name.optional(),
});

const DiskEntry = z.strictObject({
  ...Disk.unwrap().omit({ id: true, keyId: true, device: true, fromImage: true }).shape,
  id: name.optional(),
  device: name.optional(),
  /** Alias of a key of the project. */
  key: name.optional(),
});

const ServerEntry = z.strictObject({
  ...Server.unwrap().omit({
    id: true,
    projectId: true,
    region: true,
    az: true,
    disks: true,
    createdAt: true,
  }).shape,
  id: ServerId.optional(),
  project,
  az: name.optional(),
  createdAt: when.optional(),
  disks: z.array(DiskEntry).min(1),
});

const MemberEntry = z.strictObject({
  project,
  status: MemberStatus.default('pending'),
  offeredAt: when.optional(),
  decidedAt: when.optional(),
});

/** Facts of an image that its file states; the rest follows from them. */
const imageFacts = {
  ...Image.unwrap().omit({
    id: true,
    owner: true,
    region: true,
    visibility: true,
    status: true,
    encryption: true,
    keyUsable: true,
    members: true,
    createdAt: true,
    updatedAt: true,
    activeAt: true,
    origin: true,
    bin: true,
    lastUsedAt: true,
  }).shape,
  id: ImageId.optional(),
  createdAt: when.default('2026-01-05T08:00:00.000Z'),
};

const ImageEntry = z.strictObject({
  ...imageFacts,
  project,
  status: ImageStatus.default('active'),
  origin: Image.unwrap().shape.origin,
  /** Alias of the key of the project that the image is encrypted with. */
  key: name.optional(),
  members: z.array(MemberEntry).default([]),
});

const PublicImageEntry = z.strictObject({
  ...imageFacts,
  /** Vendor of the OS: ubuntu, windows, suse ... */
  vendor: name,
  /** Regions that have it; all when it says nothing. */
  regions: z.array(name).min(1).optional(),
});

const VaultEntry = z.strictObject({
  ...Vault.unwrap().omit({ id: true, servers: true }).shape,
  id: name.optional(),
  project,
  /** Names of servers of the project. */
  servers: z.array(name).default([]),
});

const BucketEntry = z.strictObject({
  ...Bucket.unwrap().omit({ region: true }).shape,
  project,
  /** The project's, unless it says another. */
  region: name.optional(),
});

const BackupEntry = z.strictObject({
  ...Backup.unwrap().omit({
    id: true,
    serverId: true,
    disks: true,
    vaultId: true,
    usedByImageId: true,
  }).shape,
  id: name.optional(),
  project,
  /** Name of a server of the project; the backup has its disks. */
  server: name,
  /** Name of a vault of the project. */
  vault: name.optional(),
  /** Name of the image of the project that was made from it. */
  usedBy: name.optional(),
});

const AgencyEntry = z.strictObject({ ...Agency.unwrap().shape, project });

const KeyEntry = z.strictObject({
  ...Key.unwrap().omit({ id: true, grants: true }).shape,
  id: name.optional(),
  project,
  grants: z.array(z.strictObject({ project, operations: z.array(name).min(1) })).default([]),
});

/** One file of a tenancy. Several files are read as one: what one mentions may be in another. */
export const TenancyFile = z.strictObject({
  /** Slack channel that questions are passed on to when somebody asks for a human. */
  helpdesk: slackId('CG', 'channel').optional(),
  /** Steps that the lab cloud fails at. */
  labFaults: StepFaults.default([]),
  accounts: z.array(AccountEntry).default([]),
  regions: z.array(RegionEntry).default([]),
  projects: z.array(ProjectEntry).default([]),
  people: z.array(PersonEntry).default([]),
  publicImages: z.array(PublicImageEntry).default([]),
  servers: z.array(ServerEntry).default([]),
  images: z.array(ImageEntry).default([]),
  vaults: z.array(VaultEntry).default([]),
  keys: z.array(KeyEntry).default([]),
  buckets: z.array(BucketEntry).default([]),
  backups: z.array(BackupEntry).default([]),
  agencies: z.array(AgencyEntry).default([]),
});
export type TenancyFile = z.infer<typeof TenancyFile>;

export type Kind = Exclude<keyof TenancyFile, 'helpdesk' | 'labFaults'>;
export type EntryOf<K extends Kind> = TenancyFile[K][number];
