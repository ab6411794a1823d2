import type { Time } from './pace.ts';

/** The machine's clock and waits; a wait keeps nothing running that has nothing else to do. */
export const machineTime: Time = {
  clock: Date.now,
  timers: {
    after(ms, run) {
      const timer = setTimeout(run, ms);
      timer.unref();
      return () => clearTimeout(timer);
    },
  },
};
