import type { Message, OpenView, PageState } from '../../page-api.ts';
import type { Conversation } from './conversation.ts';

export type Tab = 'home' | 'messages';

/** What the person looks at: a channel, which tab of it (DM with the bot), and perhaps a thread. */
export interface Place {
  readonly channel: string;
  readonly tab: Tab;
  readonly thread: string | null;
}

/** Everything the page knows. Changed only by `workspaceAfter`. */
export interface Workspace {
  readonly page: PageState;
  readonly place: Place;
  readonly channels: Readonly<Record<string, Conversation>>;
  /** By `threadKey`; first message included. */
  readonly threads: Readonly<Record<string, Conversation>>;
  readonly unread: readonly string[];
  /** Modals, the topmost last. */
  readonly views: readonly OpenView[];
}

export const threadKey = (channel: string, ts: string): string => `${channel}/${ts}`;

/** A reply belongs to a thread and is not that thread's first message. */
export const isReply = ({ threadTs, ts }: Message): boolean =>
  threadTs !== undefined && threadTs !== ts;
