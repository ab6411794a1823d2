import { z } from 'zod';
import { code, offered, pattern, texts } from './kinds.ts';

/** What a cloud offers, and what names, texts, tags and IDs must look like. */
export const requests = {
  operations: z
    .strictObject({
      'create-system': offered,
      'create-bms': offered,
      'import-file': offered,
      'import-iso': offered,
      'create-data': offered,
      'create-full': offered,
      'create-full-backup': offered,
      'fast-import': offered,
      copy: offered,
      'cross-copy': offered,
      export: offered,
      encrypt: offered,
      share: offered,
      accept: offered,
      convert: offered,
    })
    .readonly(),
  /** `oneRule`: the cloud states one rule for the whole name, so a fault is named as one. R-NAME-05 */
  name: z
    .strictObject({
      min: z.int(),
      max: z.int(),
      regex: pattern,
      unique: z.boolean(),
      oneRule: z.boolean(),
    })
    .readonly(),
  description: z.strictObject({ max: z.int(), forbid: pattern, tooLongCode: code }).readonly(),
  tag: z
    .strictObject({
      max: z.int(),
      keyMax: z.int(),
      valueMax: z.int(),
      keyRegex: pattern,
      valueRegex: pattern,
      trim: z.boolean(),
    })
    .readonly(),
  /** How image IDs look. R-ID-01 */
  /** Where people look at images: the domain of the cloud's own console. */
  console: z.strictObject({ domain: z.string() }).readonly(),
  imageId: z.strictObject({ style: z.enum(['uuid', 'img']), regex: pattern }).readonly(),
  modify: z.strictObject({ fields: texts, dataImageFields: texts, statuses: texts }).readonly(),
};
