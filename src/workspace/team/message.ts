import type { KnownBlock } from '@slack/types';
import { z } from 'zod';
import { areBlocks } from '../blocks/block-problems.ts';
import type { FileCard, Message, Unfurl } from '../page-api.ts';

/** One message as the workspace keeps it. A change makes a new object. */
export interface StoredMessage {
  readonly channel: string;
  readonly ts: string;
  readonly user: string;
  /** Set when the app posted it. */
  readonly botId?: string | undefined;
  readonly clientMsgId?: string | undefined;
  readonly text: string;
  readonly blocks: readonly KnownBlock[];
  readonly attachments?: readonly unknown[] | undefined;
  readonly metadata?: unknown;
  readonly threadTs?: string | undefined;
  readonly editedTs?: string | undefined;
  readonly files?: readonly FileCard[] | undefined;
  readonly reactions?: readonly Reaction[] | undefined;
  /** The only person who sees it: an ephemeral message or a line of Slack's own. */
  readonly visibleTo?: string | undefined;
  readonly system?: boolean | undefined;
  /** The app is still writing it. */
  readonly streaming?: boolean | undefined;
}

export interface Reaction {
  readonly name: string;
  readonly users: readonly string[];
}

/** How the page shows a message. */
export function pageMessage(message: StoredMessage, replyCount = 0): Message {
  return {
    channel: message.channel,
    ts: message.ts,
    user: message.user,
    text: message.text,
    blocks: message.blocks,
    ...(message.threadTs && message.threadTs !== message.ts && { threadTs: message.threadTs }),
    ...(replyCount > 0 && { replyCount }),
    ...(message.editedTs && { edited: true }),
    ...(message.visibleTo && { ephemeral: true }),
    ...(message.files && { files: message.files }),
    ...(message.system && { system: true }),
    ...(message.streaming && { streaming: true }),
    ...(message.reactions?.length && { reactions: message.reactions }),
    ...(message.attachments && { unfurls: message.attachments.flatMap(unfurl) }),
  };
}

const Attachment = z.looseObject({
  from_url: z.string().default(''),
  title: z.string().default(''),
  text: z.string().default(''),
  fallback: z.string().default(''),
  blocks: z.array(z.unknown()).default([]),
});

/** What the page shows of an attachment; one it cannot make sense of is left out. */
function unfurl(attachment: unknown): readonly Unfurl[] {
  const read = Attachment.safeParse(attachment);
  if (!read.success) return [];
  const { from_url: url, title, text, fallback, blocks } = read.data;
  return [
    { url, title, text: text || fallback, blocks: areBlocks('message', blocks) ? blocks : [] },
  ];
}
