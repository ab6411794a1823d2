import { echo, goldie, start } from './bots.ts';
import { type Compared, compare } from './figures.ts';

/** From the start of the process to the last open socket, ms, over the state of an earlier life; in turns. */
export async function measureStartUp(rounds: number): Promise<Compared> {
  let ours = await start(goldie);
  let theirs = await start(echo);
  const times = { goldie: [] as number[], echo: [] as number[] };
  try {
    for (let round = 0; round < rounds; round += 1) {
      ours = await ours.again();
      times.goldie.push(ours.startMs);
      theirs = await theirs.again();
      times.echo.push(theirs.startMs);
    }
  } finally {
    await Promise.all([ours.close(), theirs.close()]);
  }
  return compare(times.goldie, times.echo);
}
