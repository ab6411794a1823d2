import fc from 'fast-check';
import { expect, it } from 'vitest';
import { factsIn, markedLine } from '../../src/wording/marked-text.ts';
import { plain } from '../../src/wording/reply.ts';

it('puts facts into a sentence and keeps the marks around them', () => {
  expect(markedLine('Share *{{image}}* with `{{id}}` now', { image: 'web', id: 'a1' })).toEqual([
    { text: 'Share ' },
    { text: 'web', bold: true },
    { text: ' with ' },
    { text: 'a1', code: true },
    { text: ' now' },
  ]);
});

it('picks the word that goes with a number', () => {
  const sentence = '{{n}} {{n|image|images}}';

  expect(plain(markedLine(sentence, { n: 1 }))).toBe('1 image');
  expect(plain(markedLine(sentence, { n: 0 }))).toBe('0 images');
});

it('writes numbers as the language of the sentence does, but not where they are to be typed', () => {
  const german = new Intl.NumberFormat('de');
  const sentence = '{{n}} GB, type `{{n}}`';

  expect(plain(markedLine(sentence, { n: 12800 }))).toBe('12,800 GB, type 12800');
  expect(plain(markedLine(sentence, { n: 12800 }, german))).toBe('12.800 GB, type 12800');
});

it('keeps a moment a moment, in the style around it', () => {
  const since = { text: '2026-11-20 17:45 UTC', at: '2026-11-20T17:45:00.000Z' };

  expect(markedLine('since *{{since}}*', { since })).toEqual([
    { text: 'since ' },
    { ...since, bold: true },
  ]);
});

it('leaves marks without a partner and marks inside code alone', () => {
  expect(plain(markedLine('5 * 3'))).toBe('5 * 3');
  expect(markedLine('`a_b_c`')).toEqual([{ text: 'a_b_c', code: true }]);
});

it('throws for a fact that is not there, since that is a mistake in intents/', () => {
  expect(() => markedLine('Hello {{name}}')).toThrow('{{name}} is not one of');
  expect(factsIn('{{a}} and {{b|x|y}}')).toEqual(['a', 'b']);
});

it('shows a fact as it is, whatever it holds', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (name) => {
      const line = markedLine('*{{name}}* is ready', { name });

      expect(plain(line)).toBe(`${name} is ready`);
      expect(line.filter(({ bold }) => bold)).toHaveLength(name === '' ? 0 : 1);
    }),
  );
});
