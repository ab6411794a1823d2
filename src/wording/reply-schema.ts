import { z } from 'zod';
import type { Part, Reply } from './reply.ts';

const Run = z
  .object({
    text: z.string(),
    bold: z.literal(true).exactOptional(),
    italic: z.literal(true).exactOptional(),
    code: z.literal(true).exactOptional(),
    link: z.string().exactOptional(),
    at: z.string().exactOptional(),
  })
  .readonly();

const Line = z.array(Run).readonly();
const Moment = z.object({ text: z.string(), at: z.string() }).readonly();
const FactRow = z.object({ label: z.string(), value: Line }).readonly();
const TableRow = z.array(z.union([z.string(), Moment])).readonly();

const KeptPart: z.ZodType<Part> = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('paragraph'), lines: z.array(Line).readonly() }),
  z.object({ kind: z.literal('bullets'), items: z.array(Line).readonly() }),
  z.object({ kind: z.literal('facts'), rows: z.array(FactRow).readonly() }),
  z.object({ kind: z.literal('table'), rows: z.array(TableRow).readonly() }),
  z.object({ kind: z.literal('note'), line: Line }),
]);

/** The words of a reply, as they are kept. */
export const KeptReply = z
  .object({ text: z.string(), parts: z.array(KeptPart).readonly() })
  .readonly();
export type KeptReply = Readonly<Pick<Reply, 'text' | 'parts'>>;
