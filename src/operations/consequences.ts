import type { Decision } from '../images/decision.ts';
import { msInLine } from '../images/line.ts';
import { msLeft } from '../images/progress.ts';
import { imagesUsed } from '../images/quota.ts';
import type { Unit } from '../images/unit.ts';
import type { World } from '../images/world.ts';
import type { Part } from '../wording/reply.ts';
import { lasting } from './spoken.ts';
import type { Tools } from './tools.ts';

/**
 * What a plan would change besides what it says: quota left, and how long it takes with the time in line. Found by trying each decision without
 * effect; work on several things goes on side by side.
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
  const longest = Math.max(0, ...after.map(msOfNewJobs));
  const quota = { used: imagesUsed(own) + change, quota: profile.quota.images };
  const time = { time: lasting(longest) };
  return [
    ...(change === 0 ? [] : [note('plans.quota-after', quota)]),
    ...(longest * timeScale < 10_000 ? [] : [note('plans.time', time)]),
  ];

  function msOfNewJobs(unit: Unit): number {
    return unit.jobs
      .filter(({ id }) => !before.has(id))
      .reduce(
        (sum, job) => sum + msInLine(unit, job, now, timeScale) + msLeft(job, now, timeScale),
        0,
      );
  }

  function note(key: string, facts: typeof quota | typeof time): Part {
    return { kind: 'note', line: wording.say(key, facts) };
  }
}
