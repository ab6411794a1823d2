import { z } from 'zod';
import { reach } from './figures/reach.ts';
import { records } from './figures/records.ts';
import { requests } from './figures/requests.ts';
import { resources } from './figures/resources.ts';

/** The figures and differences of one cloud. Shared code reads keys and never asks which cloud it is. SPEC 6.2 */
export const Figures = z.strictObject({ ...requests, ...resources, ...reach, ...records });
export type Figures = Readonly<z.infer<typeof Figures>>;

/** Where a figure was read. */
export const SourceDocument = z
  .strictObject({
    title: z.string().min(1),
    address: z.string().optional(),
    /** Edition or last change, as far as the document says. */
    date: z.string().optional(),
  })
  .readonly();
export type SourceDocument = z.infer<typeof SourceDocument>;
