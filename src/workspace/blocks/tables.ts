/** The two table blocks. A table may hold 10,000 characters and 20 columns. */
import { z } from 'zod';
import { charactersIn } from './characters.ts';
import { richText } from './rich-text-schema.ts';
import { identifier, words } from './text-objects.ts';

const rawText = z.strictObject({ type: z.literal('raw_text'), text: words(10_000) });
const rawNumber = z.strictObject({
  type: z.literal('raw_number'),
  value: z.number(),
  text: z.string(),
});

// Slack shows numbers in a plain table but refuses them as input, although its types allow them.
const tableCell = z.discriminatedUnion('type', [rawText, richText]);
const dataCell = z.discriminatedUnion('type', [rawText, rawNumber, richText]);

export const table = z
  .strictObject({
    type: z.literal('table'),
    block_id: identifier.exactOptional(),
    rows: z.array(z.array(tableCell).min(1).max(20)).min(1).max(100),
    column_settings: z
      .array(
        z
          .strictObject({
            align: z.enum(['left', 'center', 'right']).exactOptional(),
            is_wrapped: z.boolean().exactOptional(),
          })
          .nullable(),
      )
      .max(20)
      .exactOptional(),
  })
  .refine((block) => charactersIn(block.rows) <= 10_000, {
    message: 'must be less than 10001 characters',
    path: ['rows'],
  });

export const dataTable = z
  .strictObject({
    type: z.literal('data_table'),
    block_id: identifier.exactOptional(),
    caption: words(255),
    rows: z
      .tuple([z.array(rawText).min(1).max(20)], z.array(dataCell).min(1).max(20))
      .refine((rows) => rows.length >= 2 && rows.length <= 101, 'must have 2 to 101 rows'),
    page_size: z.int().min(1).max(100).exactOptional(),
    row_header_column_index: z.int().min(0).max(19).exactOptional(),
  })
  .refine((block) => block.rows.every((row) => row.length === block.rows[0].length), {
    message: 'must have rows of equal length',
    path: ['rows'],
  })
  .refine((block) => charactersIn(block.rows) <= 10_000, {
    message: 'must be less than 10001 characters',
    path: ['rows'],
  });
