import type { Decision } from '../images/decision.ts';
import { imagesUsed } from '../images/quota.ts';
import type { World } from '../images/world.ts';
import type { Part } from '../wording/reply.ts';
import { lasting } from './spoken.ts';
import type { Tools } from './tools.ts';

/** What a plan would change besides what it says: quota left, and how long it takes. Found by trying it without effect. */
export function consequences(
  { wording, cause, timeScale }: Tools,
  { own, profile, caller }: World,
  decision: Decision,
): readonly Part[] {
  const after = decision.carryOut(
    cause({ key: 'plan', origin: { person: caller.who } }, caller.project),
  );
  if (!after) return [];
  const before = new Set(own.jobs.map(({ id }) => id));
  const seconds = after.jobs
    .filter(({ id }) => !before.has(id))
    .flatMap(({ steps }) => steps)
    .reduce((sum, step) => sum + step.seconds, 0);
  const used = imagesUsed(after);
  const quota = profile.quota.images;
  return [
    ...(used === imagesUsed(own)
      ? []
      : [{ kind: 'note', line: wording.say('plans.quota-after', { used, quota }) } as const]),
    ...(seconds < 10
      ? []
      : [
          {
            kind: 'note',
            line: wording.say('plans.time', { time: lasting((seconds / timeScale) * 1000) }),
          } as const,
        ]),
  ];
}
