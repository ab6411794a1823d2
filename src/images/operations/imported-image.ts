import type { Image } from '../image.ts';
import { type ImportCase, isBms, isData } from '../rules/import-request.ts';
import type { IsoCase } from '../rules/iso-file.ts';
import { osTypeOf, type SystemKind } from '../rules/system-kind.ts';
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
  return queuedImage(given, cause, {
    type: 'system',
    target: isBms(request) ? 'bms' : 'ecs',
    ...systemOf(request, object?.osVersion ?? request.osVersion ?? unknownOs),
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

/** T1: the image of an ISO file. */
export function isoImage(given: IsoCase, cause: Cause): Image {
  const { request, object } = given;
  return queuedImage(given, cause, {
    type: 'iso',
    ...systemOf(request, request.osVersion ?? unknownOs),
    minDisk: request.minDisk ?? 0,
    origin: fromFile(request.file, 'iso'),
    ...sizeOf(object),
  });
}

/** What follows from the system that is inside. R-BOOT-02: ARM starts in UEFI mode. */
function systemOf({ architecture, bootMode }: SystemKind, osVersion: string) {
  const arm = architecture === 'arm';
  return {
    osType: osTypeOf(osVersion),
    osVersion,
    osBit: /32[ _]?bit/i.test(osVersion) ? '32' : '64',
    architecture: arm ? 'arm' : 'x86',
    bootMode: arm || bootMode === 'uefi' ? 'uefi' : 'bios',
  } as const;
}

function fromFile(file = '', kind: 'file' | 'iso' = 'file'): Image['origin'] {
  return {
    kind,
    refId: file,
    marketplace: false,
    csbsLegacy: false,
    sharedBackup: false,
  };
}

function sizeOf(object: BucketObject | undefined): Pick<Image, 'fileSize'> {
  return object && object.sizeBytes > 0 ? { fileSize: object.sizeBytes } : {};
}
