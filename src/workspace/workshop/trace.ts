import type { TraceEntry } from '../workshop-api.ts';
import { masked } from './mask.ts';

const mostEntries = 2000;

/** What passed between the workspace and the app, the newest 2000 things. Shown without tokens. */
export class Trace {
  readonly #clock: () => number;
  readonly #entries = new Map<number, TraceEntry>();
  #lastId = 0;
  #version = 0;

  constructor(clock: () => number) {
    this.#clock = clock;
  }

  /** @returns a function to be called with what came back */
  note(kind: TraceEntry['kind'], name: string, sent: unknown): (answer: unknown) => void {
    this.#lastId += 1;
    const id = this.#lastId;
    this.#put({ id, version: 0, at: this.#clock(), kind, name, sent });
    return (answer) => {
      const entry = this.#entries.get(id);
      if (entry) this.#put({ ...entry, answer });
    };
  }

  /** What is new or changed since a version, oldest first. */
  since(version: number): readonly TraceEntry[] {
    return [...this.#entries.values()].filter((entry) => entry.version > version).map(shown);
  }

  clear(): void {
    this.#entries.clear();
  }

  #put(entry: TraceEntry): void {
    this.#version += 1;
    this.#entries.set(entry.id, { ...entry, version: this.#version });
    const [oldest] = this.#entries.keys();
    if (this.#entries.size > mostEntries && oldest !== undefined) this.#entries.delete(oldest);
  }
}

function shown(entry: TraceEntry): TraceEntry {
  const { sent, answer } = entry;
  return {
    ...entry,
    sent: masked(sent),
    ...(answer !== undefined && { answer: masked(answer) }),
  };
}
