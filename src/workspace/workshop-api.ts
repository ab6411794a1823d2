/** What the page's workshop and the workspace say to each other: disturbances, what passed, records. */

/** Disturbances that stay on until they are switched off. All off: Slack on a good day. */
export interface ChaosSettings {
  /** Every Web API answer comes this much later, in milliseconds. */
  readonly latencyMs: number;
  /** Every event comes this much later, in milliseconds. */
  readonly delayEventsMs: number;
  /** Every event comes twice, the second time as a retry. */
  readonly duplicateEvents: boolean;
  /** Block types that Slack refuses, as it does where a feature has not arrived yet. */
  readonly refusedBlocks: readonly string[];
  /** Every trigger_id has expired already. */
  readonly expireTriggers: boolean;
  /** The bot token has been revoked. */
  readonly revokeToken: boolean;
  /** Methods that fail, by name; `*` stands for all. */
  readonly failing: readonly FailingMethod[];
}

export interface FailingMethod {
  readonly method: string;
  /** HTTP status: 200 for a refusal, 429 with `retryAfter`, 500 and more for a broken server. */
  readonly status: number;
  readonly error: string;
  /** Seconds, sent as Retry-After. */
  readonly retryAfter?: number | undefined;
}

/** Things that happen once. */
export type Incident =
  | 'drop-sockets'
  | 'refresh-sockets'
  | 'repeat-last-event'
  | 'rate-limit-events';

/** One thing that passed between the workspace and the app. Tokens in it are masked. */
export interface TraceEntry {
  readonly id: number;
  /** Grows with every change of any entry. */
  readonly version: number;
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly kind: 'call' | 'event' | 'command' | 'interaction' | 'response';
  /** The method, or the type of the event or interaction. */
  readonly name: string;
  readonly sent: unknown;
  /** Unset as long as nothing came back. */
  readonly answer?: unknown;
}

export interface StepFunction {
  readonly callbackId: string;
  readonly title: string;
  readonly inputs: readonly {
    readonly name: string;
    readonly title: string;
    readonly required: boolean;
  }[];
}

export interface StepRun {
  readonly id: string;
  readonly callbackId: string;
  readonly state: 'running' | 'completed' | 'failed';
  readonly outputs: Readonly<Record<string, unknown>>;
  readonly error: string;
}

/** GET /page/workshop */
export interface WorkshopState {
  readonly chaos: ChaosSettings;
  readonly functions: readonly StepFunction[];
  readonly runs: readonly StepRun[];
  readonly methods: readonly string[];
  /** How many steps the recorder holds; null while it does not record. */
  readonly recorded: number | null;
  /** The names of the scenes one can start over with. */
  readonly scenes: readonly string[];
}

/** POST bodies of the workshop. Each answers `{ ok: true, ... }` or `{ ok: false, error }`. */
export interface WorkshopRequests {
  /** `set` changes some settings, `calm` switches all off, `incident` makes one thing happen. */
  '/page/chaos': { set: Partial<ChaosSettings> } | { calm: true } | { incident: Incident };
  /** Forgets all messages, files, views and sessions; with a scene, its people then say their lines. */
  '/page/reset': { scene?: string };
  /** Puts that many sample messages of people into a channel, without telling the app. */
  '/page/fill': { channel: string; count: number };
  /** `stop` answers with `yaml`, the conversation as a dialog. */
  '/page/record': { do: 'start' | 'stop'; title?: string };
  '/page/step': { as: string; callbackId: string; inputs: Record<string, string> };
}
