/**
 * What the web page and the local workspace say to each other. JSON over HTTP on the same origin
 * (requests the page makes) and over one WebSocket per tab (news the page receives).
 * Every request names the person it is made as; nothing here is part of Slack's own protocol.
 */
import type { KnownBlock, View } from '@slack/types';

export interface Person {
  readonly id: string;
  readonly name: string;
  /** One line under the name: what this person is in the demo, e.g. "operator in team-web". */
  readonly title: string;
  readonly isBot: boolean;
  readonly avatarColor: string;
  /** IANA time zone; without one, that of the browser. */
  readonly zone?: string;
}

export interface Channel {
  readonly id: string;
  readonly kind: 'channel' | 'im';
  /** Without `#`. For a DM: the other person's name. */
  readonly name: string;
  readonly topic: string;
  readonly members: readonly string[];
}

export interface SlashCommand {
  readonly command: string;
  readonly description: string;
  readonly usageHint: string;
}

export interface Message {
  readonly channel: string;
  readonly ts: string;
  readonly user: string;
  readonly text: string;
  readonly blocks: readonly KnownBlock[];
  readonly threadTs?: string;
  /** Set on a thread's first message. */
  readonly replyCount?: number;
  readonly edited?: boolean;
  /** Only the person it was posted for sees it; it is gone on reload. */
  readonly ephemeral?: boolean;
  readonly files?: readonly FileCard[];
  /** Slack's own grey lines, e.g. a slash command that failed. */
  readonly system?: boolean;
  /** The app is still writing it. */
  readonly streaming?: boolean;
  readonly reactions?: readonly Reaction[];
  readonly unfurls?: readonly Unfurl[];
}

export interface Reaction {
  /** Without colons. */
  readonly name: string;
  readonly users: readonly string[];
}

/** What the app shows under a link, or an attachment of its own. */
export interface Unfurl {
  readonly url: string;
  readonly title: string;
  readonly text: string;
  readonly blocks: readonly KnownBlock[];
}

/** What an agent shows around one of its threads. */
export interface AgentThread {
  readonly channel: string;
  readonly threadTs: string;
  /** "is thinking ..."; empty when there is none. */
  readonly status: string;
  /** Lines to show in turn while the status stands. */
  readonly loading: readonly string[];
  readonly title: string;
  /** While it is `processing`, people see a Stop button. */
  readonly session: 'active' | 'processing' | 'suspended' | 'closed' | null;
}

/** Up to four things to ask, shown at the start of a conversation with the app. */
export interface SuggestedPrompts {
  readonly channel: string;
  readonly title: string;
  readonly prompts: readonly { readonly title: string; readonly message: string }[];
}

export interface Shortcut {
  readonly name: string;
  readonly type: 'message' | 'global';
  readonly callbackId: string;
  readonly description: string;
}

export interface FileCard {
  readonly id: string;
  readonly name: string;
  readonly bytes: number;
  readonly url: string;
}

export interface OpenView {
  readonly id: string;
  readonly hash: string;
  readonly view: View;
}

/** GET /page/state?as=U… */
export interface PageState {
  readonly team: { readonly id: string; readonly name: string; readonly domain: string };
  readonly me: string;
  readonly bot: string;
  readonly people: readonly Person[];
  /** Channels the person is in, and the DM with the bot (always present). */
  readonly channels: readonly Channel[];
  readonly commands: readonly SlashCommand[];
  readonly shortcuts: readonly Shortcut[];
  /** Modals the person has open, the topmost last. */
  readonly views: readonly OpenView[];
  readonly agents: readonly AgentThread[];
  readonly prompts: readonly SuggestedPrompts[];
  readonly home: OpenView | null;
  readonly botConnected: boolean;
}

/** GET /page/messages?as&channel&before? -> newest last, at most 200, thread replies left out;
 *  GET /page/thread?as&channel&ts -> the thread, first message included. */
export interface MessagePage {
  readonly messages: readonly Message[];
  readonly hasMore: boolean;
}

/** Where a pressed button, select or input sits. */
export type Container =
  | { readonly type: 'message'; readonly channel: string; readonly ts: string }
  | { readonly type: 'view'; readonly viewId: string };

/** The state of the inputs of a message or view, as Slack sends it: block_id -> action_id -> value. */
export type InputValues = Record<string, Record<string, Record<string, unknown>>>;

/** POST bodies, by path. Each answers `{ ok: true, ... }` or `{ ok: false, error }`. */
export interface PageRequests {
  /** Text starting with `/` in the main box is a slash command. Mentions are typed as `@name`. */
  '/page/send': { as: string; channel: string; text: string; threadTs?: string };
  /** `action` is Slack's action object: type, action_id, block_id and the value or selection. */
  '/page/action': {
    as: string;
    container: Container;
    action: Record<string, unknown>;
    values: InputValues;
  };
  /** Answers with `errors` (block_id -> sentence) when the app refused the input. */
  '/page/view-submit': { as: string; viewId: string; values: InputValues };
  '/page/view-close': { as: string; viewId: string };
  /** Answers with `options` or `option_groups` for an external select. */
  '/page/options': {
    as: string;
    container: Container;
    blockId: string;
    actionId: string;
    typed: string;
  };
  /** A global shortcut, or one from a message's menu. */
  '/page/shortcut': {
    as: string;
    callbackId: string;
    message?: { channel: string; ts: string };
  };
  /** Adds a reaction, or takes the person's own back. */
  '/page/react': { as: string; channel: string; ts: string; name: string };
  /** The Stop button of a running agent session. */
  '/page/stop': { as: string; channel: string; threadTs: string };
  /** The person looked at the bot's Home or Messages tab. */
  '/page/home-opened': { as: string; tab: 'home' | 'messages' };
}

/** Pushed over `/page/live?as=U…`, only what that person may see. */
export type PageNews =
  | { readonly type: 'message'; readonly message: Message }
  | { readonly type: 'message_changed'; readonly message: Message }
  | { readonly type: 'message_deleted'; readonly channel: string; readonly ts: string }
  | { readonly type: 'view_opened' | 'view_updated'; readonly view: OpenView }
  | { readonly type: 'view_closed'; readonly viewId: string; readonly all: boolean }
  | { readonly type: 'home'; readonly home: OpenView }
  | { readonly type: 'agent'; readonly agent: AgentThread }
  | { readonly type: 'prompts'; readonly prompts: SuggestedPrompts }
  /** Everything was put back to the beginning: load anew. */
  | { readonly type: 'reset' }
  | { readonly type: 'channel'; readonly channel: Channel }
  | { readonly type: 'bot'; readonly connected: boolean };
