/** Rich text: text that is data, never parsed for mentions or links. */
import { z } from 'zod';
import { identifier, words } from './text-objects.ts';

const style = z
  .strictObject({
    bold: z.boolean().exactOptional(),
    code: z.boolean().exactOptional(),
    italic: z.boolean().exactOptional(),
    strike: z.boolean().exactOptional(),
    underline: z.boolean().exactOptional(),
    highlight: z.boolean().exactOptional(),
    client_highlight: z.boolean().exactOptional(),
    unlink: z.boolean().exactOptional(),
  })
  .exactOptional();

const text = z.strictObject({ type: z.literal('text'), text: words(13_000), style });
const link = z.strictObject({
  type: z.literal('link'),
  url: words(3000),
  text: z.string().exactOptional(),
  unsafe: z.boolean().exactOptional(),
  style,
});

const inline = z.discriminatedUnion('type', [
  text,
  link,
  z.strictObject({
    type: z.literal('broadcast'),
    range: z.enum(['here', 'channel', 'everyone']),
    style,
  }),
  z.strictObject({ type: z.literal('color'), value: words(30), style }),
  z.strictObject({ type: z.literal('channel'), channel_id: words(30), style }),
  z.strictObject({
    type: z.literal('date'),
    timestamp: z.int(),
    format: words(255),
    url: z.string().exactOptional(),
    fallback: z.string().exactOptional(),
    style,
  }),
  z.strictObject({
    type: z.literal('emoji'),
    name: words(100),
    unicode: z.string().exactOptional(),
    url: z.string().exactOptional(),
    style,
  }),
  z.strictObject({ type: z.literal('team'), team_id: words(30), style }),
  z.strictObject({ type: z.literal('user'), user_id: words(30), style }),
  z.strictObject({ type: z.literal('usergroup'), usergroup_id: words(30), style }),
]);

const border = { border: z.union([z.literal(0), z.literal(1)]).exactOptional() };
const section = z.strictObject({
  type: z.literal('rich_text_section'),
  elements: z.array(inline),
});

export const richText = z.strictObject({
  type: z.literal('rich_text'),
  block_id: identifier.exactOptional(),
  elements: z.array(
    z.discriminatedUnion('type', [
      section,
      z.strictObject({
        type: z.literal('rich_text_list'),
        elements: z.array(section),
        style: z.enum(['bullet', 'ordered']),
        indent: z.int().min(0).max(8).exactOptional(),
        offset: z.int().min(0).exactOptional(),
        ...border,
      }),
      z.strictObject({ type: z.literal('rich_text_quote'), elements: z.array(inline), ...border }),
      z.strictObject({
        type: z.literal('rich_text_preformatted'),
        elements: z.array(z.discriminatedUnion('type', [text, link])),
        language: z.string().exactOptional(),
        ...border,
      }),
    ]),
  ),
});
