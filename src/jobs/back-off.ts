const firstMs = 1_000;
const longestMs = 60_000;

/** Counts failures of things by name, and says when each may be tried again. */
export interface BackOff {
  /** When it may be tried, ms since the epoch; undefined: at once. */
  until(name: string): number | undefined;
  /** It failed once more: 1 s, 2 s, 4 s ... 60 s from now. Gives when it may be tried again. */
  failed(name: string, now: number): number;
  succeeded(name: string): void;
  /** How often it failed since it last succeeded. */
  failures(name: string): number;
}

export function backOff(): BackOff {
  const failing = new Map<string, { readonly times: number; readonly until: number }>();
  return {
    until: (name) => failing.get(name)?.until,
    failed(name, now) {
      const times = (failing.get(name)?.times ?? 0) + 1;
      const until = now + Math.min(firstMs * 2 ** (times - 1), longestMs);
      failing.set(name, { times, until });
      return until;
    },
    succeeded: (name) => void failing.delete(name),
    failures: (name) => failing.get(name)?.times ?? 0,
  };
}
