import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { type CaseBase, decide, type Lifecycle } from '../../src/images/decision.ts';
import { ImageId, JobId, ProjectId, ServerId } from '../../src/images/ids.ts';
import { Image, ImageDisk } from '../../src/images/image.ts';
import { Job } from '../../src/images/job.ts';
import { Member, Received } from '../../src/images/member.ts';
import { type Profile, parseProfiles } from '../../src/images/profile.ts';
import { mergeFigures } from '../../src/images/profile-figures.ts';
import { Figures } from '../../src/images/profile-schema.ts';
import { Disk, Server } from '../../src/images/server.ts';
import { Backup, Bucket, BucketObject } from '../../src/images/source.ts';
import { Unit, Vault } from '../../src/images/unit.ts';
import type { Account, Action, Cause, Project, Region, World } from '../../src/images/world.ts';

export type Cloud = 'huawei' | 'otc' | 'jdcloud';
export const clouds: readonly Cloud[] = ['huawei', 'otc', 'jdcloud'];

export const at = '2026-11-20T12:00:00.000Z';
export const later = '2026-11-20T12:30:00.000Z';

/** A project ID made of one number, e.g. project(2) is 0…02. */
export function project(n: number): ProjectId {
  return ProjectId.parse(n.toString(16).padStart(32, '0'));
}
/** The caller's project, a recipient, and one without any relation. */
export const [p1, p2, p3] = [project(1), project(2), project(3)];
/** A project in another region. */
export const abroad = project(0xab);
/** A project of the caller's account in another region. */
export const overseas = project(0x0e5);
/** A project of the same account as the caller's. */
export const sister = project(0x51);

export function imageId(n: number, cloud: Cloud = 'huawei'): ImageId {
  const text =
    cloud === 'jdcloud'
      ? `img-${n.toString(16).padStart(10, '0')}`
      : `00000000-0000-4000-8000-${n.toString(16).padStart(12, '0')}`;
  return ImageId.parse(text);
}

const files = clouds.map((cloud) => {
  const path = `data/clouds/${cloud}.yaml`;
  return { path, data: parse(readFileSync(path, 'utf8')) };
});

const shipped = parseProfiles(files);

/** The shipped profile of a cloud, with some figures replaced. */
export function aProfile(cloud: Cloud = 'huawei', changed?: Record<string, unknown>): Profile {
  const profile = shipped.profiles?.get(cloud);
  if (!profile) throw new Error(`no profile: ${JSON.stringify(shipped.faults)}`);
  if (!changed) return profile;
  const { id, label, sources, documents, ...figures } = profile;
  return { ...Figures.parse(mergeFigures(figures, changed)), id, label, sources, documents };
}

type In<Schema extends { readonly _zod: { readonly input: unknown } }> = Partial<
  Schema['_zod']['input']
>;

export function aDisk(changed: In<typeof Disk> = {}): Disk {
  return Disk.parse({ id: 'disk-1', role: 'system', sizeGb: 40, device: '/dev/vda', ...changed });
}

/** A running, well-prepared Linux server with a 40 GB system disk. */
export function aServer(changed: In<typeof Server> = {}): Server {
  return Server.parse({
    id: ServerId.parse('s1'),
    name: 'web-01',
    projectId: p1,
    region: 'r1',
    az: 'az1',
    state: 'running',
    osVersion: 'Ubuntu 24.04 server 64bit',
    disks: [aDisk()],
    guest: { sensitiveDataRemoved: true },
    ...changed,
  });
}

/** An active, plain 40 GB system image of p1. */
export function anImage(changed: In<typeof Image> = {}): Image {
  return Image.parse({
    id: imageId(1),
    name: 'web-golden',
    type: 'system',
    owner: p1,
    region: 'r1',
    status: 'active',
    osVersion: 'Ubuntu 24.04 server 64bit',
    minDisk: 40,
    origin: { kind: 'server', refId: 's1' },
    createdAt: '2026-11-01T08:00:00.000Z',
    updatedAt: '2026-11-01T08:00:00.000Z',
    ...changed,
  });
}

/** A full-ECS image of 40 + 80 GB made from a CBR backup. */
export function aFullImage(changed: In<typeof Image> = {}): Image {
  return anImage({
    name: 'erp-full',
    type: 'full-ecs',
    origin: { kind: 'cbr', refId: 'backup-1' },
    disks: [
      ImageDisk.parse({ role: 'system', sizeGb: 40, device: '/dev/vda' }),
      ImageDisk.parse({ role: 'data', sizeGb: 80, device: '/dev/vdb' }),
    ],
    ...changed,
  });
}

export function images(count: number, cloud: Cloud = 'huawei'): readonly Image[] {
  return Array.from({ length: count }, (_, n) =>
    anImage({ id: imageId(1000 + n, cloud), name: `image-${n}` }),
  );
}

export function aMember(
  of: ProjectId,
  status: Member['status'],
  changed: In<typeof Member> = {},
): Member {
  return Member.parse({ project: of, status, createdAt: at, updatedAt: at, ...changed });
}

/** Members with one status, from project number `from` on. */
export function members(count: number, status: Member['status'], from = 100): readonly Member[] {
  return Array.from({ length: count }, (_, n) => aMember(project(from + n), status));
}

/** The recipient's side of an offer. */
export function anOffer(changed: In<typeof Received> = {}): Received {
  return Received.parse({
    imageId: imageId(1),
    owner: p1,
    name: 'web-golden',
    type: 'system',
    minDisk: 40,
    status: 'pending',
    offeredAt: at,
    ...changed,
  });
}

/** A vault with 500 GB free. */
export function aVault(changed: In<typeof Vault> = {}): Vault {
  return Vault.parse({ id: 'v1', name: 'vault-1', capacityGb: 500, usedGb: 0, ...changed });
}

