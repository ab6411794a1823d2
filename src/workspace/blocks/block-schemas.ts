/** One schema per block type. Limits: Slack's Block Kit reference and its published blocks.json. */
import { z } from 'zod';
import { contextAction } from './elements/buttons.ts';
import { accessory, actionsElement, cardButtons, inputElement } from './elements/elements.ts';
import { richText } from './rich-text-schema.ts';
import { dataTable, table } from './tables.ts';
import {
  anyText,
  hasOneSource,
  identifier,
  imageElement,
  mrkdwn,
  pictureParts,
  plainText,
  words,
} from './text-objects.ts';

const named = { block_id: identifier.exactOptional() };

const section = z
  .strictObject({
    type: z.literal('section'),
    ...named,
    text: anyText(3000).exactOptional(),
    fields: z.array(anyText(2000)).min(1).max(10).exactOptional(),
    accessory: accessory.exactOptional(),
    expand: z.boolean().exactOptional(),
  })
  .refine(
    (block) => block.text !== undefined || block.fields !== undefined,
    'must have text or fields',
  );

const actions = z.strictObject({
  type: z.literal('actions'),
  ...named,
  elements: z.array(actionsElement).min(1).max(25),
});

const context = z.strictObject({
  type: z.literal('context'),
  ...named,
  elements: z
    .array(z.discriminatedUnion('type', [plainText(), mrkdwn(), imageElement]))
    .min(1)
    .max(10),
});

const divider = z.strictObject({ type: z.literal('divider'), ...named });
const header = z.strictObject({ type: z.literal('header'), ...named, text: plainText(150) });

const image = z
  .strictObject({
    type: z.literal('image'),
    ...named,
    ...pictureParts,
    title: plainText(2000).exactOptional(),
  })
  .refine(hasOneSource, 'must have exactly one of image_url or slack_file');

const input = z.strictObject({
  type: z.literal('input'),
  ...named,
  label: plainText(2000),
  hint: plainText(2000).exactOptional(),
  optional: z.boolean().exactOptional(),
  dispatch_action: z.boolean().exactOptional(),
  element: inputElement,
});

const file = z.strictObject({
  type: z.literal('file'),
  ...named,
  source: words(30),
  external_id: identifier,
});

const video = z.strictObject({
  type: z.literal('video'),
  ...named,
  video_url: words(3000),
  thumbnail_url: words(3000),
  alt_text: words(2000),
  title: plainText(199),
  title_url: z.string().exactOptional(),
  author_name: z.string().max(49).exactOptional(),
  provider_name: z.string().exactOptional(),
  provider_icon_url: z.string().exactOptional(),
  description: plainText(199).exactOptional(),
});

const card = z
  .strictObject({
    type: z.literal('card'),
    ...named,
    hero_image: imageElement.exactOptional(),
    icon: imageElement.exactOptional(),
    title: mrkdwn(150).exactOptional(),
    subtitle: mrkdwn(150).exactOptional(),
    body: mrkdwn(200).exactOptional(),
    actions: cardButtons.exactOptional(),
  })
  .refine(
    (block) => [block.hero_image, block.title, block.actions, block.body].some(Boolean),
    'must have one of hero_image, title, actions or body',
  );

const carousel = z.strictObject({
  type: z.literal('carousel'),
  ...named,
  elements: z.array(card).min(1).max(10),
});

const container = z
  .strictObject({
    type: z.literal('container'),
    ...named,
    title: plainText(150).exactOptional(),
    rich_text_title: richText.exactOptional(),
    subtitle: anyText(150).exactOptional(),
    child_blocks: z
      .array(
        z.discriminatedUnion('type', [
          actions,
          context,
          divider,
          file,
          header,
          image,
          input,
          richText,
          section,
          table,
          video,
        ]),
      )
      .min(1)
      .max(10),
    width: z.enum(['narrow', 'standard', 'wide', 'full']).exactOptional(),
    icon: imageElement.exactOptional(),
    is_collapsible: z.boolean().exactOptional(),
    default_collapsed: z.boolean().exactOptional(),
    has_header_divider: z.boolean().exactOptional(),
  })
  .refine(
    (block) => (block.title === undefined) !== (block.rich_text_title === undefined),
    'must have exactly one of title or rich_text_title',
  );

const taskCard = z.strictObject({
  type: z.literal('task_card'),
  ...named,
  task_id: words(255),
  title: words(255),
  status: z.enum(['pending', 'in_progress', 'complete', 'error']),
  details: richText.exactOptional(),
  output: richText.exactOptional(),
  sources: z
    .array(z.strictObject({ type: z.literal('url'), url: words(3000), text: words(255) }))
    .exactOptional(),
});

export const anyBlock = z.discriminatedUnion('type', [
  actions,
  card,
  carousel,
  container,
  context,
  dataTable,
  divider,
  file,
  header,
  image,
  input,
  richText,
  section,
  table,
  taskCard,
  video,
  z.strictObject({
    type: z.literal('alert'),
    ...named,
    text: anyText(200),
    level: z.enum(['default', 'info', 'warning', 'error', 'success']).exactOptional(),
  }),
  z.strictObject({
    type: z.literal('context_actions'),
    ...named,
    elements: z.array(contextAction).min(1).max(5),
  }),
  z.strictObject({ type: z.literal('markdown'), ...named, text: words(12_000) }),
  z.strictObject({
    type: z.literal('plan'),
    ...named,
    title: words(255),
    tasks: z.array(taskCard).exactOptional(),
  }),
]);
