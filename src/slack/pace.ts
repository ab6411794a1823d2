import { WebAPIRateLimitedError } from '@slack/web-api';
import type { Timers } from '../jobs/ports.ts';
import { type Allowance, allowance } from './allowance.ts';

/** One call to Slack, and what has to be minded about it. */
export interface Outgoing {
  readonly method: string;
  /** Once Slack has refused a call to a channel for haste, calls to it go about one a second for a while. */
  readonly channel?: string;
  /** Calls to one thread of a channel go one after the other, in their order. */
  readonly thread?: string | undefined;
}

/** A call that shows how something is now: only the latest one counts. */
export interface Showing {
  readonly method: string;
  /** What is shown, e.g. a message. */
  readonly about: string;
  /** Nobody waits for it: it goes when there is room that no answer needs. */
  readonly background: boolean;
}

/** Lets calls through at a pace that Slack agrees to. */
export interface Pace {
  /**
   * Sends at once while Slack is content, at the pace Slack documents once it was not, and once more after each refusal for
   * haste. Rejects with the call's own error.
   */
  send<T>(outgoing: Outgoing, call: () => Promise<T>): Promise<T>;
  /** The same for something that is shown: a call that has not gone yet gives way to the next one about the same. */
  show(showing: Showing, call: () => Promise<void>): Promise<void>;
}

export interface Time {
  /** ms since the epoch. */
  readonly clock: () => number;
  readonly timers: Timers;
}

/** Calls a minute that Slack allows for certain, by method. Source: docs.slack.dev, Web API rate limits */
const perMinute: Readonly<Record<string, number>> = {
  'chat.postMessage': 100,
  'chat.postEphemeral': 100,
  'chat.update': 50,
  'views.publish': 100,
  'views.open': 100,
  'views.update': 100,
};
/** Tier 2, where nothing else is known. */
const otherwise = 20;

/** Room that background calls leave for answers. */
const reserve = 10;

/** Slack takes about one post a second in a channel, and a few at once now and then. */
const inChannel = { most: 3, everyMs: 1_000 };

/** A method or a channel that was not refused for so long is not held back any more, ms. */
const trustAfterMs = 10 * 60_000;

/** Tries after which a call that Slack finds hasty every time is given up. */
const mostTries = 5;

/** Channels that are kept in mind; one that was not written to for long has its full allowance anyway. */
const mostKnown = 1_000;

interface Waiting {
  readonly method: string;
  /** What goes one after the other. */
  readonly line?: string | undefined;
  readonly channel?: string | undefined;
  /** Somebody waits for it. What is only shown keeps to the documented pace from the start. */
  readonly isAnswer: boolean;
  readonly isBackground: () => boolean;
  readonly order: number;
  readonly tries: number;
  /** Gives the ms to wait before another try. */
  readonly attempt: (isLast: boolean) => Promise<number | undefined>;
}

interface Latest {
  call: () => Promise<void>;
  background: boolean;
  gone: boolean;
  overtaken: boolean;
  ended: Promise<void>;
}

