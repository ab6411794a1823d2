import { describe, expect, it } from 'vitest';
import type { Speech } from '../../src/understanding/meaning.ts';
import { speechOf } from '../../src/understanding/speech.ts';

describe('how something is said', () => {
  it.each<[Speech, string]>([
    ['order', 'delete web-golden'],
    ['order', 'please delete web-golden'],
    ['order', 'could you delete web-golden?'],
    ['order', 'do not share web-golden with team-data any more'],
    ['order', 'I want to share web-golden'],
    ['negated', "don't delete web-golden"],
    ['negated', 'please do not delete web-golden'],
    ['negated', 'no, never share web-golden'],
    ['negated', "I don't want you to delete web-golden"],
    ['negated', 'you must not delete it'],
    ['negated', 'I said do not delete web-golden'],
    ['negated', 'under no circumstances delete web-golden'],
    ['negated', 'there is no need to share web-golden'],
    ['order', 'we do not need web-golden, delete it'],
    ['hypothetical', 'what if I delete web-golden'],
    ['hypothetical', 'what happens when the image is deleted?'],
    ['hypothetical', 'suppose I share web-golden'],
    ['question', 'how do I delete an image'],
    ['question', 'can I share web-golden with team-data'],
    ['question', 'can you tell me how to share an image'],
    ['question', "why don't I see my image"],
    ['question', 'tell me how sharing works'],
    ['question', 'images?'],
    ['question', 'we shared an image, can we still use it'],
    ['order', 'share web-golden with team-data, will you'],
  ])('%s: %s', (speech, text) => {
    expect(speechOf(text)).toBe(speech);
  });
});
