import type { Rule } from '../rule.ts';
import { aboutFile, fileGb, formatOf } from './file-source.ts';
import { type ImportCase, isData } from './import-request.ts';
import { offered } from './offered.ts';

const types = ['ECS', 'BMS', 'DataImage'];

/** A rule of the fast import only. */
function fast(rule: Rule<ImportCase>): Rule<ImportCase> {
  return {
    ...rule,
    check: (given) => (given.request.fast ? rule.check(given) : undefined),
  };
}

const rules: readonly Rule<ImportCase>[] = [
  offered('fast-import'),
  {
    id: 'R-FAST-06',
    step: 'shape',
    source: 'api/importing_an_image_file_quickly',
    check: ({ request: { type, osType, osVersion } }) => {
      if (type !== undefined && types.includes(type)) return undefined;
      const looksLikeData = osType !== undefined && osVersion === undefined;
      return type === undefined && !looksLikeData
        ? undefined
        : { severity: 'block', code: 'IMG.0157', facts: { type: type ?? 'none' } };
    },
  },
  aboutFile(
    'R-FAST-01',
    'values',
    'api/importing_an_image_file_quickly',
    (object, { world: { profile } }) => {
      const { fastFormats } = profile.import;
      return fastFormats.includes(formatOf(object))
        ? undefined
        : { severity: 'block', code: 'IMG.0158', facts: { formats: fastFormats.join(', ') } };
    },
  ),
  aboutFile('R-FAST-02', 'values', 'umn/fast_import_in_linux', (object, { bucket }) => {
    if (formatOf(object) !== 'raw') return undefined;
    const bitmap = object.key.replace(/\.[^./]*$/, '').concat('.mf');
    return bucket?.objects.some(({ key }) => key === bitmap)
      ? undefined
      : { severity: 'block', code: 'IMG.0158', facts: { bitmap } };
  }),
  aboutFile(
    'R-FAST-03',
    'values',
    'api/importing_an_image_file_quickly',
    (object, { world: { profile } }) => {
      const maxGb = profile.import.fastMaxGb;
      return fileGb(object) <= maxGb
        ? undefined
        : { severity: 'block', code: 'IMG.0059', facts: { maxGb } };
    },
  ),
  {
    id: 'R-FAST-04',
    step: 'values',
    source: 'api/importing_an_image_file_quickly',
    check: ({ request }) =>
      isData(request) || request.osVersion !== undefined
        ? undefined
        : { severity: 'block', code: 'IMG.0159', facts: { name: request.name ?? 'it' } },
  },
  {
    id: 'R-FAST-05',
    step: 'values',
    source: 'api/importing_an_image_file_quickly; [D]',
    check: ({ request: { minDisk: sizeGb = 0 }, object, world: { profile } }) => {
      const { min, max } = profile.minDisk.fast;
      const least = Math.max(min, object?.virtualSizeGb ?? 0);
      return Number.isInteger(sizeGb) && sizeGb >= least && sizeGb <= max
        ? undefined
        : { severity: 'block', code: 'IMG.0055', facts: { sizeGb, least, max } };
    },
  },
  aboutFile('R-FAST-07', 'confirmation', 'umn/faqs', () => ({
    severity: 'confirm',
    code: 'IMSX.0032',
  })),
  aboutFile('R-FAST-08', 'confirmation', 'umn/faqs', (object, { world }) => {
    const { maxGb, formats } = world.profile.import;
    return fileGb(object) <= maxGb && formats.includes(formatOf(object))
      ? { severity: 'info', facts: { maxGb } }
      : undefined;
  }),
];

/** What the fast import asks of a file, and of what is said about it. SPEC 3.10 */
export const fastImportRules: readonly Rule<ImportCase>[] = rules.map(fast);
