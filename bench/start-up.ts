import { echo, goldie, type Running, start } from './bots.ts';
import { type Compared, compare } from './figures.ts';

/** Starting over the state of an earlier life, until the last socket is open. */
export interface StartUp {
  readonly ms: Compared;
  /** CPU time used by then, ms. */
  readonly cpuMs: Compared;
}

/** Both bots in turns; medians of the rounds. */
export async function measureStartUp(rounds: number): Promise<StartUp> {
  let ours = await start(goldie);
  let theirs = await start(echo);
  const measured: Record<'goldie' | 'echo', { readonly ms: number; readonly cpuMs: number }[]> = {
    goldie: [],
    echo: [],
  };
  const restart = async (running: Running) => {
    const next = await running.again();
    measured[next.bot.name].push({ ms: next.startMs, cpuMs: (await next.usage()).cpuMs });
    return next;
  };
  try {
    for (let round = 0; round < rounds; round += 1) {
      ours = await restart(ours);
      theirs = await restart(theirs);
    }
  } finally {
    await Promise.all([ours.close(), theirs.close()]);
  }
  const both = (figure: 'ms' | 'cpuMs') =>
    compare(
      measured.goldie.map((one) => one[figure]),
      measured.echo.map((one) => one[figure]),
    );
  return { ms: both('ms'), cpuMs: both('cpuMs') };
}
