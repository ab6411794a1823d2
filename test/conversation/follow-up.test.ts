import { describe, expect, it } from 'vitest';
import { additionIn, facetWords, isWhy } from '../../src/conversation/follow-up.ts';

const commands = new Set(['share', 'delete', 'list']);

describe('half a sentence', () => {
  it.each([
    ['and for full-ECS?', 'for full-ECS'],
    ['what about Windows?', 'Windows'],
    ['in cn-north-1?', 'in cn-north-1'],
    ['and with team-ops', 'with team-ops'],
    ['And how about encrypted ones?', 'encrypted ones'],
  ])('“%s” adds “%s”', (text, addition) => {
    expect(additionIn({ text, kind: 'unsure' }, commands)).toBe(addition);
  });

  it.each([
    'and delete old-web',
    'and how many can I share?',
    'web-golden',
    'share web-golden with team-data',
    'for the next release we will need a lot more of these images',
    'and',
    '',
  ])('“%s” stands for itself', (text) => {
    expect(additionIn({ text, kind: 'unsure' }, commands)).toBeUndefined();
  });

  it('is not in small talk', () => {
    expect(additionIn({ text: 'and you?', kind: 'smalltalk' }, commands)).toBeUndefined();
  });

  it('names a part of the subject by its telling words', () => {
    expect(facetWords('for full-ECS images')).toEqual(['full-ecs']);
  });
});

it.each([
  ['why?', true],
  ['But why not', true],
  ['how come?', true],
  ['why is that?', true],
  ['why was web-golden deleted?', false],
])('“%s” only asks why: %s', (text, does) => {
  expect(isWhy(text)).toBe(does);
});
