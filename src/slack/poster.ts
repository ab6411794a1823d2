import { WebAPIPlatformError, type WebClient } from '@slack/web-api';
import { z } from 'zod';
import type { Posted } from '../jobs/ports.ts';
import type { Reply, ReplyFile } from '../wording/reply.ts';
import { machineTime } from './machine-time.ts';
import { type Pace, pace } from './pace.ts';
import { quickCall } from './quick-call.ts';
import { isSpecial, type Message, render, renderPlainly } from './render.ts';
import type { Log } from './sdk-logger.ts';

/** Where in Slack something is said. `channel` may be a person's ID: then it is said in their direct messages. */
export interface Spot {
  readonly channel: string;
  readonly thread?: string | undefined;
}

/** Says things in Slack, once each. */
export interface Poster {
  /** `key` marks the message; with `mayBeThere` a message with that mark is looked for first. */
  post(spot: Spot, reply: Reply, key: string, mayBeThere?: boolean): Promise<Posted>;
  /** Only that person sees it. */
  whisper(spot: Spot, person: string, reply: Reply): Promise<void>;
  /** `background`: nobody waits for it, so answers go first, and only the latest of several edits is made. */
  edit(posted: Posted, reply: Reply, background?: boolean): Promise<void>;
  /** Puts a file there. */
  attach(spot: Spot, file: ReplyFile): Promise<void>;
  /** The reply in blocks that this workspace has not refused so far. */
  looks(reply: Reply): Message;
}

const eventType = 'goldie_message';
const Sent = z.looseObject({ channel: z.string().optional(), ts: z.string().default('') });
const Marked = z.looseObject({
  ts: z.string(),
  metadata: z.looseObject({
    event_type: z.literal(eventType),
    event_payload: z.looseObject({ key: z.string() }),
  }),
});

export function poster(client: WebClient, log: Log, calm: Pace = pace(machineTime)): Poster {
  const call = quickCall(client);
  /** Kinds of blocks that this workspace does not take, as far as it said so. */
  const refused = new Set<string>();
  return { post, whisper, edit, attach, looks: (reply) => render(reply, refused) };

  async function post(spot: Spot, reply: Reply, key: string, mayBeThere = false): Promise<Posted> {
    const there = mayBeThere ? await lookFor(spot, key) : undefined;
    if (there) return there;
    // the file first: once the message is there, nothing of it is missing
    const attached = reply.file ? attach(spot, reply.file) : Promise.resolve();
    const [attaching] = await Promise.allSettled([attached]);
    const posted = await postMessage(spot, reply, key);
    if (attaching.status === 'rejected') throw attaching.reason;
    return posted;
  }

  async function postMessage(spot: Spot, reply: Reply, key: string): Promise<Posted> {
    const metadata = { event_type: eventType, event_payload: { key } };
    const method = 'chat.postMessage';
    const sent = await degrading(reply, (message) =>
      calm.send({ method, channel: spot.channel, thread: spot.thread }, () =>
        call(method, {
          channel: spot.channel,
          ...(spot.thread !== undefined && { thread_ts: spot.thread }),
          ...message,
          metadata,
          unfurl_links: false,
          unfurl_media: false,
        }),
      ),
    );
    const { channel = spot.channel, ts } = Sent.parse(sent);
    return { channel, ts };
  }

  async function whisper({ channel, thread }: Spot, user: string, reply: Reply): Promise<void> {
    await degrading(reply, (message) =>
      calm.send({ method: 'chat.postEphemeral' }, () =>
        client.chat.postEphemeral({
          channel,
          user,
          ...(thread !== undefined && { thread_ts: thread }),
          ...message,
        }),
      ),
    );
    if (reply.file) await attach({ channel: user }, reply.file);
  }

  async function edit({ channel, ts }: Posted, reply: Reply, background = false): Promise<void> {
    const about = `${channel}/${ts}`;
    await calm.show({ method: 'chat.update', about, background }, async () => {
      await degrading(reply, (message) =>
        client.chat.update({ channel, ts, ...message, parse: 'none' }),
      );
    });
  }

  async function attach({ channel, thread }: Spot, { name, content }: ReplyFile): Promise<void> {
    const here = await readable(channel);
    await calm.send({ method: 'files.completeUploadExternal', channel: here }, () => {
      const file = { channel_id: here, filename: name, content };
      return thread === undefined
        ? client.filesUploadV2(file)
        : client.filesUploadV2({ ...file, thread_ts: thread });
    });
  }

  /** Finds a message of ours by its mark among the latest of its place. Unknown where Goldie may not read. */
  async function lookFor({ channel, thread }: Spot, key: string): Promise<Posted | undefined> {
    try {
      const here = await readable(channel);
      const limit = 100;
      const { messages = [] } = await (thread === undefined
        ? client.conversations.history({ channel: here, limit, include_all_metadata: true })
        : client.conversations.replies({
            channel: here,
            ts: thread,
            limit,
            include_all_metadata: true,
          }));
      const marked = messages.flatMap((message) => Marked.safeParse(message).data ?? []);
      const found = marked.find(({ metadata }) => metadata.event_payload.key === key);
      return found && { channel: here, ts: found.ts };
    } catch (error) {
      log.warn({ error: nameOf(error), channel }, 'could not look whether a message is there');
      return undefined;
    }
  }

  /** A person's ID can be written to but not read from: the direct messages have an ID of their own. */
  async function readable(channel: string): Promise<string> {
    if (!/^[UW]/.test(channel)) return channel;
    const { channel: dm } = await client.conversations.open({ users: channel });
    return dm?.id ?? channel;
  }

  /** Says it with less where the workspace refuses a kind of block: an answer without looks beats none. */
  async function degrading<T>(reply: Reply, send: (message: Message) => Promise<T>): Promise<T> {
    const message = render(reply, refused);
    try {
      return await send(message);
    } catch (error) {
      if (!refusedBlocks(error)) throw error;
      const details = detailsOf(error);
      log.warn({ details }, 'slack refused blocks, saying it plainly');
      for (const type of typesIn(details, message)) refused.add(type);
    }
    try {
      return await send(renderPlainly(reply));
    } catch (error) {
      if (!refusedBlocks(error)) throw error;
      return send({ text: render(reply).text, blocks: [] });
    }
  }
}

function refusedBlocks(error: unknown): boolean {
  return ['invalid_blocks', 'msg_blocks_too_long', 'invalid_blocks_format'].includes(nameOf(error));
}

/** Kinds of blocks that Slack would not have for what they are, as it points at their types. */
function typesIn(details: readonly string[], { blocks }: Message): readonly string[] {
  return details
    .flatMap((detail) => /\/blocks\/(\d+)\/type\b/.exec(detail)?.[1] ?? [])
    .flatMap((at) => blocks[Number(at)]?.type ?? [])
    .filter(isSpecial);
}

function nameOf(error: unknown): string {
  if (error instanceof WebAPIPlatformError) return error.data.error;
  return error instanceof Error ? error.message : String(error);
}

function detailsOf(error: unknown): readonly string[] {
  if (!(error instanceof WebAPIPlatformError)) return [];
  return error.data.response_metadata?.messages ?? [];
}
