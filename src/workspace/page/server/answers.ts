import type { KnownBlock, PlainTextOption, View } from '@slack/types';
import { z } from 'zod';

/** Blocks and views are drawn defensively, so the door only asks for what drawing needs to begin. */
const isTyped = (value: unknown): boolean =>
  z.looseObject({ type: z.string() }).safeParse(value).success;
const Block = z.custom<KnownBlock>(isTyped, 'a block needs a type');
const SlackView = z.custom<View>(
  (value) =>
    z.looseObject({ type: z.string(), blocks: z.array(z.unknown()) }).safeParse(value).success,
  'a view needs a type and blocks',
);
const Option = z.custom<PlainTextOption>(
  (value) => z.looseObject({ text: z.looseObject({ text: z.string() }) }).safeParse(value).success,
  'an option needs a text',
);

const Person = z.object({
  id: z.string(),
  name: z.string(),
  title: z.string(),
  isBot: z.boolean(),
  avatarColor: z.string(),
  zone: z.exactOptional(z.string()),
});

const Channel = z.object({
  id: z.string(),
  kind: z.enum(['channel', 'im']),
  name: z.string(),
  topic: z.string(),
  members: z.array(z.string()),
});

const FileCard = z.object({
  id: z.string(),
  name: z.string(),
  bytes: z.number(),
  url: z.string(),
});

const Message = z.object({
  channel: z.string(),
  ts: z.string(),
  user: z.string(),
  text: z.string(),
  blocks: z.array(Block),
  threadTs: z.exactOptional(z.string()),
  replyCount: z.exactOptional(z.number()),
  edited: z.exactOptional(z.boolean()),
  ephemeral: z.exactOptional(z.boolean()),
  files: z.exactOptional(z.array(FileCard)),
  system: z.exactOptional(z.boolean()),
  streaming: z.exactOptional(z.boolean()),
  reactions: z.exactOptional(z.array(z.object({ name: z.string(), users: z.array(z.string()) }))),
  unfurls: z.exactOptional(
    z.array(
      z.object({ url: z.string(), title: z.string(), text: z.string(), blocks: z.array(Block) }),
    ),
  ),
});

const OpenView = z.object({ id: z.string(), hash: z.string(), view: SlackView });

const AgentThread = z.object({
  channel: z.string(),
  threadTs: z.string(),
  status: z.string(),
  loading: z.array(z.string()),
  title: z.string(),
  session: z.nullable(z.enum(['active', 'processing', 'suspended', 'closed'])),
});

const SuggestedPrompts = z.object({
  channel: z.string(),
  title: z.string(),
  prompts: z.array(z.object({ title: z.string(), message: z.string() })),
});

/** GET /page/state */
export const StateAnswer = z.object({
  team: z.object({ id: z.string(), name: z.string(), domain: z.string() }),
  me: z.string(),
  bot: z.string(),
  people: z.array(Person),
  channels: z.array(Channel),
  commands: z.array(
    z.object({ command: z.string(), description: z.string(), usageHint: z.string() }),
  ),
  shortcuts: z.array(
    z.object({
      name: z.string(),
      type: z.enum(['message', 'global']),
      callbackId: z.string(),
      description: z.string(),
    }),
  ),
  views: z.array(OpenView),
  agents: z.array(AgentThread),
  prompts: z.array(SuggestedPrompts),
  home: z.nullable(OpenView),
  botConnected: z.boolean(),
});

/** GET /page/messages and /page/thread */
export const MessagesAnswer = z.object({ messages: z.array(Message), hasMore: z.boolean() });

/** What every POST answers; `errors` and the options only where they apply. */
export const PostAnswer = z.looseObject({
  ok: z.boolean(),
  error: z.exactOptional(z.string()),
  errors: z.exactOptional(z.record(z.string(), z.string())),
  file: z.exactOptional(FileCard),
  options: z.exactOptional(z.array(Option)),
  option_groups: z.exactOptional(
    z.array(z.object({ label: z.looseObject({ text: z.string() }), options: z.array(Option) })),
  ),
});
export type PostAnswer = z.infer<typeof PostAnswer>;

/** One frame of the live WebSocket. */
export const News = z.discriminatedUnion('type', [
  z.object({ type: z.enum(['message', 'message_changed']), message: Message }),
  z.object({ type: z.literal('message_deleted'), channel: z.string(), ts: z.string() }),
  z.object({ type: z.enum(['view_opened', 'view_updated']), view: OpenView }),
  z.object({ type: z.literal('view_closed'), viewId: z.string(), all: z.boolean() }),
  z.object({ type: z.literal('home'), home: OpenView }),
  z.object({ type: z.literal('agent'), agent: AgentThread }),
  z.object({ type: z.literal('prompts'), prompts: SuggestedPrompts }),
  z.object({ type: z.literal('reset') }),
  z.object({ type: z.literal('channel'), channel: Channel }),
  z.object({ type: z.literal('bot'), connected: z.boolean() }),
]);
