import { describe, expect, it } from 'vitest';
import { isCorrection, withoutRejected } from '../../src/conversation/correction.ts';
import type { Understanding } from '../../src/understanding/meaning.ts';

describe('a correction', () => {
  it.each([
    'no, web-02',
    'wait, with team-ops',
    'I meant team-ops',
    'sorry, web-02',
    'not web-01, web-02',
    'make it team-ops',
    'team-ops instead',
  ])('is “%s”', (text) => {
    expect(isCorrection(meant(text))).toBe(true);
  });

  it.each(['stop sharing web-golden', 'web-02', 'nothing else', 'delete web-02'])(
    'is not “%s”',
    (text) => {
      expect(isCorrection(meant(text))).toBe(false);
    },
  );

  it('is no don’t, and no question', () => {
    expect(isCorrection(meant("no, don't delete web-02", { speech: 'negated' }))).toBe(false);
    expect(isCorrection(meant('no, which one?', { speech: 'question' }))).toBe(false);
  });

  it('leaves out what it rejects', () => {
    const { servers, images } = withoutRejected(
      meant('not web-01, web-02', { slots: { servers: ['web-01', 'web-02'], images: ['a+b'] } }),
    );

    expect(servers).toEqual(['web-02']);
    expect(images).toEqual(['a+b']);
  });
});

function meant(text: string, other: Partial<Understanding> = {}): Understanding {
  return {
    kind: 'unsure',
    id: null,
    sureness: 0,
    slots: {},
    alternatives: [],
    speech: 'order',
    text,
    ...other,
  };
}
