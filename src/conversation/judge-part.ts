import type { Finding } from '../images/finding.ts';
import type { Asking, Task } from '../operations/operation.ts';
import type { Filled } from '../operations/slot.ts';
import { standIns } from './stand-ins.ts';

/**
 * What the rules say about the pieces that are known, whatever the others will be: what is found with every completion
 * and speaks of none of the values made up for it. Undefined when nothing can be said yet. No effect, no audit line.
 */
export async function judgePart(
  task: Task,
  said: Filled,
  asking: Asking,
): Promise<readonly Finding[] | undefined> {
  const ways = standIns(task, said, asking);
  const [first, ...others] = await Promise.all(
    ways.map(async ({ slots, invented }) => {
      const { findings } = await task.plan(slots, asking);
      return findings.filter((finding) => !speaksOf(finding, invented));
    }),
  );
  return first?.filter((finding) =>
    others.every((found) => found.some((one) => isSame(one, finding))),
  );
}

function speaksOf({ facts, target }: Finding, invented: ReadonlySet<string>): boolean {
  return (
    (target !== undefined && invented.has(target)) ||
    Object.values(facts).some((fact) => invented.has(String(fact)))
  );
}

function isSame(one: Finding, other: Finding): boolean {
  return one.rule === other.rule && one.code === other.code && one.severity === other.severity;
}
