import { describe, expect, it } from 'vitest';
import { spanOf, timeIn } from '../../src/operations/spoken-times.ts';

/** A Friday. */
const now = Date.parse('2026-11-20T09:30:00.000Z');

describe('a time in words', () => {
  it.each([
    ['today', '2026-11-20T00:00', '2026-11-21T00:00'],
    ['yesterday', '2026-11-19T00:00', '2026-11-20T00:00'],
    ['on monday', '2026-11-16T00:00', '2026-11-17T00:00'],
    ['last friday', '2026-11-13T00:00', '2026-11-14T00:00'],
    ['3 days ago', '2026-11-17T00:00', '2026-11-18T00:00'],
    ['2026-10-01', '2026-10-01T00:00', '2026-10-02T00:00'],
    ['last hour', '2026-11-20T08:30', undefined],
    ['in the last 7 days', '2026-11-13T09:30', undefined],
    ['last week', '2026-11-13T09:30', undefined],
    ['past 2 weeks', '2026-11-06T09:30', undefined],
    ['this week', '2026-11-16T00:00', undefined],
    ['this month', '2026-11-01T00:00', undefined],
    ['this year', '2026-01-01T00:00', undefined],
    ['since yesterday', '2026-11-19T00:00', undefined],
    ['since 2 hours ago', '2026-11-20T07:30', undefined],
    ['after 2026-10-01', '2026-10-02T00:00', undefined],
    ['before 2026-10-01', undefined, '2026-10-01T00:00'],
    ['until 2026-10-01', undefined, '2026-10-02T00:00'],
    ['between 2026-10-01 and 2026-10-03', '2026-10-01T00:00', '2026-10-04T00:00'],
    ['from monday to yesterday', '2026-11-16T00:00', '2026-11-20T00:00'],
    ['older than 2 weeks', undefined, '2026-11-06T09:30'],
  ])('%s is found in a sentence and becomes a span', (words, from, to) => {
    expect(timeIn(`what was made ${words}?`)).toBe(words);
    expect(spanOf(words, now)).toEqual({
      ...(from && { from: `${from}:00.000Z` }),
      ...(to && { to: `${to}:00.000Z` }),
    });
  });

  it.each(['', 'web-today-01', 'sundays', 'todays-image', 'the last image', '2026-99-99'])(
    '“%s” is none',
    (words) => {
      expect(spanOf(words, now)).toBeUndefined();
    },
  );
});
