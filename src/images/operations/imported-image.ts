import type { Image } from '../image.ts';
import { type ImportCase, isBms, isData } from '../rules/import-request.ts';
import { osTypeOf } from '../rules/system-kind.ts';
import type { BucketObject } from '../source.ts';
import type { Cause } from '../world.ts';
import { encryptedWith, queuedImage } from './queued-image.ts';

/** Said of a system that nobody recognised. R-FILE-10 */
const unknownOs = 'Other Linux(64 bit)';

/** T1: the image of the file, and of the file of each data disk beside it. */
export function importedImages(given: ImportCase, cause: Cause): readonly Image[] {
  const { request, disks, world } = given;
  const system = isData(request) ? dataImage(given, cause) : systemImage(given, cause);
  const data = disks.map(({ request: disk, object }, index) =>
    queuedImage(
      given,
      cause,
      {
        type: 'data',
        name: `${request.name ?? ''}-data-${index + 1}`,
        osType: disk.osType === 'Windows' ? 'Windows' : system.osType,
        minDisk: disk.minDisk ?? 0,
        origin: fromFile(disk.file),
        ...sizeOf(object),
        ...encryptedWith(world.own, request.keyId),
      },
      `image/data/${index}`,
    ),
  );
  return [system, ...data];
}

function systemImage(given: ImportCase, cause: Cause): Image {
  const { request, object, world } = given;
  const osVersion = object?.osVersion ?? request.osVersion ?? unknownOs;
  const arm = request.architecture === 'arm';
  return queuedImage(given, cause, {
    type: 'system',
    target: isBms(request) ? 'bms' : 'ecs',
    osType: osTypeOf(osVersion),
    osVersion,
    osBit: /32[ _]?bit/i.test(osVersion) ? '32' : '64',
    architecture: arm ? 'arm' : 'x86',
    bootMode: arm || request.bootMode === 'uefi' ? 'uefi' : 'bios',
    minDisk: request.minDisk ?? 0,
    origin: fromFile(request.file),
    ...sizeOf(object),
    ...encryptedWith(world.own, request.keyId),
  });
}

function dataImage(given: ImportCase, cause: Cause): Image {
  const { request, object, world } = given;
  return queuedImage(given, cause, {
    type: 'data',
    osType: request.osType === 'Windows' ? 'Windows' : 'Linux',
    minDisk: request.minDisk ?? 0,
    origin: fromFile(request.file),
    ...sizeOf(object),
    ...encryptedWith(world.own, request.keyId),
  });
}

function fromFile(file = ''): Image['origin'] {
  return {
    kind: 'file',
    refId: file,
    marketplace: false,
    csbsLegacy: false,
    sharedBackup: false,
  };
}

function sizeOf(object: BucketObject | undefined): Pick<Image, 'fileSize'> {
  return object && object.sizeBytes > 0 ? { fileSize: object.sizeBytes } : {};
}
