import type { AboutFile } from './file-source.ts';
import type { ImageAttributes } from './image-attributes.ts';
import type { Tagged } from './tags.ts';

/** A data disk that is imported beside a system disk. Size in GB. */
export interface ImportedDisk {
  readonly file?: string;
  readonly minDisk?: number;
  readonly osType?: string;
}

/** Make an image of a file in a bucket. Sizes in GB. */
export interface ImportImage extends ImageAttributes, Tagged {
  /** `bucket:file` */
  readonly file?: string;
  readonly name?: string;
  /** Size of the disk that the image makes. */
  readonly minDisk?: number;
  /** What the file is: ECS (unless given), BMS, FusionCompute, Ironic or DataImage. R-FILE-11 */
  readonly type?: string;
  readonly osVersion?: string;
  readonly osType?: string;
  readonly bootMode?: string;
  readonly architecture?: string;
  readonly keyId?: string;
  /** The fast import takes large files of some formats as they are. SPEC 3.10 */
  readonly fast?: boolean;
  readonly dataDisks?: readonly ImportedDisk[];
}

export interface ImportCase extends AboutFile<ImportImage> {
  readonly disks: readonly AboutFile<ImportedDisk>[];
}

/** Is a data image to be made rather than a system image. */
export function isData({ type }: ImportImage): boolean {
  return type === 'DataImage';
}

/** Is the image for bare metal servers. */
export function isBms({ type }: ImportImage): boolean {
  return type === 'BMS' || type === 'Ironic';
}
