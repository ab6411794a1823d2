import type { Image } from '../image.ts';
import type { UseCase } from './readable.ts';

/** A disk of a server to be made. Size in GB. */
export interface WantedDisk {
  readonly sizeGb: number;
  /** ID of a data image the disk is to be made from. R-DATA-09 */
  readonly fromImage?: string;
}

/** Make servers from an image. */
export interface CreateServer {
  /** ID of the image. */
  readonly image: string;
  readonly name: string;
  readonly az: string;
  /** Default: the region of the caller's project. */
  readonly region?: string;
  readonly vcpus?: number;
  readonly ramMb: number;
  readonly count: number;
  /** In GB. Default: the size of the image's system disk. */
  readonly systemDiskGb?: number;
  /** Default: the disks of a full-ECS image in their sizes, else none. */
  readonly dataDisks?: readonly WantedDisk[];
  /** Default: the kind that the image has. R-USE-15 */
  readonly systemDiskKind?: 'localDisk' | 'cloudDisk';
  /** Default: the boot mode of the image. R-USE-14 */
  readonly bootMode?: 'bios' | 'uefi';
  /** A server to install an operating system on from an ISO image. R-ISO-06 */
  readonly temporary?: boolean;
}

export interface ServerCase extends UseCase<CreateServer> {
  readonly systemDiskGb: number;
  readonly dataDisks: readonly WantedDisk[];
  /** Full records of the data images that disks are to be made from, by ID. */
  readonly diskImages: ReadonlyMap<string, Image>;
}
