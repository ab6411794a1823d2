import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { longestText, plainText } from '../../src/understanding/plain-text.ts';

describe('plain text', () => {
  it.each([
    ['<@U0BOT> share it', 'share it'],
    ['share it with <@U0DATOP|dana>', 'share it with @U0DATOP'],
    ['in <#C123|images>', 'in #images'],
    ['<!here> list images', 'list images'],
    ['delete <http://golden.io|golden.io>', 'delete golden.io'],
    ['see <https://example.org/x>', 'see https://example.org/x'],
    ['a &lt;b&gt; &amp;amp; c', 'a <b> &amp; c'],
    ['\u201cweb\u201d isn\u2019t', '"web" isn\'t'],
    ['web\u200b-\u2060golden\ufeff', 'web-golden'],
    ['web\u2011golden\u00a0now', 'web-golden now'],
    ['*share* _web_ ~now~', 'share web now'],
    [':wave: hello', 'hello'],
    ['web_golden_2026 and a*b*c', 'web_golden_2026 and a*b*c'],
    ['', ''],
  ])('of %j is %j', (message, expected) => {
    expect(plainText(message, 'U0BOT')).toBe(expected);
  });

  it('keeps the mention of anybody but ourselves', () => {
    expect(plainText('<@U0BOT> ask <@U1>', 'U2')).toBe('@U0BOT ask @U1');
  });

  it('is never longer than what is looked at, whatever comes in', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 6000 }), (message) => {
        expect(plainText(message).length).toBeLessThanOrEqual(longestText);
      }),
    );
  });
});
