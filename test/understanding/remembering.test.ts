import { expect, it } from 'vitest';
import {
  type Known,
  nothingKnown,
  type Understander,
  type Understanding,
} from '../../src/understanding/meaning.ts';
import { remembering } from '../../src/understanding/remembering.ts';

/** Understands every text as a search for the images that are known. */
function anUnderstander() {
  const asked: string[] = [];
  const understander: Understander = {
    understand(text, { images }): Understanding {
      asked.push(text);
      const slots = { images: images.map(({ name }) => name) };
      return {
        kind: 'unsure',
        id: null,
        sureness: 0,
        slots,
        alternatives: [],
        speech: 'order',
        text,
      };
    },
  };
  return { ...remembering(understander), asked };
}

function knowing(...names: readonly string[]): Known {
  return { ...nothingKnown, images: names.map((name) => ({ id: name, name })) };
}

it('works the same words out once for all who see the same names', () => {
  const { understand, asked } = anUnderstander();
  const known = knowing('web-golden');

  const first = understand('delete web-golden', known);

  expect(understand('delete web-golden', known)).toBe(first);
  expect(asked).toEqual(['delete web-golden']);
});

it('works them out anew once there are other names', () => {
  const { understand } = anUnderstander();

  const before = understand('list images', knowing('web-golden'));
  const after = understand('list images', knowing('web-golden', 'web-new'));

  expect(before.slots.images).toEqual(['web-golden']);
  expect(after.slots.images).toEqual(['web-golden', 'web-new']);
});

it('works them out anew when Goldie is called by another name', () => {
  const { understand, asked } = anUnderstander();

  understand('<@U1> help', nothingKnown, { bot: 'U1' });
  understand('<@U1> help', nothingKnown, { bot: 'U2' });

  expect(asked).toHaveLength(2);
});

it('forgets what was not said for long', () => {
  const { understand, asked } = anUnderstander();
  understand('the first', nothingKnown);
  understand('the second', nothingKnown);
  for (let more = 0; more < 498; more += 1) understand(`number ${more}`, nothingKnown);
  understand('the first', nothingKnown);
  understand('one too many', nothingKnown);
  asked.length = 0;

  understand('the first', nothingKnown);
  understand('the second', nothingKnown);

  expect(asked).toEqual(['the second']);
});

it('does not keep long texts in mind', () => {
  const { understand, asked } = anUnderstander();
  const long = 'a'.repeat(301);

  understand(long, nothingKnown);
  understand(long, nothingKnown);

  expect(asked).toHaveLength(2);
});
