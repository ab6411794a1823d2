import type { Time } from './pace.ts';
import type { Log } from './sdk-logger.ts';
import type { OpenSocket, Socket } from './socket.ts';

/** A connection to Slack that comes back. */
export interface LastingSocket {
  /** Rejects when it cannot be opened for the first time; after that it tries again for ever. */
  start(): Promise<void>;
  isOpen(): boolean;
  /** Puts a new connection in the place of the one that is there. */
  renew(why: string): void;
  stop(): Promise<void>;
}

export interface LastingParts {
  readonly open: OpenSocket;
  readonly time: Time;
  readonly log: Log;
  /** Something came through. */
  readonly heard: () => void;
  /** Slack has refused the token for so long that there is little hope; said again after each further try. */
  readonly refused: (error: unknown) => void;
}

/** How long Slack may take to say hello, ms. */
const helloMs = 30_000;
/** How long the old connection stays open beside the new one, so that what came through it is acknowledged there, ms. */
const besidesMs = 5_000;
/** How long stopping waits for Slack to see a connection off, ms. */
const closingMs = 2_000;
/** A connection that was cut after less than that was not worth much, ms. */
const shortLifeMs = 10_000;
const firstWaitMs = 500;
const longestWaitMs = 30_000;
/** Refusals in an outage of Slack's pass; after so long it is the token, ms. */
const refusedForMs = 5 * 60_000;

/** Slack's words for tokens that it does not take. */
const refusals =
  /invalid_auth|not_authed|account_inactive|user_removed_from_team|team_disabled|token_revoked|not_allowed_token_type|missing_scope/;
/** Another connection would not help: too many are open, or Socket Mode was switched off. */
const notSoon = /too_many_websockets|link_disabled/;

/**
 * Keeps one connection open. Where Slack says beforehand that it takes it away, the next one is open before the last one
 * is let go of. One that is cut comes back at once, and then after 0.5 s, 0.75 s ... 30 s, for as long as it takes.
 */
export function lastingSocket({ open, time, log, heard, refused }: LastingParts): LastingSocket {
  const { clock, timers } = time;
  const alive = new Set<Socket>();
  const closing = new Set<Promise<void>>();
  let current: Socket | undefined;
  let openedAt = 0;
  let failures = 0;
  let refusedSince: number | undefined;
  let isRenewing = false;
  let isStopped = false;
  let callOff = () => {};

  return {
    async start() {
      take(await opened());
    },
    isOpen: () => current !== undefined,
    renew(why) {
      if (isStopped || isRenewing) return;
      log.warn({ why }, 'opening a new connection to slack');
      again(0);
    },
    async stop() {
      isStopped = true;
      callOff();
      for (const socket of alive) letGo(socket);
      const patience = new Promise<void>((resolve) => timers.after(closingMs, resolve));
      await Promise.race([Promise.all(closing), patience]);
    },
  };

  /** A new connection once Slack has said hello. */
  async function opened(): Promise<Socket> {
    const socket = open({
      heard,
      unwanted: (reason) => {
        if (socket === current) unwanted(reason);
      },
      gone: () => {
        alive.delete(socket);
        if (socket === current) cut();
      },
    });
    alive.add(socket);
    let stopWaiting = () => {};
    const late = new Promise<never>((_, reject) => {
      const failure = new Error(`no answer over Socket Mode within ${helloMs / 1000} s`);
      stopWaiting = timers.after(helloMs, () => reject(failure));
    });
    try {
      await Promise.race([socket.opened, late]);
    } catch (error) {
      letGo(socket);
      throw error;
    } finally {
      stopWaiting();
    }
    return socket;
  }

  function take(socket: Socket): void {
    if (isStopped) {
      letGo(socket);
      return;
    }
    current = socket;
    openedAt = clock();
    refusedSince = undefined;
    if (!alive.has(socket)) cut();
  }

  function letGo(socket: Socket): void {
    if (!alive.delete(socket)) return;
    const closed = socket.close().catch(() => undefined);
    closing.add(closed);
    void closed.then(() => closing.delete(closed));
  }

  function unwanted(reason: string): void {
    const wait = notSoon.test(reason) ? longestWaitMs : 0;
    if (wait > 0) log.error({ reason }, 'slack does not want this connection');
    again(wait);
  }

  function cut(): void {
    current = undefined;
    failures = clock() - openedAt < shortLifeMs ? failures + 1 : 0;
    log.warn({ livedMs: clock() - openedAt }, 'a connection to slack was cut');
    again(waitAfter(failures));
  }

  /** Opens the next connection after a while, and tries until there is one. */
  function again(wait: number): void {
    if (isStopped || isRenewing) return;
    isRenewing = true;
    callOff = timers.after(wait, () => void renewed());
  }

  async function renewed(): Promise<void> {
    const before = current;
    try {
      const next = await opened();
      isRenewing = false;
      take(next);
      if (before) timers.after(besidesMs, () => letGo(before));
    } catch (error) {
      failures += 1;
      log.warn({ err: error, failures }, 'could not connect to slack');
      noteRefusal(error);
      isRenewing = false;
      again(waitAfter(failures));
    }
  }

  function noteRefusal(error: unknown): void {
    if (!refusals.test(String(error))) return;
    refusedSince ??= clock();
    if (!isStopped && clock() - refusedSince >= refusedForMs) refused(error);
  }
}

function waitAfter(failures: number): number {
  return failures === 0 ? 0 : Math.min(longestWaitMs, firstWaitMs * 1.5 ** (failures - 1));
}
