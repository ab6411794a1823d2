import { backOff } from './back-off.ts';
import type { Timers } from './ports.ts';

/** Work of one kind on one unit that is never done twice at once, and sleeps while there is none. */
export interface Lane {
  /** There may be work: look at once, or once more after the look that is under way. */
  wake(): void;
  /** Calls off the sleep and takes no more work. Resolves when the work in hand is done. */
  stop(): Promise<void>;
}

interface Parts {
  /** Does what there is to do; says when to look again, ms since the epoch, or undefined: when woken. */
  readonly look: () => Promise<number | undefined>;
  readonly clock: () => number;
  readonly timers: Timers;
  /** A look failed as a whole; it is repeated later. */
  readonly failed: (error: unknown, retryAt: number) => void;
  /** Told when a look begins and when nothing more is under way. */
  readonly busy: (yes: boolean) => void;
}

export function lane({ look, clock, timers, failed, busy }: Parts): Lane {
  const failures = backOff();
  let inHand: Promise<void> = Promise.resolve();
  let active = false;
  let again = false;
  let stopped = false;
  let callOff = () => {};

  async function run(): Promise<void> {
    do {
      again = false;
      const next = await lookOnce();
      if (next !== undefined && !again && !stopped)
        callOff = timers.after(Math.max(0, next - clock()), wake);
    } while (again && !stopped);
    active = false;
    busy(false);
  }

  async function lookOnce(): Promise<number | undefined> {
    try {
      const next = await look();
      failures.succeeded('look');
      return next;
    } catch (error) {
      const retryAt = failures.failed('look', clock());
      failed(error, retryAt);
      return retryAt;
    }
  }

  function wake(): void {
    if (stopped) return;
    callOff();
    callOff = () => {};
    again = true;
    if (active) return;
    active = true;
    busy(true);
    inHand = run();
  }

  return {
    wake,
    async stop() {
      stopped = true;
      callOff();
      await inHand;
    },
  };
}
