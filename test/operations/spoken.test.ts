import { expect, it } from 'vitest';
import { lasting, listing, moment, size } from '../../src/operations/spoken.ts';

it.each([
  [0, 'a second'],
  [4200, '4 seconds'],
  [89_000, '89 seconds'],
  [240_000, 'about 4 minutes'],
  [7_200_000, 'about 2 hours'],
])('%i ms are %s', (ms, words) => {
  expect(lasting(ms)).toBe(words);
});

it('says lists, moments and sizes as people do', () => {
  expect(listing(['a'])).toBe('a');
  expect(listing(['a', 'b', 'c'])).toBe('a, b, and c');
  expect(moment('2026-11-20T17:45:59.000Z').text).toBe('2026-11-20 17:45 UTC');
  expect(size(40)).toBe('40 GB');
  expect(size(1536)).toBe('1.5 TB');
});
