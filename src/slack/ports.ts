/** A payload that came in and was not answered to the end yet. */
export interface Arrival {
  readonly key: string;
  readonly body: unknown;
}

/**
 * What came in from Slack, written down durably before it is acknowledged. A key seen before (for at least 15 minutes,
 * restarts included) is a redelivery. Implemented in src/storage.
 */
export interface Inbox {
  /** Durable when it resolves. Arrivals at the same time share one write. */
  record(key: string, body: unknown): Promise<'new' | 'known'>;
  /** The arrival was answered; soon durable, without waiting for it. */
  done(key: string): void;
  /** Arrivals of an earlier life that were not answered, oldest first. */
  unanswered(): readonly Arrival[];
  close(): Promise<void>;
}
