import { readFile } from 'node:fs/promises';
import { beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { type Library, readLibrary } from '../support/talk-kit.ts';
import type { Ending } from './judge-turn.ts';
import { type Ended, playTalk } from './play-talk.ts';
import { type SaidTalk, talksSaid } from './talk-turns.ts';

const Measured = z.strictObject({ measured: z.number(), tolerance: z.number().positive() });
const Scores = z.strictObject({
  /** Percent of the turns that there was something to judge of. */
  turns: z.strictObject({ right: Measured, wrong: Measured, unsure: Measured }),
  /** Percent of the talks in which every turn was right. */
  talks: Measured,
});

let library: Library;
let scores: z.infer<typeof Scores>;
beforeAll(async () => {
  library = await readLibrary();
  scores = Scores.parse(JSON.parse(await readFile('test/understanding/talk-scores.json', 'utf8')));
}, 120_000);

it('whole talks are followed no worse than was measured', async () => {
  const played: (readonly Ended[])[] = [];
  for (const talk of await talksSaid()) played.push(await playTalk(talk, library));

  const judged = played.flat().filter(({ ending }) => ending !== 'moot');
  const turns = (wanted: Ending) =>
    percent(judged.filter(({ ending }) => ending === wanted).length, judged.length);
  const smooth = played.filter((talk) => talk.every(({ ending }) => isFine(ending)));

  const { right, wrong, unsure } = scores.turns;
  expect.soft(turns('right')).toBeGreaterThanOrEqual(right.measured - right.tolerance);
  expect.soft(turns('wrong')).toBeLessThanOrEqual(wrong.measured + wrong.tolerance);
  expect.soft(turns('unsure')).toBeLessThanOrEqual(unsure.measured + unsure.tolerance);
  expect
    .soft(percent(smooth.length, played.length))
    .toBeGreaterThanOrEqual(scores.talks.measured - scores.talks.tolerance);
});

describe('a turn is judged by what it led to', () => {
  const cases: Readonly<Record<string, readonly [string, Partial<Turn>, Ending]>> = {
    'a yes that carries the plan out': ['yes', { id: 'talk.confirm' }, 'right'],
    'a yes where a no was meant': ['yes', { id: 'talk.decline' }, 'wrong'],
    'a no that ends the plan': ['no', { id: 'talk.decline' }, 'right'],
    'a correction that is held': ['no, team-ops', corrected('team-ops'), 'right'],
    'a correction that another one was meant by': ['no, team-ops', corrected('team-jd'), 'wrong'],
    'an answer in between': ['list images', { id: 'image.list' }, 'right'],
    'another answer than was meant': ['list images', { id: 'quota.show' }, 'wrong'],
    'words without a meaning': ['qwertz uiop', { id: 'quota.show' }, 'unsure'],
  };

  it.each(Object.entries(cases))('%s', async (_, [text, expected, ending]) => {
    const first = saying('share web-golden with team-data', { id: 'image.share' });
    const talk = { name: 'a share', turns: [first, saying(text, expected)] };

    const ended = await playTalk(talk, library);

    expect(ended.map((one) => one.ending)).toEqual(['right', ending]);
  });

  it('nothing can be said to what the rules refused', async () => {
    const refused = saying('delete protected-base', { id: 'image.delete' });
    const talk = { name: 'refused', turns: [refused, saying('yes', { id: 'talk.confirm' })] };

    const ended = await playTalk(talk, library);

    expect(ended.map((one) => one.ending)).toEqual(['right', 'moot']);
  });
});

type Turn = SaidTalk['turns'][number];

function saying(text: string, meant: Partial<Turn>): Turn {
  return { text, also: [], slots: {}, ...meant };
}

function corrected(project: string): Partial<Turn> {
  return { corrects: 'projects', slots: { projects: [project] } };
}

function isFine(ending: Ending): boolean {
  return ending === 'right' || ending === 'moot';
}

function percent(part: number, whole: number): number {
  return Math.round((1000 * part) / whole) / 10;
}
