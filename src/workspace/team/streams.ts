import type { KnownBlock, PlanBlock, TaskCardBlock } from '@slack/types';

type Task = TaskCardBlock & { readonly block_id: string };

export type StreamMode = 'timeline' | 'plan' | 'dense';

/** A message that an app is still writing. */
export interface Stream {
  readonly channel: string;
  readonly ts: string;
  readonly threadTs: string;
  readonly mode: StreamMode;
  readonly markdown: string;
  readonly planTitle: string;
  readonly tasks: readonly Task[];
  readonly blocks: readonly KnownBlock[];
  readonly lastWritten: number;
}

/** What can be seen of a stream. */
export type Drawn = Pick<Stream, 'mode' | 'markdown' | 'planTitle' | 'tasks' | 'blocks'>;

/** How long a stream may stay silent, in milliseconds. Measured by users of Slack. */
const silence = 5 * 60_000;

/** Streams that are open, and those that a person stopped. */
export class Streams {
  readonly #clock: () => number;
  readonly #open = new Map<string, Stream>();
  readonly #stopped = new Set<string>();

  constructor(clock: () => number) {
    this.#clock = clock;
  }

  put(stream: Omit<Stream, 'lastWritten'>): Stream {
    const written = { ...stream, lastWritten: this.#clock() };
    this.#open.set(keyOf(stream), written);
    return written;
  }

  /** @returns why nothing can be written to it, when that is so */
  at(channel: string, ts: string): Stream | 'stopped_by_user' | 'message_not_in_streaming_state' {
    const key = keyOf({ channel, ts });
    if (this.#stopped.has(key)) return 'stopped_by_user';
    const stream = this.#open.get(key);
    if (!stream || this.#clock() - stream.lastWritten > silence)
      return 'message_not_in_streaming_state';
    return stream;
  }

  end(stream: Pick<Stream, 'channel' | 'ts'>): void {
    this.#open.delete(keyOf(stream));
  }

  /** Ends the streams of a thread because a person said so; gives their stamps. */
  stopIn(channel: string, threadTs: string): readonly string[] {
    const ending = [...this.#open.values()].filter(
      (stream) => stream.channel === channel && stream.threadTs === threadTs,
    );
    for (const stream of ending) {
      this.end(stream);
      this.#stopped.add(keyOf(stream));
    }
    return ending.map(({ ts }) => ts);
  }

  clear(): void {
    this.#open.clear();
    this.#stopped.clear();
  }
}

/** What the message of a stream shows so far. */
export function blocksOfStream(stream: Drawn): readonly KnownBlock[] {
  const { markdown, blocks } = stream;
  const text: readonly KnownBlock[] =
    markdown === '' ? [] : [{ type: 'markdown', block_id: 'stream-text', text: markdown }];
  return [...tasksOf(stream), ...text, ...blocks];
}

function tasksOf({ mode, tasks, planTitle }: Drawn): readonly KnownBlock[] {
  if (mode === 'timeline') return tasks;
  if (tasks.length === 0 && planTitle === '') return [];
  const plan: PlanBlock = {
    type: 'plan',
    block_id: 'stream-plan',
    title: planTitle || 'Working on it',
    tasks: [...tasks],
  };
  return [plan];
}

function keyOf({ channel, ts }: Pick<Stream, 'channel' | 'ts'>): string {
  return `${channel}/${ts}`;
}