export function pace({ clock, timers }: Time): Pace {
  const methods = new Map<string, Allowance>();
  const channels = new Map<string, Allowance>();
  const shown = new Map<string, Latest>();
  const underWay = new Set<string>();
  let waiting: readonly Waiting[] = [];
  let came = 0;
  let callOff = () => {};

  return {
    send: ({ method, channel, thread = '' }, call) => {
      const line = channel && `${channel}/${thread}`;
      return queued({ method, channel, line, isAnswer: true, isBackground: () => false }, call);
    },
    show,
  };

  function show({ method, about, background }: Showing, call: () => Promise<void>): Promise<void> {
    const before = shown.get(about);
    if (before && !before.gone) {
      before.call = call;
      before.background &&= background;
      letGo();
      return before.ended;
    }
    if (before) before.overtaken = true;
    const latest = { call, background, gone: false, overtaken: false, ended: Promise.resolve() };
    shown.set(about, latest);
    const isBackground = () => latest.background;
    latest.ended = queued({ method, line: about, isAnswer: false, isBackground }, () =>
      goOnce(latest),
    ).finally(() => {
      if (shown.get(about) === latest) shown.delete(about);
    });
    return latest.ended;
  }

  /** What has been overtaken need not succeed, and must not come after what overtook it. */
  async function goOnce(latest: Latest): Promise<void> {
    latest.gone = true;
    if (latest.overtaken) return;
    try {
      await latest.call();
    } catch (error) {
      if (!latest.overtaken) throw error;
    }
  }

  function queued<T>(
    about: Pick<Waiting, 'method' | 'line' | 'channel' | 'isAnswer' | 'isBackground'>,
    call: () => Promise<T>,
  ): Promise<T> {
    came += 1;
    const order = came;
    return new Promise((resolve, reject) => {
      enter({ ...about, order, tries: 0, attempt });

      async function attempt(isLast: boolean): Promise<number | undefined> {
        try {
          resolve(await call());
        } catch (error) {
          if (error instanceof WebAPIRateLimitedError && !isLast) return error.retryAfter * 1000;
          reject(error);
        }
        return undefined;
      }
    });
  }

  function enter(one: Waiting): void {
    waiting = [...waiting, one];
    letGo();
  }

  /** Sends whatever may go now, answers first, and looks again when the next one may. */
  function letGo(): void {
    callOff();
    const now = clock();
    const held = new Set(underWay);
    let soonest = Number.POSITIVE_INFINITY;
    for (const one of waiting.toSorted(byUrgency)) {
      if (one.line !== undefined && held.has(one.line)) continue;
      if (one.line !== undefined) held.add(one.line);
      const keep = one.isBackground() ? reserve : 0;
      const wait = Math.max(...limitsOf(one).map((limit) => limit.wait(now, keep)));
      if (wait > 0) soonest = Math.min(soonest, wait);
      else void go(one, now);
    }
    callOff = Number.isFinite(soonest) ? timers.after(soonest, letGo) : () => {};
  }

  async function go(one: Waiting, now: number): Promise<void> {
    waiting = waiting.filter((other) => other !== one);
    if (one.line !== undefined) underWay.add(one.line);
    for (const limit of limitsOf(one)) limit.draw(now);
    const pause = await one.attempt(one.tries + 1 >= mostTries);
    if (one.line !== undefined) underWay.delete(one.line);
    if (pause === undefined) return letGo();
    (limitsOf(one).at(-1) ?? methodLimit(one)).pause(clock(), pause);
    enter({ ...one, tries: one.tries + 1 });
  }

  /** The narrowest last: that is the one that a refusal is about. */
  function limitsOf(one: Waiting): readonly Allowance[] {
    const { channel } = one;
    return channel === undefined ? [methodLimit(one)] : [methodLimit(one), limitOf(channel)];
  }

  function methodLimit({ method, isAnswer }: Waiting): Allowance {
    const rate = perMinute[method] ?? otherwise;
    return known(methods, method, () =>
      allowance(rate / 2, 60_000 / rate, isAnswer ? trustAfterMs : undefined),
    );
  }

  function limitOf(channel: string): Allowance {
    return known(channels, channel, () =>
      allowance(inChannel.most, inChannel.everyMs, trustAfterMs),
    );
  }
}

function byUrgency(a: Waiting, b: Waiting): number {
  return Number(a.isBackground()) - Number(b.isBackground()) || a.order - b.order;
}

function known(all: Map<string, Allowance>, key: string, make: () => Allowance): Allowance {
  const found = all.get(key) ?? make();
  all.delete(key);
  all.set(key, found);
  const [oldest] = all.keys();
  if (all.size > mostKnown && oldest !== undefined) all.delete(oldest);
  return found;
}
