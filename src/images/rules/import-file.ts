import type { Breach } from '../finding.ts';
import type { Rule } from '../rule.ts';
import type { BucketObject } from '../source.ts';
import { type AboutFile, aboutFile, fileGb, formatOf } from './file-source.ts';
import { type ImportCase, isBms, isData } from './import-request.ts';

const types = ['ECS', 'BMS', 'FusionCompute', 'Ironic', 'DataImage'];

/** A rule of the normal import; the fast one has its own. */
function normal(rule: Rule<ImportCase>): Rule<ImportCase> {
  return {
    ...rule,
    check: (given) => (given.request.fast ? undefined : rule.check(given)),
  };
}

/** What format and size a file may have for the normal import. SPEC 3.5 */
export const normalFileRules: readonly Rule<AboutFile>[] = [
  aboutFile('R-FILE-03', 'values', 'umn/overview/constraints', (object, { world: { profile } }) => {
    const { formats } = profile.import;
    return formats.includes(formatOf(object)) || isIsoElsewhere(object, profile.import.isoAccepted)
      ? undefined
      : { severity: 'block', code: 'IMG.0072', facts: { formats: formats.join(', ') } };
  }),
  {
    id: 'R-FILE-04',
    step: 'values',
    source: 'umn/preparing_an_image_file; api/error_codes; jd/Import-Private-Image',
    check: (given) => {
      const { object, world } = given;
      const { maxGb, fastMaxGb, fastFormats } = world.profile.import;
      if (!object || fileGb(object) <= maxGb) return undefined;
      const facts = { file: object.key, fileGb: Math.ceil(fileGb(object)), maxGb };
      const tooLarge: Breach = { severity: 'block', code: 'IMG.0059', facts };
      if (fileGb(object) > fastMaxGb) return tooLarge;
      const hint = { ...facts, fastMaxGb, formats: fastFormats.join(', ') };
      return [tooLarge, { severity: 'info', code: 'IMSX.0018', facts: hint }];
    },
  },
];

/** A cloud that takes no ISO files says so in a rule of its own. R-FILE-17 */
function isIsoElsewhere(object: BucketObject, isoAccepted: boolean): boolean {
  return formatOf(object) === 'iso' && !isoAccepted;
}

/** What holds for the image that a normal import makes. SPEC 3.5, 3.7 */
export const normalImportRules: readonly Rule<ImportCase>[] = [
  ...normalFileRules.map((rule) => normal(rule)),
  {
    id: 'R-FILE-11',
    step: 'shape',
    source: 'api/creating_an_image',
    check: ({ request: { type, fast } }) =>
      fast || type === undefined || types.includes(type)
        ? undefined
        : { severity: 'block', code: 'IMG.0024', facts: { type } },
  },
  aboutFile('R-FILE-17', 'values', 'jd/Import-Private-Image; jdsdk', (object, given) => {
    const { profile } = given.world;
    const facts = { cloud: profile.label };
    if (isIsoElsewhere(object, profile.import.isoAccepted))
      return { severity: 'block', code: 'IMG.0072', facts };
    const onlySystem =
      profile.operations['create-data'] !== 'offered' &&
      (isData(given.request) || isBms(given.request));
    return onlySystem ? { severity: 'block', code: 'IMG.0105', facts } : undefined;
  }),
  normal({
    id: 'R-FILE-05',
    step: 'values',
    source: 'api/creating_an_image; umn/registering_an_external_image_file; jdsdk',
    check: ({ request, world: { profile } }) => {
      const { min, max, step } = profile.minDisk.system;
      const { minDisk: sizeGb = 0 } = request;
      const fits =
        Number.isInteger(sizeGb) && sizeGb >= min && sizeGb <= max && sizeGb % step === 0;
      return isData(request) || fits
        ? undefined
        : { severity: 'block', code: 'IMG.0055', facts: { sizeGb, min, max, step } };
    },
  }),
  normal({
    id: 'R-DATA-06',
    step: 'values',
    source: 'api/creating_a_data_disk_image',
    check: ({ request, world: { profile } }) => {
      const { min, max } = profile.minDisk.dataV1;
      const { minDisk: sizeGb = 0 } = request;
      const fits = Number.isInteger(sizeGb) && sizeGb >= min && sizeGb <= max;
      return !isData(request) || fits
        ? undefined
        : { severity: 'block', code: 'IMG.0055', facts: { sizeGb, min, max } };
    },
  }),
  normal(
    aboutFile(
      'R-FILE-05',
      'confirmation',
      'umn/registering_an_external_image_file; [D]',
      (object, given) => {
        const { minDisk: sizeGb = 0 } = given.request;
        return object.virtualSizeGb > sizeGb
          ? { severity: 'confirm', code: 'IMG.1075', facts: { sizeGb } }
          : undefined;
      },
    ),
  ),
  normal(
    aboutFile('R-FILE-14', 'confirmation', 'umn/preparing_an_image_file', () => ({
      severity: 'confirm',
      code: 'IMSX.0032',
    })),
  ),
  normal(
    aboutFile(
      'R-FILE-10',
      'confirmation',
      'umn/registering_an_external_image_file',
      ({ osVersion }, { request }) => {
        if (isData(request)) return undefined;
        if (osVersion !== undefined) return { severity: 'info', facts: { osVersion } };
        return request.osVersion === undefined ? { severity: 'warn' } : undefined;
      },
    ),
  ),
  {
    id: 'R-BMS-02',
    step: 'resources',
    source: 'api/error_codes',
    check: ({ request }) =>
      isBms(request) && request.keyId !== undefined
        ? { severity: 'block', code: 'IMG.0118', facts: { server: request.name ?? 'it' } }
        : undefined,
  },
];
