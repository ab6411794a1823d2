import type { Image } from '../image.ts';
import type { Rule } from '../rule.ts';
import { aboutVisible } from './readable.ts';
import type { ServerCase } from './use-image.ts';

/** Sizes in GB, memory in MB. SPEC 3.11 */
export const sizeRules: readonly Rule<ServerCase>[] = [
  aboutVisible(
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
  aboutVisible(
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
  aboutVisible('R-USE-05', 'values', 'api/image_attributes', ({ minRam, maxRam }, { request }) => {
    const { ramMb } = request;
    if (ramMb >= minRam && (!maxRam || ramMb <= maxRam)) return undefined;
    return { severity: 'block', code: 'IMSX.0009', facts: { ramMb, minRam, maxRam: maxRam ?? 0 } };
  }),
  aboutVisible(
    'R-USE-06',
    'values',
    'umn/overview/constraints',
    ({ osBit }, { request: { ramMb } }) =>
      osBit === '32' && ramMb > mostRam32
        ? { severity: 'block', code: 'IMSX.0031', facts: { ramMb, maxRam: mostRam32 } }
        : undefined,
  ),
  aboutVisible(
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
  aboutVisible('R-USE-10', 'values', 'umn/overview/constraints', (_image, { request, world }) => {
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
