import type { Answer, Delivery, RetryReason } from './delivery.ts';
import { Timers } from './timers.ts';

interface Undelivered {
  readonly payload: Readonly<Record<string, unknown>>;
  readonly attempt: number;
  readonly reason: RetryReason;
}

/** Waits before the second, third and fourth attempt, in milliseconds. Source: Slack, Events API. */
const waits = [0, 60_000, 300_000];
const mostParked = 10_000;

/**
 * Delivers events and delivers them again when nobody acknowledged: at once, after a minute, after
 * five. Events that meet no connection wait for the next one.
 */
export class EventQueue {
  readonly #delivery: Delivery;
  readonly #timeScale: number;
  readonly #timers = new Timers();
  #parked: Undelivered[] = [];
  #last: Readonly<Record<string, unknown>> | undefined;

  /** @param timeScale how many times faster than Slack the waits pass */
  constructor(delivery: Delivery, timeScale: number) {
    this.#delivery = delivery;
    this.#timeScale = timeScale;
  }

  /** Never fails: what cannot be delivered is tried again, and given up after the last attempt. */
  send(payload: Readonly<Record<string, unknown>>): void {
    this.#last = payload;
    this.#attempt({ payload, attempt: 0, reason: '' });
  }

  /** Delivers the last event once more, as Slack sometimes does. */
  repeatLast(): void {
    if (this.#last) this.#attempt({ payload: this.#last, attempt: 1, reason: 'timeout' });
  }

  /** Sends what has been waiting for a connection. */
  connected(): void {
    const parked = this.#parked;
    this.#parked = [];
    for (const event of parked) this.#attempt(event);
  }

  close(): void {
    this.#timers.close();
  }

  #attempt(event: Undelivered): void {
    if (!this.#delivery.connected()) {
      this.#park(event);
      return;
    }
    const { payload, attempt, reason } = event;
    this.#delivery
      .send({
        type: 'events_api',
        payload,
        takesAnswer: false,
        ...(attempt > 0 && { retry: { attempt, reason } }),
      })
      .then(
        (answer) => this.#settle(event, answer),
        () => this.#settle(event, { kind: 'unreachable' }),
      );
  }

  #settle(event: Undelivered, answer: Answer): void {
    if (answer.kind === 'acknowledged') return;
    const wait = waits[event.attempt];
    if (wait === undefined) return;
    const next = { ...event, attempt: event.attempt + 1, reason: reasonOf(answer) };
    this.#timers.after(wait / this.#timeScale, () => this.#attempt(next));
  }

  /** What arrives later is a retry: the first attempt met nobody. */
  #park(event: Undelivered): void {
    if (this.#parked.length >= mostParked) this.#parked.shift();
    this.#parked.push(
      event.attempt > 0 ? event : { ...event, attempt: 1, reason: 'connection_failed' },
    );
  }
}

function reasonOf(answer: Exclude<Answer, { kind: 'acknowledged' }>): RetryReason {
  if (answer.kind === 'late') return 'timeout';
  return answer.kind === 'refused' ? 'http_error' : 'connection_failed';
}
