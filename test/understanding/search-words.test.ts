import { expect, it } from 'vitest';
import { searchWords } from '../../src/understanding/search-words.ts';

const everyday = new Set(
  'search for find an image images containing golden is there any with in the name me'.split(' '),
);

it.each<[string, readonly string[]]>([
  ['search for ubuntu images', ['ubuntu']],
  ['find an image containing golden', ['golden']],
  ['is there any image with golden in the name', ['golden']],
  ['find golden', ['golden']],
  ['is there any zabbix image', ['zabbix']],
  ['search images', []],
])('%s searches for %j', (text, words) => {
  expect(searchWords(text, ['ubuntu'], (word) => everyday.has(word))).toEqual(words);
});
