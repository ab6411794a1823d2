import { z } from 'zod';

const Body = z.looseObject({
  type: z.string().optional(),
  team_id: z.string().optional(),
  event_id: z.string().optional(),
  event: z
    .looseObject({
      type: z.string(),
      channel: z.unknown(),
      ts: z.unknown(),
      user: z.unknown(),
      function_execution_id: z.string(),
    })
    .partial()
    .optional(),
  command: z.string().optional(),
  trigger_id: z.string().optional(),
  user: z.looseObject({ id: z.string() }).optional(),
  actions: z.array(z.looseObject({ action_ts: z.string().optional() })).optional(),
  view: z.looseObject({ id: z.string(), hash: z.string() }).optional(),
});

/** Answered in the acknowledgement itself and without effect: there is nothing to write down, and nothing to do only once. */
const passing = new Set(['block_suggestion', 'view_closed']);

/**
 * The idempotency key of something that came in, so that a redelivery is recognised: a message by where and when it was
 * written (Slack has delivered one message under several event ids), a step of a workflow by its run, other events by their id, presses by their time, a
 * submitted form by its trigger (its hash stays the same when it was sent back with faults).
 */
export function arrivalKey(body: unknown): string | undefined {
  const { type, event, event_id, command, trigger_id, user, actions, view } =
    Body.safeParse(body).data ?? {};
  if (type !== undefined && passing.has(type)) return undefined;
  if (event && (event.type === 'message' || event.type === 'app_mention'))
    return `message:${String(event.channel)}:${String(event.ts)}`;
  if (event?.function_execution_id !== undefined) return `step:${event.function_execution_id}`;
  if (event_id !== undefined) return `event:${event_id}`;
  if (command !== undefined && trigger_id !== undefined) return `command:${trigger_id}`;
  const pressedAt = actions?.[0]?.action_ts;
  if (pressedAt !== undefined) return `press:${user?.id ?? ''}:${pressedAt}`;
  if (view) return `view:${view.id}:${trigger_id ?? view.hash}`;
  return trigger_id && `shortcut:${trigger_id}`;
}
