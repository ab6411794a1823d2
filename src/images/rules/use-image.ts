import type { Breach, RuleId, Step } from '../finding.ts';
import type { Image } from '../image.ts';
import type { Rule } from '../rule.ts';
import { naming } from './ownership.ts';
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

function aboutUse(
  id: RuleId,
  step: Step,
  source: string,
  judge: (image: Image, given: ServerCase) => Breach | undefined,
): Rule<ServerCase> {
  return {
    id,
    step,
    source,
    check: (given) => {
      const breach = given.image && judge(given.image, given);
      return breach && { ...breach, facts: { ...naming(given), ...breach.facts } };
    },
  };
}

/** Most servers that one request can make; far above what any cloud recommends. */
const mostServers = 500;

/** Where the server is to be. SPEC 3.11 */
export const placeRules: readonly Rule<ServerCase>[] = [
  aboutUse('R-USE-02', 'existence', 'S1', (image, { request, found, world }) => {
    const region = request.region ?? world.own.region;
    if (region === image.region) return undefined;
    const code = found?.relation === 'member' ? 'IMG.0177' : 'IMSX.0043';
    return { severity: 'block', code, facts: { region, imageRegion: image.region } };
  }),
  aboutUse('R-BODY-01', 'shape', 'api/error_codes; [D]', (_image, { request, world }) => {
    const azs = world.directory.region(request.region ?? world.own.region)?.azs;
    const wholeCount =
      Number.isInteger(request.count) && request.count >= 1 && request.count <= mostServers;
    const knownAz = azs === undefined || azs.includes(request.az);
    if (wholeCount && knownAz) return undefined;
    const facts = { az: request.az, azs: azs?.join(', ') ?? '', count: request.count, mostServers };
    return { severity: 'block', code: 'IMG.0001', facts };
  }),
  aboutUse('R-USE-03', 'state', 'S4', ({ limitedToAz: only }, { request: { az }, world }) => {
    if (only === undefined || only === az) return undefined;
    const minutes = Math.round(world.profile.fullEcs.backupSeconds / 60);
    return { severity: 'block', code: 'IMSX.0011', facts: { az, only, minutes } };
  }),
];

/** What an image of each type can be used for. SPEC 3.6, 3.7, 3.11 */
export const kindRules: readonly Rule<ServerCase>[] = [
  aboutUse('R-ISO-06', 'state', 'S4; umn/overview (ISO)', ({ type }, { request }) =>
    type === 'iso' && !request.temporary ? { severity: 'block', code: 'IMG.0167' } : undefined,
  ),
  aboutUse('R-USE-08', 'state', 'umn/overview (ISO)', ({ type }, { request, dataDisks }) =>
    type === 'iso' && request.temporary && dataDisks.length > 0
      ? { severity: 'block', code: 'IMG.0167' }
      : undefined,
  ),
  aboutUse('R-ISO-07', 'confirmation', 'umn/overview (ISO)', ({ type }) =>
    type === 'iso' ? { severity: 'info' } : undefined,
  ),
  aboutUse('R-USE-09', 'state', 'umn/creating_a_data_disk_image_from_an_ecs', ({ type }) =>
    type === 'data' ? { severity: 'block', code: 'IMG.0105' } : undefined,
  ),
  aboutUse(
    'R-DATA-09',
    'values',
    'umn/creating_a_data_disk_image_from_an_ecs',
    (_image, { dataDisks }) => {
      const used = dataDisks.flatMap(({ fromImage }) => fromImage ?? []);
      const twice = used.find((id, index) => used.indexOf(id) < index);
      return twice === undefined
        ? undefined
        : { severity: 'block', code: 'IMSX.0042', facts: { dataImage: twice } };
    },
  ),
  aboutUse(
    'R-USE-09',
    'values',
    'umn/creating_a_data_disk_image_from_an_ecs',
    (_image, { dataDisks, diskImages }) => {
      for (const { fromImage, sizeGb } of dataDisks) {
        if (fromImage === undefined) continue;
        const source = diskImages.get(fromImage);
        const facts = { image: source?.name ?? fromImage, sizeGb, minGb: source?.minDisk ?? 0 };
        if (source?.type !== 'data' || source.status !== 'active')
          return { severity: 'block', code: 'IMG.0105', facts };
        if (sizeGb < source.minDisk) return { severity: 'block', code: 'IMSX.0008', facts };
      }
      return undefined;
    },
  ),
  aboutUse('R-USE-15', 'state', 'jd/Image-Type', ({ rootDevice }, { request }) => {
    const { systemDiskKind } = request;
    return rootDevice && systemDiskKind && rootDevice !== systemDiskKind
      ? { severity: 'block', code: 'IMSX.0044', facts: { rootDevice, systemDiskKind } }
      : undefined;
  }),
  aboutUse('R-USE-14', 'state', 'umn/faqs/os', ({ bootMode }, { request }) =>
    request.bootMode && request.bootMode !== bootMode
      ? { severity: 'block', code: 'IMSX.0010', facts: { bootMode, wanted: request.bootMode } }
      : undefined,
  ),
];

