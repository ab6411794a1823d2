import type { StoredMessage } from './message.ts';

/** Messages for one person only. Never in the history, never written to disk; the oldest are forgotten. */
export class Ephemerals {
  readonly #byTs = new Map<string, StoredMessage>();
  readonly #most: number;

  constructor(most = 5000) {
    this.#most = most;
  }

  put(message: StoredMessage): void {
    this.#byTs.set(message.ts, message);
    const [oldest] = this.#byTs.keys();
    if (this.#byTs.size > this.#most && oldest !== undefined) this.#byTs.delete(oldest);
  }

  get(channel: string, ts: string): StoredMessage | undefined {
    const message = this.#byTs.get(ts);
    return message?.channel === channel ? message : undefined;
  }

  remove(ts: string): void {
    this.#byTs.delete(ts);
  }

  clear(): void {
    this.#byTs.clear();
  }

  seenBy(person: string, channel: string): readonly StoredMessage[] {
    return [...this.#byTs.values()].filter(
      (message) => message.visibleTo === person && message.channel === channel,
    );
  }
}
