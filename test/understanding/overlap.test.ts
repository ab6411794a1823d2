import { beforeAll, describe, expect, it } from 'vitest';
import { type Intents, loadIntents } from '../../src/understanding/load-intents.ts';
import { overlapReport, overlaps } from '../../src/understanding/overlap.ts';
import { readWordVectors } from '../../src/understanding/word-knowledge.ts';

let few: Intents;
beforeAll(async () => {
  const intents = await loadIntents('intents');
  const isOfLists = ({ id }: { readonly id: string }) => /^(?:job|project)\./.test(id);
  few = { ...intents, topics: [], operations: intents.operations.filter(isOfLists) };
});

describe('overlapping meanings', () => {
  it('are found where two meanings are asked for in the same ways', async () => {
    const [jobs] = few.operations.filter(({ id }) => id === 'job.list');
    if (!jobs) throw new Error('there is no job.list');
    const isEven = (_: string, at: number) => at % 2 === 0;
    const twins = [
      { ...jobs, id: 'one.list', ask: jobs.ask.filter(isEven) },
      { ...jobs, id: 'other.list', ask: jobs.ask.filter((phrase, at) => !isEven(phrase, at)) },
    ];

    const others = few.operations.filter(({ id }) => id.startsWith('project.'));
    const found = overlaps({ ...few, operations: [...twins, ...others] }, await readWordVectors());

    expect(found.map(({ meant, taken }) => `${meant} ${taken}`)).toContain('one.list other.list');
    expect(found.every(({ phrases, tried }) => phrases.length <= tried)).toBe(true);
  });

  it('come with the worst first, as phrases to work on', () => {
    const report = overlapReport([
      { meant: 'image.share', taken: 'image.list', phrases: ['give it', 'hand it'], tried: 9 },
    ]);

    expect(report).toContain('image.share is taken for image.list (2 of 9 ways of asking)');
    expect(report).toContain('"hand it"');
  });

  it('are nothing to report when there are none', () => {
    expect(overlapReport([])).toBe('No two meanings are confused.\n');
  });
});
