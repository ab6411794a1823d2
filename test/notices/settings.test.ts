import { expect, it } from 'vitest';
import { Notice } from '../../src/images/unit.ts';
import {
  holding,
  PersonSettings,
  told,
  wayOf,
  withDaily,
  withWay,
} from '../../src/notices/settings.ts';

const now = '2026-11-20T10:00:00.000Z';
const nobodys = PersonSettings.parse({ schema: 1 });

function aNotice(id: string): Notice {
  const to = { person: 'U0WEBOP' };
  return Notice.parse({ id, kind: 'job.finished', to, facts: {}, owedSince: now });
}

it('takes no way that a kind of news does not have', () => {
  expect(withWay(nobodys, 'offers', 'off', now)).toBe(nobodys);
  expect(withWay(nobodys, 'failures', 'off', now)).toBe(nobodys);
  expect(wayOf({ ways: { offers: 'off' } }, 'offers')).toBe('usual');
});

it('begins a daily digest with the first news that is to go there', () => {
  const settings = withWay(nobodys, 'jobs', 'digest', now);

  expect(settings.daily).toEqual({ hour: 9, since: now });
});

it('brings news the usual way again when the digest ends', () => {
  const some = withWay(withWay(nobodys, 'jobs', 'digest', now), 'shares', 'off', now);

  const settings = withDaily(some, undefined, now);

  expect(settings.daily).toBeUndefined();
  expect(wayOf(settings, 'jobs')).toBe('usual');
  expect(wayOf(settings, 'shares')).toBe('off');
});

it('tells nothing twice that was in a digest', () => {
  const held = holding(holding(nobodys, aNotice('a')), aNotice('a'));
  expect(held.held).toHaveLength(1);

  const after = told(held, ['a'], now);

  expect(after.held).toEqual([]);
  expect(holding(after, aNotice('a'))).toBe(after);
  expect(holding(after, aNotice('b')).held).toEqual([aNotice('b')]);
});
