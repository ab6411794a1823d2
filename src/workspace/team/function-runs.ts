import type { Feed } from './feed.ts';
import type { Ids } from './ids.ts';

/** One run of a workflow step: what it was given, and how it ended. */
export interface FunctionRun {
  readonly id: string;
  readonly callbackId: string;
  readonly user: string;
  readonly inputs: Readonly<Record<string, unknown>>;
  readonly state: 'running' | 'completed' | 'failed';
  readonly outputs: Readonly<Record<string, unknown>>;
  /** The app's own words, when it failed. */
  readonly error: string;
}

const mostRuns = 1000;

/** Steps of workflows that were started here, oldest first. */
export class FunctionRuns {
  readonly #ids: Ids;
  readonly #feed: Feed;
  readonly #byId = new Map<string, FunctionRun>();

  constructor(ids: Ids, feed: Feed) {
    this.#ids = ids;
    this.#feed = feed;
  }

  all(): readonly FunctionRun[] {
    return [...this.#byId.values()];
  }

  get(id: string): FunctionRun | undefined {
    return this.#byId.get(id);
  }

  start(started: Pick<FunctionRun, 'callbackId' | 'user' | 'inputs'>): FunctionRun {
    const [oldest] = this.#byId.keys();
    if (this.#byId.size >= mostRuns && oldest !== undefined) this.#byId.delete(oldest);
    const id = this.#ids.of('Fx');
    return this.#put({ ...started, id, state: 'running', outputs: {}, error: '' });
  }

  complete(run: FunctionRun, outputs: FunctionRun['outputs']): FunctionRun {
    return this.#put({ ...run, state: 'completed', outputs });
  }

  fail(run: FunctionRun, error: string): FunctionRun {
    return this.#put({ ...run, state: 'failed', error });
  }

  clear(): void {
    this.#byId.clear();
  }

  #put(run: FunctionRun): FunctionRun {
    this.#byId.set(run.id, run);
    this.#feed.tell({ type: 'step', run });
    return run;
  }
}
