import { describe, expect, it } from 'vitest';
import { fileSize } from '../../src/workspace/page/text/file-size.ts';
import { dayName, slackDate } from '../../src/workspace/page/text/slack-date.ts';

/** A moment in the reader's own time zone, whichever that is. */
const at = (day: number, hour: number) => new Date(2026, 10, day, hour, 5);
const seconds = (moment: Date) => moment.getTime() / 1000;

describe('a date in Slack’s notation', () => {
  const now = at(20, 12);

  it.each([
    ['{date_num}', '2026-11-18'],
    ['{date}', '18 November 2026'],
    ['{date_short} at {time}', '18 Nov 2026 at 09:05'],
    ['{date_long}', 'Wednesday 18 November 2026'],
    ['{ago}', '2 days ago'],
  ])('%s reads %j', (format, text) => {
    expect(slackDate(seconds(at(18, 9)), format, now)).toBe(text);
  });

  it.each([
    [19, 'yesterday'],
    [20, 'today'],
    [21, 'tomorrow'],
    [22, '22 Nov 2026'],
  ])('on day %i of the month is pretty: %s', (day, text) => {
    expect(slackDate(seconds(at(day, 0)), '{date_short_pretty}', now)).toBe(text);
  });

  it('is in the time zone of whoever looks', () => {
    const noon = Date.parse('2026-11-20T12:05:00Z') / 1000;
    const later = new Date('2026-11-20T20:00:00Z');

    expect(slackDate(noon, '{date_short} {time}', later, 'Asia/Shanghai')).toBe(
      '20 Nov 2026 20:05',
    );
    expect(slackDate(noon, '{date_num} {time}', later, 'Europe/Berlin')).toBe('2026-11-20 13:05');
    expect(slackDate(noon, '{date_pretty}', later, 'Asia/Shanghai')).toBe('yesterday');
  });

  it('keeps words it does not know, and gives nothing for no moment', () => {
    expect(slackDate(0, 'in {constructor} {week}', now)).toBe('in {constructor} {week}');
    expect(slackDate(Number.NaN, '{date}', now)).toBeUndefined();
  });
});

it('the days of a conversation are named as people name them', () => {
  const now = at(20, 12);

  expect(dayName(at(20, 1).getTime(), now)).toBe('Today');
  expect(dayName(at(19, 23).getTime(), now)).toBe('Yesterday');
  expect(dayName(at(2, 8).getTime(), now)).toBe('Monday 2 November 2026');
});

it.each([
  [0, '0 bytes'],
  [1023, '1023 bytes'],
  [1536, '1.5 KB'],
  [5 * 1024 ** 2, '5.0 MB'],
  [3 * 1024 ** 4, '3072.0 GB'],
])('%i bytes read %j', (bytes, text) => {
  expect(fileSize(bytes)).toBe(text);
});
