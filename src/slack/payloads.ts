import { z } from 'zod';

/** A mention, or a direct message: only what Goldie looks at. */
export const Said = z.looseObject({
  user: z.string(),
  channel: z.string(),
  ts: z.string(),
  text: z.string().default(''),
  thread_ts: z.string().optional(),
  channel_type: z.string().optional(),
  subtype: z.string().optional(),
  bot_id: z.string().optional(),
});
export type Said = z.infer<typeof Said>;

/** A slash command. Slack writes `<`, `>` and `&` as entities. */
export const Ordered = z.looseObject({
  command: z.string(),
  text: z
    .string()
    .default('')
    .transform((text) =>
      text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&'),
    ),
  user_id: z.string(),
  channel_id: z.string(),
  trigger_id: z.string(),
});

/** A pressed button or a made choice, and the message or window it stands in. */
export const PressedButton = z.looseObject({
  user: z.looseObject({ id: z.string() }),
  trigger_id: z.string().optional(),
  container: z.looseObject({
    type: z.string(),
    message_ts: z.string().optional(),
    channel_id: z.string().optional(),
    thread_ts: z.string().optional(),
    is_ephemeral: z.boolean().optional(),
  }),
  actions: z
    .array(
      z.looseObject({
        action_id: z.string(),
        value: z.string().optional(),
        selected_option: z.looseObject({ value: z.string() }).nullish(),
      }),
    )
    .min(1),
});
export type PressedButton = z.infer<typeof PressedButton>;

/** A shortcut from the menu of a message. */
export const AskedAbout = z.looseObject({
  user: z.looseObject({ id: z.string() }),
  channel: z.looseObject({ id: z.string() }),
  message: z.looseObject({
    ts: z.string(),
    thread_ts: z.string().optional(),
    text: z.string().default(''),
  }),
});
export type AskedAbout = z.infer<typeof AskedAbout>;
