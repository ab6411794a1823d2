import { describe, expect, it } from 'vitest';
import { ConfigFault, readConfig } from '../src/config.ts';

describe('the days in the recycle bin', () => {
  it.each([
    ['a week, unless set', {}, 7],
    ['as many as set', { GOLDIE_BIN_DAYS: '30' }, 30],
    ['none, where deleting is to be final', { GOLDIE_BIN_DAYS: '0' }, 0],
    ['a week where the setting is empty', { GOLDIE_BIN_DAYS: ' ' }, 7],
  ])('are %s', (_what, env, days) => {
    expect(readConfig(env).binDays).toBe(days);
  });

  it.each(['soon', '-1', '1.5', '99999'])(
    'cannot be %s, and it is said what they can be',
    (days) => {
      const read = () => readConfig({ GOLDIE_BIN_DAYS: days });

      expect(read).toThrow(ConfigFault);
      expect(read).toThrow(/GOLDIE_BIN_DAYS: give /);
    },
  );
});
