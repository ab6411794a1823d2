import { ImageId, ServerId } from '../ids.ts';
import type { Image } from '../image.ts';
import type { ServerCase, WantedDisk } from '../rules/use-image.ts';
import type { Disk, Server } from '../server.ts';
import type { Cause } from '../world.ts';

/** A server as it is ordered: `starting`, with the disks of its image in the sizes asked for. */
export function newServer(given: ServerCase, image: Image, index: number, cause: Cause): Server {
  const { world, request, found } = given;
  const id = ServerId.parse(cause.newId(`server/${index}`));
  const kinds = { own: 'private', member: 'shared', public: 'public' } as const;
  const { publicOsVendor } = image.origin;
  return {
    id,
    name: request.count === 1 ? request.name : `${request.name}-${index + 1}`,
    projectId: world.own.project,
    region: world.own.region,
    az: request.az,
    kind: image.target,
    state: 'starting',
    spot: false,
    billing: 'ok',
    osType: image.osType,
    osVersion: image.osVersion ?? 'Other Linux(64 bit)',
    osBit: image.osBit,
    bootMode: image.bootMode,
    vcpus: request.vcpus ?? 2,
    ramMb: request.ramMb,
    rootDevice: request.systemDiskKind ?? image.rootDevice ?? 'cloudDisk',
    disks: disksOf(given, image, id),
    originImage: {
      id: image.id,
      kind: kinds[found?.relation ?? 'own'],
      ...(publicOsVendor && { publicOsVendor }),
    },
    guest: {
      fstabAutomount: [],
      spannedVolume: false,
      multiDiskVg: false,
      sanPolicy: 'OfflineShared',
      dhcp: true,
      networkRulesCleared: false,
      cloudInit: true,
      virtioDrivers: true,
      sysprep: false,
      inDomain: false,
      containsDatabase: false,
      sensitiveDataRemoved: false,
    },
    locked: false,
    csbs: false,
    createdAt: world.now,
  };
}

function disksOf(
  { systemDiskGb, dataDisks }: ServerCase,
  image: Image,
  server: string,
): Server['disks'] {
  const wanted = [{ sizeGb: systemDiskGb }, ...dataDisks];
  return wanted.map(({ sizeGb, fromImage }: WantedDisk, index): Disk => {
    const source = ImageId.safeParse(fromImage).data;
    const key = index === 0 ? image.encryption?.keyId : undefined;
    return {
      id: `${server}-disk-${index}`,
      role: index === 0 ? 'system' : 'data',
      sizeGb,
      device: `/dev/vd${String.fromCharCode('a'.charCodeAt(0) + (index % 26))}`,
      state: 'in-use',
      storage: 'evs',
      shared: false,
      ...(key && { keyId: key }),
      ...(source && { fromImage: source }),
    };
  });
}
