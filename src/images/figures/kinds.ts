import { z } from 'zod';

/** Kinds of figures that several groups of a profile use. */
export const texts = z.array(z.string()).readonly();
export const gb = z.int().min(0);
/** No figure means: the cloud states no limit. */
export const limit = z.int().min(0).nullable();
export const offered = z.enum(['offered', 'not-offered']);
export const range = z.strictObject({ min: gb, max: gb }).readonly();
export const pattern = z.string().refine((text) => {
  try {
    return new RegExp(text, 'u').unicode;
  } catch {
    return false;
  }
}, 'is not a regular expression');
/** A refusal code. SPEC 3.24, appendix A */
export const code = z.templateLiteral([z.enum(['IMG', 'IMSX']), '.', z.string().regex(/^\d{4}$/)]);
