import { onTestFinished } from 'vitest';
import type { Hands, UnitStore } from '../../src/cloud/ports.ts';
import type { Job } from '../../src/images/job.ts';
import type { Notice } from '../../src/images/unit.ts';
import { jobRunner } from '../../src/jobs/job-runner.ts';
import type { Messenger, Timers } from '../../src/jobs/ports.ts';
import { start } from '../cloud/a-lab.ts';

/** Time that passes when it is told to, waking whoever has waited long enough. */
export interface Time {
  readonly clock: () => number;
  readonly timers: Timers;
  /** How many wait. */
  readonly waiting: number;
  /** Lets time pass up to `ms`; whoever waits is woken at their own moment, and `settled` awaited after each. */
  pass(ms: number, settled: () => Promise<unknown>): Promise<void>;
}

export function aTime(): Time {
  let now = start;
  const waits = new Set<{ readonly at: number; readonly run: () => void }>();
  return {
    clock: () => now,
    timers: {
      after(ms, run) {
        const wait = { at: now + ms, run };
        waits.add(wait);
        return () => void waits.delete(wait);
      },
    },
    get waiting() {
      return waits.size;
    },
    async pass(ms, settled) {
      const end = now + ms;
      for (;;) {
        const [next] = [...waits].toSorted((a, b) => a.at - b.at);
        if (next === undefined || next.at > end) break;
        now = Math.max(now, next.at);
        waits.delete(next);
        next.run();
        await settled();
      }
      now = end;
    },
  };
}

/** A chat that remembers what it was told. */
export function aChat() {
  const posted: Notice[] = [];
  const doubted: string[] = [];
  const shown: Job[] = [];
  const ended: string[] = [];
  const broken = new Set<string>();
  const messenger: Messenger = {
    async post(notice, mayBeThere) {
      if (mayBeThere) doubted.push(notice.id);
      if (broken.has(JSON.stringify(notice.to))) throw new Error('channel_not_found');
      posted.push(notice);
      return { channel: 'C0WEB', ts: String(posted.length) };
    },
    show: (job) => void shown.push(job),
    async showEnd(job) {
      if (broken.has(`card ${job.id}`)) throw new Error('ratelimited');
      ended.push(job.id);
    },
  };
  return { messenger, posted, doubted, shown, ended, broken };
}

interface Complaint {
  readonly message: string;
  readonly facts: Readonly<Record<string, unknown>>;
}

/** A runner that is stopped when the test is over, and what it complained about. */
export function aRunner(
  units: UnitStore,
  hands: Hands,
  chat: { messenger: Messenger },
  time: Time,
) {
  const complaints: Complaint[] = [];
  const runner = jobRunner({
    units,
    hands,
    messenger: chat.messenger,
    clock: time.clock,
    timers: time.timers,
    log: { warn: (facts, message) => void complaints.push({ facts, message }) },
  });
  onTestFinished(() => runner.stop());
  return { ...runner, complaints, pass: (ms: number) => time.pass(ms, runner.idle) };
}
