import { setTimeout as wait } from 'node:timers/promises';
import type { Chance } from './chance.ts';
import type { Lives } from './lives.ts';
import type { StateWrites } from './state-writes.ts';

/** When Goldie is killed: after so many changes of its files, and a little later. */
interface Moment {
  readonly writes: number;
  readonly ms: number;
}

/** Kills Goldie while something is under way. */
export interface Trouble {
  /** Does the step with its number, with the kills that fall into it, and gives its result when Goldie is back. */
  during<T>(step: number, work: () => Promise<T>): Promise<T>;
  /** How often Goldie was killed. */
  kills(): number;
}

/** Slack gives an event up after four deliveries that nobody acknowledged: more kills would lose it before it arrives. */
const mostInOneStep = 2;
const mostWrites = 24;
const mostMs = 6;

/** Spreads the kills over the steps, each at a moment drawn by chance; a step that is over sooner ends with its kill. */
export function trouble(
  { steps, kills }: { readonly steps: number; readonly kills: number },
  chance: Chance,
  lives: Lives,
  writes: StateWrites,
): Trouble {
  const moments = spread(steps, kills, chance);
  let killed = 0;
  return {
    kills: () => killed,
    async during(step, work) {
      const result = work();
      // Whoever waits for the result below hears of its failure; meanwhile nobody does.
      result.catch(() => undefined);
      for (const { writes: count, ms } of moments[step] ?? []) {
        const over = Promise.all([result, lives.ready()]).catch(() => undefined);
        await Promise.race([writes.after(count), over]);
        // Not only right after a write: also while a message is on its way.
        await wait(ms);
        await lives.crash();
        killed += 1;
      }
      await lives.ready();
      return result;
    },
  };
}

function spread(steps: number, kills: number, chance: Chance): readonly (readonly Moment[])[] {
  const moments = Array.from({ length: steps }, (): Moment[] => []);
  for (let left = kills; left > 0; ) {
    const step = moments[chance.below(steps)];
    if (step === undefined || step.length >= mostInOneStep) continue;
    step.push({ writes: 1 + chance.below(mostWrites), ms: chance.below(mostMs) });
    left -= 1;
  }
  return moments;
}
