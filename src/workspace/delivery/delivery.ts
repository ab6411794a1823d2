/** How the workspace reaches the app: over Socket Mode or by signed HTTP. */

export interface Envelope {
  readonly type: 'events_api' | 'slash_commands' | 'interactive';
  readonly payload: Readonly<Record<string, unknown>>;
  /** The app may say something with its acknowledgement. */
  readonly takesAnswer: boolean;
  /** For events: which attempt this is and why the one before failed. */
  readonly retry?: { readonly attempt: number; readonly reason: RetryReason };
}

export type RetryReason = '' | 'timeout' | 'connection_failed' | 'http_error';

export type Answer =
  | { readonly kind: 'acknowledged'; readonly payload: unknown }
  /** Nothing came back in time. */
  | { readonly kind: 'late' }
  /** There was nobody to send it to. */
  | { readonly kind: 'unreachable' }
  /** HTTP only: the app answered, but not with 200. */
  | { readonly kind: 'refused'; readonly status: number };

export interface Delivery {
  connected(): boolean;
  /** Open sockets; 0 or 1 over HTTP. */
  connections(): number;
  send(envelope: Envelope): Promise<Answer>;
  /** Calls back whenever `connected()` may have changed. */
  onChange(callback: () => void): void;
  close(): Promise<void>;
}
