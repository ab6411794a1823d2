import { digestDue } from '../notices/digest-time.ts';
import type { NoticeSettings } from '../notices/ports.ts';
import { type PersonSettings, told } from '../notices/settings.ts';
import { backOff } from './back-off.ts';
import { type Lane, lane } from './lane.ts';
import type { Log, Timers } from './ports.ts';

interface Parts<Digest> {
  /** Slack IDs of everybody who may want one. */
  readonly people: () => readonly string[];
  readonly settings: NoticeSettings['people'];
  /** IANA time zone of a person. */
  readonly zoneOf: (person: string) => Promise<string>;
  /** Undefined when there is nothing to tell: then nothing is. */
  readonly compose: (person: string, settings: PersonSettings) => Promise<Digest | undefined>;
  /** Posts it in somebody's direct messages, unless a message with that key is there. */
  readonly post: (person: string, digest: Digest, key: string) => Promise<unknown>;
  /** ms since the epoch. */
  readonly clock: () => number;
  readonly timers: Timers;
  readonly log: Log;
}

/** Looks who is owed a digest, when woken and in time. */
export interface Digests extends Lane {
  /** Resolves when nothing is under way; what sleeps until it is due does not count. */
  idle(): Promise<void>;
}

/** Sleeps at most so long, ms: clocks are set, and people travel. */
const longestSleepMs = 60 * 60_000;

/**
 * Sends everybody's daily digest at their hour, once: what was posted is written down, and what was posted in an earlier
 * life that could not write it down any more is found by its key. One that was due while Goldie was away comes late.
 */
export function sendDigests<Digest>(parts: Parts<Digest>): Digests {
  const { people, settings, zoneOf, compose, post, clock, timers, log } = parts;
  const failures = backOff();
  let atRest = Promise.resolve();
  let rest = () => {};
  const looking = lane({
    look,
    clock,
    timers,
    failed: (error, retryAt) => log.warn({ err: error, retryAt }, 'digests could not be looked at'),
    busy(yes) {
      if (!yes) return rest();
      atRest = new Promise((resolve) => {
        rest = resolve;
      });
    },
  });
  return { ...looking, idle: () => atRest };

  async function look(): Promise<number> {
    const next = await Promise.all(people().map(ofPerson));
    return Math.min(clock() + longestSleepMs, ...next.flatMap((at) => at ?? []));
  }

  /** Sends it when it is due. @returns when to look at this person again, ms since the epoch */
  async function ofPerson(person: string): Promise<number | undefined> {
    const own = await settings.of(person);
    if (!own.daily) return undefined;
    const zone = await zoneOf(person);
    const due = digestDue(own, zone);
    const resting = failures.until(person);
    if (due === undefined || due > clock()) return due;
    if (resting !== undefined && resting > clock()) return resting;
    try {
      await send(person, own, latest(own, zone, due));
      failures.succeeded(person);
      return digestDue(await settings.of(person), zone);
    } catch (error) {
      const retryAt = failures.failed(person, clock());
      log.warn({ err: error, retryAt }, 'digest could not be posted');
      return retryAt;
    }
  }

  /** Of several that were missed, only the latest is made up for. */
  function latest(own: PersonSettings, zone: string, first: number): number {
    let due = first;
    for (;;) {
      const next = digestDue({ ...own, digestOf: new Date(due).toISOString() }, zone);
      if (next === undefined || next > clock()) return due;
      due = next;
    }
  }

  async function send(person: string, own: PersonSettings, at: number): Promise<void> {
    const due = new Date(at).toISOString();
    const digest = await compose(person, own);
    if (digest !== undefined) await post(person, digest, `digest/${person}/${due}`);
    const ids = own.held.map(({ id }) => id);
    await settings.change(person, (now) => told(now, ids, due));
  }
}