/** A finished CBR backup of s1 with its 40 GB system disk. */
export function aBackup(changed: In<typeof Backup> = {}): Backup {
  return Backup.parse({
    id: 'backup-1',
    name: 'nightly',
    service: 'cbr',
    serverId: 's1',
    disks: [aDisk()],
    osVersion: 'Ubuntu 24.04 server 64bit',
    ...changed,
  });
}

/** A QCOW2 file of 2 GB with a 40 GB disk inside. */
export function aFile(changed: In<typeof BucketObject> = {}): BucketObject {
  return BucketObject.parse({
    key: 'base.qcow2',
    sizeBytes: 2 * 1024 ** 3,
    format: 'qcow2',
    virtualSizeGb: 40,
    ...changed,
  });
}

/** A bucket of r1 with that file in it. */
export function aBucket(changed: In<typeof Bucket> = {}): Bucket {
  return Bucket.parse({ name: 'imports', region: 'r1', objects: [aFile()], ...changed });
}

export function aUnit(changed: In<typeof Unit> = {}): Unit {
  return Unit.parse({ schema: 1, project: p1, region: 'r1', ...changed });
}

export function aJob(changed: In<typeof Job> = {}): Job {
  return Job.parse({
    id: JobId.parse('job-1'),
    type: 'imsCreateImageByInstance',
    operation: 'image.create',
    status: 'RUNNING',
    requestedBy: 'U1',
    origin: { channel: 'C1', thread: '1.1' },
    createdAt: at,
    stepBegunAt: at,
    steps: [],
    ...changed,
  });
}

const allActions: readonly Action[] = [
  'ims:images:list',
  'ims:images:get',
  'ims:serverImages:create',
  'ims:dataImages:create',
  'ims:wholeImages:create',
  'ims:images:share',
  'ims:images:delete',
  'ims:images:update',
  'ims:images:copy',
  'ims:images:export',
  'cts:traces:list',
  'ims:quotas:get',
  'ecs:servers:create',
  'ecs:servers:list',
];

/** What a world is made of; everything has a default. */
export interface WorldParts {
  readonly cloud?: Cloud;
  readonly profile?: Profile;
  readonly own?: Unit;
  readonly others?: readonly Unit[];
  readonly actions?: readonly Action[];
  /** Who asks; U1 unless given. */
  readonly who?: string;
  readonly standing?: Account['standing'];
  /** Default 0: no recycle bin. */
  readonly binDays?: number;
  readonly publicImages?: readonly Image[];
  /** Account sites of which region r1 has both, unless given. */
  readonly sites?: Region['sites'];
  /** As the clouds do it, unless given: they refuse. */
  readonly whenFull?: World['whenFull'];
}

/**
 * Region r1 with az1 to az3 holds all projects except `abroad` and `overseas` (r2). p1, `sister` and `overseas` belong to the account `northwind`
 * (international), all others to `harbor` (chinese-mainland). The caller is U1 for the project of the own unit.
 */
export function aWorld(parts: WorldParts = {}): World {
  const own = parts.own ?? aUnit({ servers: [aServer()], images: [anImage()] });
  const accounts: Readonly<Record<string, Account>> = {
    northwind: {
      id: 'northwind',
      name: 'Northwind',
      site: 'international',
      standing: parts.standing ?? 'ok',
    },
    harbor: { id: 'harbor', name: 'Harbor', site: 'chinese-mainland', standing: 'ok' },
  };
  const lookUp = (id: ProjectId): Project => ({
    id,
    name: `team-${Number.parseInt(id, 16)}`,
    region: id === abroad || id === overseas ? 'r2' : 'r1',
    account: [p1, sister, overseas].includes(id) ? 'northwind' : 'harbor',
    cloud: parts.cloud ?? 'huawei',
  });
  return {
    now: at,
    profile: parts.profile ?? aProfile(parts.cloud),
    binDays: parts.binDays ?? 0,
    caller: {
      who: parts.who ?? 'U1',
      name: 'Wendy',
      project: own.project,
      actions: new Set(parts.actions ?? allActions),
    },
    own,
    others: new Map((parts.others ?? []).map((unit) => [unit.project, unit])),
    directory: {
      project: (id) => (Number.parseInt(id, 16) < 0xf0000 ? lookUp(id) : undefined),
      projects: () => [p1, p2, p3, abroad, sister, overseas].map(lookUp),
      account: (id) => accounts[id],
      region: (id) =>
        id === 'r1' || id === 'r2'
          ? {
              id,
              azs: ['az1', 'az2', 'az3'],
              sites: parts.sites ?? ['international', 'chinese-mainland'],
            }
          : undefined,
      publicImages: () => parts.publicImages ?? [],
    },
    whenFull: parts.whenFull ?? 'refuse',
  };
}

/** IDs of the form of a UUID, the same for the same key and label. */
export function aCause(key = 'click-1', cloud: Cloud = 'huawei'): Cause {
  return {
    key,
    origin: { channel: 'C1', thread: '1.1' },
    newId: (label) => {
      const hex = createHash('sha256').update(`${key}/${label}`).digest('hex');
      if (cloud === 'jdcloud' && label.startsWith('image')) return `img-${hex.slice(0, 10)}`;
      return hex.slice(0, 32).replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
    },
  };
}

/** Decides and carries out; a refusal is a failure of the test. */
export function carriedOut<Request, Case extends CaseBase>(
  lifecycle: Lifecycle<Request, Case>,
  world: World,
  request: Request,
  cause: Cause = aCause(),
): Unit {
  const decision = decide<Request, Case>(lifecycle, world, request);
  const unit = decision.carryOut(cause);
  if (!unit) throw new Error(`refused: ${JSON.stringify(decision.findings)}`);
  return unit;
}
