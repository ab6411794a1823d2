import type { Image } from '../image.ts';
import { allows, stateOf } from '../image-states.ts';
import type { Rule } from '../rule.ts';
import { aboutOwn, ownersOnly } from './about-own.ts';
import type { ExportCase } from './export.ts';

function vendorBlocked({ origin, osType }: Image, blocked: readonly string[]): boolean {
  const { publicOsVendor: vendor, kind } = origin;
  if (vendor !== undefined && blocked.includes(vendor)) return true;
  return osType === 'Windows' && kind !== 'file' && blocked.includes('windows-unless-imported');
}

/** What may be exported: whose image it is, in which state and of which making. SPEC 3.19 */
export const exportWhatRules: readonly Rule<ExportCase>[] = [
  ownersOnly('R-EXP-02', 'api/error_codes', 'IMG.0106', 'IMG.0077'),
  aboutOwn('R-EXP-03', 'state', 'api/exporting_an_image', ({ type }) => {
    if (type === 'full-ecs') return 'IMG.0128';
    return type === 'iso' ? 'IMG.0167' : undefined;
  }),
  aboutOwn('R-EXP-01', 'state', 'umn/overview/constraints', (image, { world }) => {
    if (allows('export', image) || image.type === 'full-ecs') return undefined;
    const code = world.profile.codes.imageNotReady;
    return { severity: 'block', code, facts: { status: stateOf(image) } };
  }),
  aboutOwn('R-EXP-11', 'state', 'api/error_codes', ({ type, origin }) =>
    type !== 'full-ecs' && (origin.kind === 'cbr' || origin.kind === 'csbs')
      ? 'IMG.0080'
      : undefined,
  ),
  aboutOwn(
    'R-EXP-04',
    'state',
    'api/exporting_an_image; hw/product description',
    (image, { world }) => {
      const { blockedOrigins } = world.profile.export;
      if (image.origin.marketplace && blockedOrigins.includes('marketplace')) return 'IMG.0078';
      return vendorBlocked(image, blockedOrigins) ? 'IMG.0079' : undefined;
    },
  ),
  aboutOwn(
    'R-EXP-13',
    'state',
    'jd/Export-Private-Image; jdsdk exportImage',
    (image, { world }) => {
      const { types } = world.profile.export;
      const otherType = image.type === 'data' && !types.includes('data');
      return image.rootDevice === 'localDisk' || otherType ? 'IMSX.0044' : undefined;
    },
  ),
  aboutOwn('R-EXP-10', 'state', 'api/error_codes', ({ busy }) =>
    busy.includes('export') ? 'IMG.0148' : undefined,
  ),
];
