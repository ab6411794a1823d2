import type { StoredMessage } from './message.ts';

interface ChannelLog {
  readonly byTs: Map<string, StoredMessage>;
  /** Time stamps of messages outside threads, oldest first. */
  readonly roots: string[];
  /** First message's time stamp -> its replies' time stamps, oldest first. */
  readonly replies: Map<string, string[]>;
}

export interface Stretch {
  readonly messages: readonly StoredMessage[];
  readonly hasMore: boolean;
}

/** What has been said, per channel. Adding and finding cost the same however long the history is. */
export class MessageLog {
  readonly #channels = new Map<string, ChannelLog>();

  add(message: StoredMessage): void {
    const log = this.#logOf(message.channel);
    log.byTs.set(message.ts, message);
    const { threadTs } = message;
    if (threadTs === undefined || threadTs === message.ts) {
      log.roots.push(message.ts);
      return;
    }
    const thread = log.replies.get(threadTs);
    if (thread) thread.push(message.ts);
    else log.replies.set(threadTs, [message.ts]);
  }

  replace(message: StoredMessage): void {
    this.#logOf(message.channel).byTs.set(message.ts, message);
  }

  remove(message: StoredMessage): void {
    const log = this.#logOf(message.channel);
    log.byTs.delete(message.ts);
    const list = message.threadTs ? log.replies.get(message.threadTs) : log.roots;
    if (!list) return;
    const at = firstNotBefore(list, message.ts);
    if (list[at] === message.ts) list.splice(at, 1);
  }

  get(channel: string, ts: string): StoredMessage | undefined {
    return this.#channels.get(channel)?.byTs.get(ts);
  }

  /** The newest messages outside threads, oldest first, between two stamps (neither included). */
  stretch(
    channel: string,
    { before, after = '', limit }: { before?: string | undefined; after?: string; limit: number },
  ): Stretch {
    const log = this.#logOf(channel);
    const end = before === undefined ? log.roots.length : firstNotBefore(log.roots, before);
    const floor = after === '' ? 0 : firstNotBefore(log.roots, `${after}~`);
    const start = Math.max(floor, end - limit);
    return { messages: found(log, log.roots.slice(start, end)), hasMore: start > floor };
  }

  /** A thread, its first message included; empty when there is no such message. */
  thread(channel: string, ts: string): readonly StoredMessage[] {
    const log = this.#logOf(channel);
    const first = log.byTs.get(ts);
    return first ? [first, ...found(log, log.replies.get(ts) ?? [])] : [];
  }

  replyCount(message: StoredMessage): number {
    return this.#channels.get(message.channel)?.replies.get(message.ts)?.length ?? 0;
  }

  clear(): void {
    this.#channels.clear();
  }

  all(): readonly StoredMessage[] {
    return [...this.#channels.values()].flatMap((log) => [...log.byTs.values()]);
  }

  #logOf(channel: string): ChannelLog {
    const known = this.#channels.get(channel);
    if (known) return known;
    const log: ChannelLog = { byTs: new Map(), roots: [], replies: new Map() };
    this.#channels.set(channel, log);
    return log;
  }
}

function found(log: ChannelLog, stamps: readonly string[]): readonly StoredMessage[] {
  return stamps.flatMap((ts) => log.byTs.get(ts) ?? []);
}

/** Binary search: the index of the first stamp that is not smaller. */
function firstNotBefore(stamps: readonly string[], ts: string): number {
  let low = 0;
  let high = stamps.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((stamps[middle] ?? '') < ts) low = middle + 1;
    else high = middle;
  }
  return low;
}
