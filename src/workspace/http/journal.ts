/** One Web API call, without its token. */
export interface Call {
  readonly method: string;
  readonly args: Readonly<Record<string, unknown>>;
}

/** How a call shall fail, for trying out what the app does then. */
export interface Failure {
  /** HTTP status; 200 when left out, as for most of Slack's refusals. */
  readonly status?: number;
  readonly error: string;
  /** Seconds, sent as Retry-After. */
  readonly retryAfter?: number;
}

const mostCalls = 20_000;

/** What the app called, newest last, and which of its next calls shall fail. */
export class Journal {
  readonly calls: Call[] = [];
  readonly #failures = new Map<string, Failure[]>();

  note(call: Call): void {
    this.calls.push(call);
    if (this.calls.length > mostCalls) this.calls.splice(0, mostCalls / 2);
  }

  failNext(method: string, failure: Failure): void {
    this.#failures.set(method, [...(this.#failures.get(method) ?? []), failure]);
  }

  failureFor(method: string): Failure | undefined {
    return this.#failures.get(method)?.shift();
  }
}
