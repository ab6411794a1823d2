/** Text and the small objects every element is made of, with Slack's limits on them. */
import { z } from 'zod';

/** A string of 1 to `most` characters. */
export const words = (most: number) => z.string().min(1).max(most);

export const identifier = z.string().max(255);

export const plainText = (most = 3000) =>
  z.strictObject({
    type: z.literal('plain_text'),
    text: words(most),
    emoji: z.boolean().exactOptional(),
  });

export const mrkdwn = (most = 3000) =>
  z.strictObject({
    type: z.literal('mrkdwn'),
    text: words(most),
    verbatim: z.boolean().exactOptional(),
  });

export const anyText = (most = 3000) =>
  z.discriminatedUnion('type', [plainText(most), mrkdwn(most)]);

export const colorScheme = z.enum(['primary', 'danger']);

export const confirmDialog = z.strictObject({
  title: plainText(100).exactOptional(),
  text: anyText(300),
  confirm: plainText(30).exactOptional(),
  deny: plainText(30).exactOptional(),
  style: colorScheme.exactOptional(),
});

const optionParts = {
  value: z.string().max(150).exactOptional(),
  url: z.string().max(3000).exactOptional(),
  description: plainText(75).exactOptional(),
};

export const plainOption = z.strictObject({ text: plainText(75), ...optionParts });

export const anyOption = z.strictObject({
  text: anyText(75),
  ...optionParts,
  description: anyText(75).exactOptional(),
});

export const optionGroup = z.strictObject({
  label: plainText(75),
  options: z.array(plainOption).min(1).max(100),
});

const picture = { alt_text: words(2000) };
const pictureSource = {
  image_url: z.string().min(1).max(3000).exactOptional(),
  slack_file: z
    .union([z.strictObject({ id: words(255) }), z.strictObject({ url: words(3000) })])
    .exactOptional(),
};

export const pictureParts = { ...picture, ...pictureSource };

/** True when an image names exactly one source. */
export function hasOneSource(image: { image_url?: unknown; slack_file?: unknown }): boolean {
  return (image.image_url === undefined) !== (image.slack_file === undefined);
}

export const imageElement = z
  .strictObject({ type: z.literal('image'), ...pictureParts })
  .refine(hasOneSource, 'must have exactly one of image_url or slack_file');
