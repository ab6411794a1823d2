import { type LastingSocket, lastingSocket } from './lasting-socket.ts';
import type { Time } from './pace.ts';
import type { Log } from './sdk-logger.ts';
import type { OpenSocket } from './socket.ts';

/** The connections to Slack. */
export interface Sockets {
  /** Rejects when one of them cannot be opened. */
  start(): Promise<void>;
  stop(): Promise<void>;
}

export interface SocketsParts {
  readonly open: OpenSocket;
  readonly time: Time;
  readonly log: Log;
  /** Slack takes the token no more, and no connection is left. */
  readonly lost: (error: unknown) => void;
}

/** Of Slack's ten for an app. What one of them misses while it comes back goes through the other. */
const many = 2;
/** How often somebody looks whether time has jumped, and how far it may be late, ms. */
const lookMs = 5_000;
const mostLateMs = 30_000;
/** Slack spreads what it sends: a connection that gets none of so many is deaf. */
const deafAfter = 50;
/** At most so often, ms, because nobody promises how Slack spreads. */
const deafEveryMs = 10 * 60_000;

/**
 * Keeps the connections open that everything comes through, and renews those that look open and are not: all of them
 * after the machine slept, and one that nothing comes through while much comes through the other.
 */
export function sockets({ open, time, log, lost }: SocketsParts): Sockets {
  const { clock, timers } = time;
  const missed: number[] = Array.from({ length: many }, () => 0);
  const all = missed.map((_, number) =>
    lastingSocket({ open, time, log, heard: () => heard(number), refused }),
  );
  let lookedAt = clock();
  let deafAt = Number.NEGATIVE_INFINITY;
  let callOff = () => {};

  return {
    async start() {
      await Promise.all(all.map((one) => one.start()));
      lookedAt = clock();
      callOff = timers.after(lookMs, look);
    },
    async stop() {
      callOff();
      await Promise.all(all.map((one) => one.stop()));
    },
  };

  function heard(number: number): void {
    missed.forEach((count, other) => {
      missed[other] = other === number || !all[other]?.isOpen() ? 0 : count + 1;
    });
    const deaf = missed.findIndex((count) => count >= deafAfter);
    if (deaf < 0) return;
    missed[deaf] = 0;
    if (clock() - deafAt < deafEveryMs) return;
    deafAt = clock();
    all[deaf]?.renew('nothing came through this one');
  }

  function look(): void {
    const late = clock() - lookedAt - lookMs;
    lookedAt = clock();
    if (late > mostLateMs) for (const one of all) one.renew('the machine was asleep');
    callOff = timers.after(lookMs, look);
  }

  function refused(error: unknown): void {
    if (!all.some((one: LastingSocket) => one.isOpen())) lost(error);
  }
}
