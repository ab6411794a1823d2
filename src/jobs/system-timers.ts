import type { Timers } from './ports.ts';

/** Longest wait that setTimeout keeps; beyond it would not wait at all. */
const longest = 2 ** 31 - 1;

/** The waits of the machine. Whoever is woken too early looks at the clock and waits again. */
export const systemTimers: Timers = {
  after(ms, run) {
    const timer = setTimeout(run, Math.min(Math.max(ms, 0), longest));
    return () => clearTimeout(timer);
  },
};
