import { describe, expect, it } from 'vitest';
import { PhraseFault, slotsOf, variants } from '../../src/understanding/phrase-grammar.ts';

describe('the phrase grammar', () => {
  it.each([
    ['list images', ['list images']],
    ['list [my] images', ['list images', 'list my images']],
    ['(show|list) images', ['show images', 'list images']],
    ['a [b (c|d)] e', ['a e', 'a b c e', 'a b d e']],
    [
      'share {image} with [the] {project}',
      ['share {image} with {project}', 'share {image} with the {project}'],
    ],
  ])('writes %s out', (phrase, expected) => {
    expect(variants(phrase, 99)).toEqual(expected);
  });

  it('spreads a limited number of variants over all of them', () => {
    const [first, second] = variants('(a|b|c|d) x', 2);

    expect([first, second]).toEqual(['a x', 'c x']);
  });

  it.each(['list [my images', 'list my] images', '(a|b', 'a [b) c'])('refuses %s', (phrase) => {
    expect(() => variants(phrase, 9)).toThrow(PhraseFault);
  });

  it('names the slots of a phrase in order', () => {
    expect(slotsOf('share {image} with {project}')).toEqual(['image', 'project']);
  });
});