/** Sizes in GB, memory in MB. SPEC 3.11 */
export const sizeRules: readonly Rule<ServerCase>[] = [
  aboutUse(
    'R-USE-04',
    'values',
    'umn/creating_an_ecs_from_an_image; api/error_codes',
    ({ minDisk, type }, { systemDiskGb: sizeGb, world }) => {
      const maxGb = world.profile.server.systemDiskMaxGb;
      const facts = { sizeGb, minGb: minDisk, maxGb };
      if (sizeGb > maxGb) return { severity: 'block', code: 'IMG.0111', facts };
      return sizeGb < minDisk && type !== 'full-ecs'
        ? { severity: 'block', code: 'IMSX.0008', facts }
        : undefined;
    },
  ),
  aboutUse(
    'R-USE-07',
    'values',
    'umn/creating_an_ecs_from_an_image',
    (image, { systemDiskGb, dataDisks }) => {
      if (image.type !== 'full-ecs') return undefined;
      const wanted = [systemDiskGb, ...dataDisks.map(({ sizeGb }) => sizeGb)];
      const [system, ...data] = fullDisks(image);
      const short = [system ?? image.minDisk, ...data].findIndex(
        (gb, index) => (wanted[index] ?? 0) < gb,
      );
      if (short < 0) return undefined;
      const facts = {
        sizeGb: wanted[short] ?? 0,
        minGb: [system ?? image.minDisk, ...data][short] ?? 0,
      };
      return { severity: 'block', code: 'IMSX.0008', facts };
    },
  ),
  aboutUse('R-USE-05', 'values', 'api/image_attributes', ({ minRam, maxRam }, { request }) => {
    const { ramMb } = request;
    if (ramMb >= minRam && (!maxRam || ramMb <= maxRam)) return undefined;
    return { severity: 'block', code: 'IMSX.0009', facts: { ramMb, minRam, maxRam: maxRam ?? 0 } };
  }),
  aboutUse('R-USE-06', 'values', 'umn/overview/constraints', ({ osBit }, { request: { ramMb } }) =>
    osBit === '32' && ramMb > mostRam32
      ? { severity: 'block', code: 'IMSX.0031', facts: { ramMb, maxRam: mostRam32 } }
      : undefined,
  ),
  aboutUse(
    'R-USE-16',
    'values',
    'jdsdk createInstances',
    (_image, { request: { count }, world }) => {
      const limit = world.profile.server.bulkMax;
      return limit !== null && count > limit
        ? { severity: 'block', code: 'IMSX.0022', facts: { count, limit } }
        : undefined;
    },
  ),
  aboutUse('R-USE-10', 'values', 'umn/overview/constraints', (_image, { request, world }) => {
    const { bulkMax, bulkWarn } = world.profile.server;
    return bulkMax === null && request.count > bulkWarn
      ? { severity: 'warn', code: 'IMSX.0022', facts: { count: request.count, limit: bulkWarn } }
      : undefined;
  }),
];

/** A 32-bit system cannot use more, in MB. */
const mostRam32 = 4096;

/** Disk sizes of a full-ECS image in GB, the system disk first. */
export function fullDisks({ disks }: Image): readonly number[] {
  const first = disks.filter(({ role }) => role === 'system');
  return [...first, ...disks.filter(({ role }) => role === 'data')].map(({ sizeGb }) => sizeGb);
}
