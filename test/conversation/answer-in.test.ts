import { beforeAll, describe, expect, it } from 'vitest';
import { answerIn } from '../../src/conversation/answer-in.ts';
import type { Asking } from '../../src/operations/operation.ts';
import type { Slot } from '../../src/operations/slot.ts';
import { freeText } from '../../src/operations/slot-kinds.ts';
import type { Understanding } from '../../src/understanding/meaning.ts';
import { nearest } from '../../src/understanding/nearest.ts';
import { anAsking } from '../operations/an-asking.ts';

let asking: Asking;
beforeAll(async () => {
  asking = await anAsking();
});

const options = ['web-golden', 'db-data', 'My Image'].map((label) => ({ value: label, label }));
const image: Slot = {
  name: 'images',
  kind: { options: () => options, every: () => ['web-golden', 'db-data'] },
  required: true,
  many: true,
  from: ['images'],
};
const name: Slot = { name: 'name', kind: freeText, required: true, many: false, from: ['names'] };

describe('asked for an image', () => {
  it.each([
    ['web-golden', ['web-golden']],
    ['My Image', ['My Image']],
    ['web-golden, db-data', ['web-golden', 'db-data']],
    ['the web-golden image please', ['web-golden']],
    ['“db-data”', ['db-data']],
    ['all', ['all']],
  ])('takes “%s” as an answer, whatever else it may mean', (text, words) => {
    expect(heard(text, image, { kind: 'operation' })).toEqual(words);
  });

  it.each(['', '?', 'help', 'list my images', 'what is my quota'])(
    'takes “%s” for another subject when that is clear',
    (text) => {
      expect(heard(text, image, { kind: 'operation' })).toBeUndefined();
    },
  );

  it('takes words that mean nothing else as one name, known or not', () => {
    expect(heard('some thing', image, { kind: 'unsure' })).toEqual(['some thing']);
  });

  it('takes a word that is nearly a name as an answer', () => {
    expect(heard('web-goldn', image, { kind: 'operation' })).toEqual(['web-goldn']);
    expect(heard('quota', image, { kind: 'operation' })).toBeUndefined();
  });

  it('never takes a don’t or a what-if as an answer', () => {
    const text = 'do not take web-golden';

    expect(
      heard(text, image, { kind: 'unsure', speech: 'negated' }, ['web-golden']),
    ).toBeUndefined();
    expect(
      heard(text, image, { kind: 'unsure', speech: 'hypothetical' }, ['web-golden']),
    ).toBeUndefined();
  });
});

describe('asked for a new name', () => {
  it.each([
    ['web new', 'web new'],
    ['call it web-2', 'web-2'],
    ['"web 3"', 'web 3'],
    ['delete', 'delete'],
  ])('takes “%s” as “%s”', (text, taken) => {
    expect(heard(text, name, { kind: 'unsure' })).toEqual([taken]);
  });

  it('takes “call it ...” as an answer, though it may mean renaming', () => {
    expect(heard('call it web-2', name, { kind: 'operation' })).toEqual(['web-2']);
  });

  it('leaves it for a question or a wish of several words', () => {
    expect(heard('list my images', name, { kind: 'operation' })).toBeUndefined();
    expect(heard('what is that', name, { kind: 'unsure', speech: 'question' })).toBeUndefined();
  });
});

function heard(
  text: string,
  slot: Slot,
  { kind, speech = 'order' }: Pick<Understanding, 'kind'> & Partial<Understanding>,
  named: readonly string[] = [],
) {
  const meant = { kind, id: null, sureness: 0, slots: {}, alternatives: [], speech, text };
  return answerIn({ meant, named, isCommand: false }, slot, asking, nearest);
}
