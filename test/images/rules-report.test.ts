import { describe, expect, it } from 'vitest';
import { allTests } from './proofs.ts';
import { report, rows } from './rules-report.ts';
import { withoutWords } from './rules-without-words.ts';

it('the report of the rules is up to date; `npm run rules:report` makes it anew', async () => {
  await expect(report()).toMatchFileSnapshot('../../docs/rules.md');
});

describe.each(Object.entries(rows()))('in the report, every rule of %s', (_family, list) => {
  it.each([...list])('$id says what it is, where it is decided and what proves it', (row) => {
    expect(row.what).not.toBe('');
    expect(row.where).not.toBe('');
    expect(row.proofs.length).toBeGreaterThan(0);
    expect(row.proofs.filter((proof) => proof.endsWith(': '))).toEqual([]);
  });
});

it('the report names tests that exist', () => {
  const known = new Set([
    ...allTests.map(({ file, title }) => `${file}: ${title}`),
    'images/negatives.test.ts: case %i is a bad query parameter',
    'images/negatives.test.ts: answers are made by two operations that cannot say anything else',
  ]);
  const named = Object.values(withoutWords).flatMap(({ proofs = [] }) =>
    proofs.map(([file, title]) => `${file}: ${title}`),
  );

  expect(named.filter((proof) => !known.has(proof))).toEqual([]);
});
