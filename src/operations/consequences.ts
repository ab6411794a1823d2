import type { Decision } from '../images/decision.ts';
import { estimate } from '../images/history.ts';
import { msInLine } from '../images/line.ts';
import { secondsOf } from '../images/progress.ts';
import { imagesUsed } from '../images/quota.ts';
import type { Unit } from '../images/unit.ts';
import type { World } from '../images/world.ts';
import type { Facts } from '../wording/marked-text.ts';
import type { Part } from '../wording/reply.ts';
import { lasting } from './spoken.ts';
import type { Tools } from './tools.ts';

/** The shortest work whose time is worth saying, in documented seconds. */
const shortest = 10;

/**
 * What a plan would change besides what it says: quota left, and how long it takes with the time in line, as such work took
 * before. Found by trying each decision without effect; work on several things goes on side by side.
 */
export function consequences(
  { wording, cause, timeScale }: Tools,
  { own, profile, caller, now }: World,
  judged: readonly { readonly decision: Decision }[],
): readonly Part[] {
  const before = new Set(own.jobs.map(({ id }) => id));
  const trial = cause({ key: 'plan', origin: { person: caller.who } }, caller.project);
  const after = judged.flatMap(({ decision }) => decision.carryOut(trial) ?? []);
  const change = after.reduce((sum, unit) => sum + imagesUsed(unit) - imagesUsed(own), 0);
  const quota = { used: imagesUsed(own) + change, quota: profile.quota.images };
  return [
    ...(change === 0 ? [] : [note('plans.quota-after', quota)]),
    ...timeOf(after.map(timesOfNewJobs)),
  ];

  /** From when to when the new jobs of a unit will be done, ms. */
  function timesOfNewJobs(unit: Unit): Times {
    return unit.jobs
      .filter(({ id }) => !before.has(id))
      .map((job): Times => {
        const { low, high, from } = estimate(own.history, job.type, secondsOf(job));
        const wait = msInLine(unit, job, now, timeScale);
        const ms = (seconds: number) => wait + (seconds / timeScale) * 1000;
        return { low: ms(low), high: ms(high), from };
      })
      .reduce(together, { low: 0, high: 0, from: Number.POSITIVE_INFINITY });
  }

  /** Work on several things goes on side by side: what takes longest counts. */
  function timeOf(times: readonly Times[]): readonly Part[] {
    const longest = times.toSorted((a, b) => b.high - a.high)[0];
    if (!longest || longest.high * timeScale < shortest * 1000) return [];
    const [low, high] = [lasting(longest.low), lasting(longest.high)];
    return low === high || longest.from === 0
      ? [note('plans.time', { time: high })]
      : [note('plans.time-range', { low, high, count: longest.from })];
  }

  function note(key: string, facts: Facts): Part {
    return { kind: 'note', line: wording.say(key, facts) };
  }
}

/** From when to when something will be done, ms; by how many finished jobs of the kind that is known least of. */
interface Times {
  readonly low: number;
  readonly high: number;
  readonly from: number;
}

function together(one: Times, other: Times): Times {
  return {
    low: one.low + other.low,
    high: one.high + other.high,
    from: Math.min(one.from, other.from),
  };
}
