import { expect, it } from 'vitest';
import { questionForm } from '../../src/conversation/question-form.ts';
import type { Speech } from '../../src/understanding/meaning.ts';

it.each([
  ['can I share web-golden with team-data?', 'question', 'may'],
  ['So, could we delete it?', 'question', 'may'],
  ['is it possible to export erp-full?', 'question', 'may'],
  ['do I have to stop db-primary?', 'question', 'must'],
  ['should I stop web-01 first?', 'question', 'must'],
  ['does web-01 have to be stopped?', 'question', 'must'],
  ["why can't I export erp-full?", 'question', 'why'],
  ['what stops me from sharing this', 'order', 'why'],
  ['what happens if I delete it?', 'hypothetical', 'if'],
  ['why should I share images?', 'question', undefined],
  ['how many images can I make?', 'question', undefined],
  ['who has web-golden?', 'question', undefined],
  ['can you share web-golden with team-data', 'order', undefined],
  ['can web-golden go', 'report', undefined],
] as const satisfies readonly (readonly [string, Speech, string | undefined])[])(
  '“%s”, said as %s, asks %s',
  (text, speech, form) => {
    expect(questionForm({ text, speech })).toBe(form);
  },
);
