import type { Asked } from '../asked.ts';
import { ImageId } from '../ids.ts';
import type { Image } from '../image.ts';
import type { ImageAttributes } from '../rules/image-attributes.ts';
import { type Tagged, tagsOf } from '../rules/tags.ts';
import type { Disk, Server } from '../server.ts';
import type { Unit } from '../unit.ts';
import type { Cause } from '../world.ts';

/** What a person says about a new image, whatever it is made of. */
export interface Described extends ImageAttributes, Tagged {
  readonly name?: string;
}

type Made = Pick<Image, 'type' | 'minDisk' | 'origin'> & Partial<Omit<Image, 'id'>>;

/**
 * T1: the record of a new image exists, without data so far.
 * @param made what follows from the source of the image
 * @param label tells the images of one request apart
 */
export function queuedImage(
  given: Asked<Described>,
  cause: Cause,
  made: Made,
  label = 'image',
): Image {
  const { world, request } = given;
  const { own, now } = world;
  return {
    id: ImageId.parse(cause.newId(label)),
    name: request.name ?? '',
    description: request.description ?? '',
    target: 'ecs',
    visibility: 'private',
    owner: own.project,
    region: own.region,
    status: 'queued',
    osType: 'Linux',
    osBit: '64',
    architecture: 'x86',
    bootMode: 'bios',
    minRam: request.minRam ?? 0,
    ...(request.maxRam && { maxRam: request.maxRam }),
    disks: [],
    keyUsable: true,
    protected: false,
    published: false,
    frozen: false,
    sharedWithDomain: false,
    enterpriseProjectId: request.enterpriseProjectId || '0',
    busy: [],
    tags: Object.fromEntries(tagsOf(given).map(({ key, value = '' }) => [key, value])),
    members: [],
    createdAt: now,
    updatedAt: now,
    ...made,
  };
}

/** What an image of a server takes over from it. */
export function likeServer(
  server: Server,
): Pick<Image, 'target' | 'osType' | 'osVersion' | 'osBit' | 'bootMode' | 'origin'> {
  const { publicOsVendor, kind } = server.originImage;
  return {
    target: server.kind,
    osType: server.osType,
    osVersion: server.osVersion,
    osBit: server.osBit,
    bootMode: server.bootMode,
    origin: {
      kind: 'server',
      refId: server.id,
      ...(publicOsVendor && { publicOsVendor }),
      marketplace: kind === 'marketplace',
      csbsLegacy: false,
      sharedBackup: false,
    },
  };
}

/** The encryption of an image with a key of the project; none without a key. */
export function encryptedWith(
  { keys }: Pick<Unit, 'keys'>,
  keyId: string | undefined,
): Pick<Image, 'encryption'> {
  if (keyId === undefined) return {};
  const keyKind = keys.find(({ id }) => id === keyId)?.kind ?? 'custom';
  return { encryption: { keyId, keyKind } };
}

/** Disks as an image keeps them. */
export function imagedDisks(disks: readonly Disk[]): Image['disks'] {
  return disks.map(({ role, sizeGb, device }) => ({ role, sizeGb, device }));
}
