import type { TalkStore } from './ports.ts';
import { type Talk, tidied } from './talk-state.ts';

/** What is pending with each person, changed one step at a time. */
export interface Talks {
  of(person: string): Promise<Talk>;
  /** Changes the talk durably and gives what the change found. Repeated when somebody else was faster. */
  change<T>(person: string, step: (talk: Talk) => Changed<T>): Promise<T>;
}

export interface Changed<T> {
  readonly talk: Talk;
  readonly found: T;
}

export function talks(store: TalkStore, clock: () => number): Talks {
  const read = async (person: string) => {
    const stored = await store.read(person);
    return {
      talk: tidied(
        stored?.value ?? { schema: 1, questions: [], proposals: [], topics: [], shareable: [] },
        clock(),
      ),
      version: stored?.version ?? 0,
    };
  };
  return {
    async of(person) {
      return (await read(person)).talk;
    },
    async change(person, step) {
      for (;;) {
        const { talk, version } = await read(person);
        const { talk: next, found } = step(talk);
        if (next === talk || (await store.commit(person, version, next))) return found;
      }
    },
  };
}
