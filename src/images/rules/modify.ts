import type { Asked, AskedAboutImage } from '../asked.ts';
import type { Image } from '../image.ts';
import { allows, stateOf } from '../image-states.ts';
import type { Rule } from '../rule.ts';
import { aboutOwn, ownersOnly } from './about-own.ts';
import { attributeRules, type ImageAttributes } from './image-attributes.ts';
import { nameRules } from './name.ts';
import { ownImage } from './ownership.ts';
import { judging } from './part.ts';

/** Change one attribute of an image, named by its ID. */
export interface ModifyImage {
  readonly image: string;
  /** Name of the attribute: `name`, `minRam`, `protected` ... */
  readonly field: string;
  /** The new value as text: memory in MB, switches `on` or `off`. */
  readonly value: string;
}

export type ModifyCase = AskedAboutImage<ModifyImage>;

type Change = Partial<
  Pick<
    Image,
    'name' | 'description' | 'minRam' | 'maxRam' | 'bootMode' | 'multiQueue' | 'sriov' | 'protected'
  >
>;

const switches: Readonly<Record<string, boolean>> = { on: true, off: false };

/** Attributes that can change at all, and what a value makes of them; undefined when it makes nothing. R-MOD-04 */
const changes: Readonly<Record<string, (value: string) => Change | undefined>> = {
  name: (name) => ({ name }),
  description: (description) => ({ description }),
  minRam: (value) => ({ minRam: memory(value) }),
  maxRam: (value) => ({ maxRam: memory(value) }),
  bootMode: (mode) => (mode === 'bios' || mode === 'uefi' ? { bootMode: mode } : undefined),
  multiQueue: (value) => switched(value, (multiQueue) => ({ multiQueue })),
  sriov: (value) => switched(value, (sriov) => ({ sriov })),
  protected: (value) => switched(value, (on) => ({ protected: on })),
};

const switchable = new Set(['multiQueue', 'sriov', 'protected']);

/** The attribute as it will be; undefined when the value says none. */
export function changeOf({ field, value }: ModifyImage): Change | undefined {
  return Object.hasOwn(changes, field) ? changes[field]?.(value) : undefined;
}

function switched(value: string, change: (on: boolean) => Change): Change | undefined {
  const on = Object.hasOwn(switches, value) ? switches[value] : undefined;
  return on === undefined ? undefined : change(on);
}

function memory(value: string): number {
  return value.trim() === '' ? Number.NaN : Number(value);
}

/** What R-NAME has to judge: a new name. */
function named({ world, request }: ModifyCase): Asked<{ readonly name?: string }> | undefined {
  return request.field === 'name' ? { world, request: { name: request.value } } : undefined;
}

/** What R-DESC and R-RAM have to judge: a new description, or new memory beside what the image has. */
function described(given: ModifyCase): Asked<ImageAttributes> | undefined {
  const image = ownImage(given);
  const { world, request } = given;
  const change = changeOf(request);
  if (request.field === 'description') return { world, request: { description: request.value } };
  if (!image || (request.field !== 'minRam' && request.field !== 'maxRam')) return undefined;
  const { minRam, maxRam = 0 } = { ...image, ...change };
  return { world, request: { minRam, maxRam } };
}

/** Rules for changing an image. SPEC 3.13 */
export const modifyRules: readonly Rule<ModifyCase>[] = [
  ownersOnly('R-MOD-02', 'api/error_codes; jd/Image-Type', 'IMG.0047'),
  aboutOwn('R-MOD-01', 'state', 'api/updating_an_image', (image, { world }) =>
    allows('modify', image)
      ? undefined
      : {
          severity: 'block',
          code: world.profile.codes.imageNotReady,
          facts: { status: stateOf(image) },
        },
  ),
  aboutOwn('R-ENC-06', 'values', 'umn/encrypting_images/overview', (_image, { request }) =>
    request.field === 'key' ? 'IMSX.0030' : undefined,
  ),
  aboutOwn('R-MOD-04', 'values', 'S3; umn/modifying_an_image', (_image, { request: { field } }) =>
    field === 'key' || Object.hasOwn(changes, field)
      ? undefined
      : { severity: 'block', code: 'IMSX.0030', facts: { field } },
  ),
  aboutOwn('R-MOD-06', 'values', 'jdsdk modifyImageAttribute', (_image, { request, world }) => {
    const { label, modify } = world.profile;
    const { field } = request;
    if (!Object.hasOwn(changes, field) || modify.fields.includes(field)) return undefined;
    const fields = modify.fields.join(', ');
    return { severity: 'block', code: 'IMSX.0025', facts: { field, fields, cloud: label } };
  }),
  aboutOwn('R-MOD-05', 'values', 'hw/modifying image attributes', (image, { request, world }) => {
    const { dataImageFields, fields } = world.profile.modify;
    const { field } = request;
    if (image.type !== 'data' || !fields.includes(field) || dataImageFields.includes(field))
      return undefined;
    return {
      severity: 'block',
      code: 'IMG.0168',
      facts: { field, fields: dataImageFields.join(', ') },
    };
  }),
  aboutOwn('R-MOD-08', 'values', 'api/updating_an_image', (_image, { request }) =>
    switchable.has(request.field) && changeOf(request) === undefined
      ? { severity: 'block', code: 'IMG.0001', facts: { field: request.field } }
      : undefined,
  ),
  aboutOwn('R-BOOT-01', 'values', 'api/error_codes', (_image, { request: { field, value } }) =>
    field === 'bootMode' && value !== 'bios' && value !== 'uefi'
      ? { severity: 'block', code: 'IMG.0141', facts: { bootMode: value } }
      : undefined,
  ),
  aboutOwn('R-BOOT-02', 'values', 'api/error_codes', ({ architecture }, { request }) =>
    architecture === 'arm' && request.field === 'bootMode' && request.value === 'bios'
      ? { severity: 'block', code: 'IMG.0141', facts: { bootMode: request.value } }
      : undefined,
  ),
  ...judging(nameRules, named),
  ...judging(attributeRules, described),
  aboutOwn('R-MOD-09', 'confirmation', 'umn/faqs NIC multi-queue', ({ osType }, { request }) =>
    osType === 'Windows' && changeOf(request)?.multiQueue ? { severity: 'warn' } : undefined,
  ),
  aboutOwn('R-MOD-10', 'confirmation', 'umn/registering_an_external_file', (image, given) => {
    const { bootMode } = changeOf(given.request) ?? {};
    return bootMode && bootMode !== image.bootMode
      ? { severity: 'confirm', code: 'IMSX.0024', facts: { bootMode } }
      : undefined;
  }),
  aboutOwn('R-MOD-11', 'confirmation', 'api/creating_image_metadata', (image, { request }) => {
    const protection = changeOf(request)?.protected;
    if (protection === undefined) return undefined;
    return { severity: 'info', facts: { now: image.protected ? 'on' : 'off' } };
  }),
];
