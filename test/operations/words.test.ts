import fc from 'fast-check';
import { expect, it } from 'vitest';
import { cutAt, listed, wordsOf } from '../../src/operations/words.ts';

it('cuts a text at blanks and keeps what is quoted whole', () => {
  expect(wordsOf('share "My Image" with team-data')).toEqual([
    'share',
    'My Image',
    'with',
    'team-data',
  ]);
  expect(wordsOf('“My Image” `a b`')).toEqual(['My Image', 'a b']);
});

it('sets commas apart, so that lists can be told from names', () => {
  expect(wordsOf('a,b , c')).toEqual(['a', ',', 'b', ',', 'c']);
  expect(listed(wordsOf('a, b and c'))).toEqual(['a', 'b', 'c']);
});

it('leaves out what is quoted and empty', () => {
  expect(wordsOf('"" a')).toEqual(['a']);
});

it('cuts words at the first joining word, in whatever letters', () => {
  expect(cutAt(wordsOf('web, db WITH a and b with c'), ['with', 'to'])).toEqual([
    ['web', 'db'],
    ['a', 'b', 'with', 'c'],
  ]);
  expect(cutAt(['web'], ['with'])).toEqual([['web'], []]);
});

it('gives back names that stand in quotes, whatever else is in them', () => {
  fc.assert(
    fc.property(fc.string({ minLength: 1 }), (name) => {
      fc.pre(!/["]/.test(name));

      expect(wordsOf(`"${name}"`)).toEqual([name]);
    }),
  );
});
