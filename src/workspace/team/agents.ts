import type { AgentThread, SuggestedPrompts } from '../page-api.ts';
import type { Feed } from './feed.ts';

/** How long a status stays when nothing is posted, in milliseconds. Source: Slack, "assistant.threads.setStatus". */
const statusLifetime = 2 * 60_000;

interface Kept extends AgentThread {
  readonly statusUntil: number;
}

/** What an agent shows around its threads: status, title, session, and prompts to start with. */
export class Agents {
  readonly #clock: () => number;
  readonly #feed: Feed;
  readonly #threads = new Map<string, Kept>();
  readonly #prompts = new Map<string, SuggestedPrompts>();

  constructor(clock: () => number, feed: Feed) {
    this.#clock = clock;
    this.#feed = feed;
  }

  thread(channel: string, threadTs: string): AgentThread {
    return shown(this.#kept(channel, threadTs), this.#clock());
  }

  /** Threads of a channel that show something. */
  threadsIn(channel: string): readonly AgentThread[] {
    const now = this.#clock();
    return [...this.#threads.values()]
      .filter((kept) => kept.channel === channel)
      .map((kept) => shown(kept, now));
  }

  /** Changes what is said about a thread; an empty status clears it. */
  change(
    channel: string,
    threadTs: string,
    changes: Partial<Pick<AgentThread, 'status' | 'loading' | 'title' | 'session'>>,
  ): AgentThread {
    const now = this.#clock();
    const before = this.#kept(channel, threadTs);
    const after: Kept = {
      ...before,
      ...changes,
      statusUntil: changes.status === undefined ? before.statusUntil : now + statusLifetime,
    };
    this.#threads.set(keyOf(channel, threadTs), after);
    const agent = shown(after, now);
    this.#feed.tell({ type: 'agent', agent });
    return agent;
  }

  /** The app posted into the thread: its status has done its duty. */
  spoke(channel: string, threadTs: string): void {
    const kept = this.#threads.get(keyOf(channel, threadTs));
    if (kept && kept.status !== '') this.change(channel, threadTs, { status: '', loading: [] });
  }

  suggest(prompts: SuggestedPrompts): void {
    this.#prompts.set(prompts.channel, prompts);
    this.#feed.tell({ type: 'prompts', prompts });
  }

  promptsIn(channel: string): SuggestedPrompts | undefined {
    return this.#prompts.get(channel);
  }

  clear(): void {
    this.#threads.clear();
    this.#prompts.clear();
  }

  #kept(channel: string, threadTs: string): Kept {
    return (
      this.#threads.get(keyOf(channel, threadTs)) ?? {
        channel,
        threadTs,
        status: '',
        loading: [],
        title: '',
        session: null,
        statusUntil: 0,
      }
    );
  }
}

function keyOf(channel: string, threadTs: string): string {
  return `${channel}/${threadTs}`;
}

function shown({ statusUntil, ...thread }: Kept, now: number): AgentThread {
  return statusUntil > now ? thread : { ...thread, status: '', loading: [] };
}
