import { expect, it } from 'vitest';
import { digestDue } from '../../src/notices/digest-time.ts';
import { PersonSettings, told } from '../../src/notices/settings.ts';

function daily(hour: number, since: string): PersonSettings {
  return PersonSettings.parse({ schema: 1, daily: { hour, since } });
}

function due(settings: PersonSettings, zone: string): string {
  const at = digestDue(settings, zone);
  return at === undefined ? 'never' : new Date(at).toISOString();
}

it.each([
  [9, 'UTC', '2026-11-20T08:30:00.000Z', '2026-11-20T09:00:00.000Z'],
  [9, 'UTC', '2026-11-20T09:00:00.000Z', '2026-11-21T09:00:00.000Z'],
  [9, 'Europe/Berlin', '2026-11-20T08:30:00.000Z', '2026-11-21T08:00:00.000Z'],
  [0, 'Asia/Shanghai', '2026-11-20T08:30:00.000Z', '2026-11-20T16:00:00.000Z'],
  [8, 'Asia/Kathmandu', '2026-11-20T08:30:00.000Z', '2026-11-21T02:15:00.000Z'],
])('is due at %i in %s when it was wanted at %s', (hour, zone, since, expected) => {
  expect(due(daily(hour, since), zone)).toBe(expected);
});

it('is due once a day, at the same hour of the day after clocks were changed', () => {
  const first = daily(9, '2026-10-24T06:30:00.000Z');
  const second = told(first, [], '2026-10-24T07:00:00.000Z');

  expect(due(first, 'Europe/Berlin')).toBe('2026-10-24T07:00:00.000Z');
  expect(due(second, 'Europe/Berlin')).toBe('2026-10-25T08:00:00.000Z');
});

it('comes an hour later on the day that has no such hour', () => {
  const settings = daily(2, '2026-03-28T12:00:00.000Z');

  expect(due(settings, 'Europe/Berlin')).toBe('2026-03-29T01:00:00.000Z');
});

it('is never due for somebody who wants none', () => {
  expect(due(PersonSettings.parse({ schema: 1 }), 'UTC')).toBe('never');
});
