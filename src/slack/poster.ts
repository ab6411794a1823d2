import { WebAPIPlatformError, type WebClient } from '@slack/web-api';
import { z } from 'zod';
import type { Posted } from '../jobs/ports.ts';
import type { Reply } from '../wording/reply.ts';
import { type Message, render, renderPlainly } from './render.ts';
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
  edit(posted: Posted, reply: Reply): Promise<void>;
}

const eventType = 'goldie_message';
const Marked = z.looseObject({
  ts: z.string(),
  metadata: z.looseObject({
    event_type: z.literal(eventType),
    event_payload: z.looseObject({ key: z.string() }),
  }),
});

export function poster(client: WebClient, log: Log): Poster {
  return { post, whisper, edit };

  async function post(spot: Spot, reply: Reply, key: string, mayBeThere = false): Promise<Posted> {
    const there = mayBeThere ? await lookFor(spot, key) : undefined;
    if (there) return there;
    const metadata = { event_type: eventType, event_payload: { key } };
    const { channel, ts } = await degrading(reply, (message) =>
      client.chat.postMessage({
        channel: spot.channel,
        ...(spot.thread !== undefined && { thread_ts: spot.thread }),
        ...message,
        metadata,
        unfurl_links: false,
        unfurl_media: false,
      }),
    );
    return { channel: channel ?? spot.channel, ts: ts ?? '' };
  }

  async function whisper({ channel, thread }: Spot, user: string, reply: Reply): Promise<void> {
    await degrading(reply, (message) =>
      client.chat.postEphemeral({
        channel,
        user,
        ...(thread !== undefined && { thread_ts: thread }),
        ...message,
      }),
    );
  }

  async function edit({ channel, ts }: Posted, reply: Reply): Promise<void> {
    await degrading(reply, (message) =>
      client.chat.update({ channel, ts, ...message, parse: 'none' }),
    );
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
    try {
      return await send(render(reply));
    } catch (error) {
      if (!refusedBlocks(error)) throw error;
      log.warn({ details: detailsOf(error) }, 'slack refused blocks, saying it plainly');
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

function nameOf(error: unknown): string {
  if (error instanceof WebAPIPlatformError) return error.data.error;
  return error instanceof Error ? error.message : String(error);
}

function detailsOf(error: unknown): readonly string[] {
  if (!(error instanceof WebAPIPlatformError)) return [];
  return error.data.response_metadata?.messages ?? [];
}
