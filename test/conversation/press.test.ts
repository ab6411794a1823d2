import fc from 'fast-check';
import { expect, it } from 'vitest';
import { bareAnswer, isObjection } from '../../src/conversation/bare-answers.ts';
import { pressValue, readPress } from '../../src/conversation/press.ts';
import { ProjectId } from '../../src/images/ids.ts';
import { pressBegin } from '../../src/operations/buttons.ts';

it('reads back what was given to a button', () => {
  const press = { does: 'pick', id: 'a', option: 2 } as const;

  expect(readPress(pressValue(press))).toEqual(press);
});

it('reads the buttons that operations make', () => {
  const project = ProjectId.parse('a'.repeat(32));

  expect(readPress(pressBegin('help'))).toEqual({
    does: 'begin',
    operation: 'help',
    slots: {},
    agreed: false,
  });
  expect(
    readPress(pressBegin('image.accept', { offers: ['x'] }, { agreed: true, project })),
  ).toEqual({
    does: 'begin',
    operation: 'image.accept',
    slots: { offers: ['x'] },
    agreed: true,
    project,
  });
});

it.each([
  '',
  'null',
  '{}',
  '{"does":"confirm"}',
  '{"does":"pick","id":"a","option":-1}',
  '{"does":"pick","id":"a","option":1.5}',
  '{"does":"begin","operation":"help","slots":{"about":"share"}}',
  '{"does":"begin","operation":"help","project":"team-web"}',
  '{"does":"anything","id":"a"}',
])('reads nothing from %s', (value) => {
  expect(readPress(value)).toBeUndefined();
});

it('never throws, whatever a button brings back', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.json()), (value) => {
      expect(() => readPress(value)).not.toThrow();
    }),
  );
});

it.each([
  ['yes', 'yes'],
  ['Go ahead!', 'yes'],
  [' ok. ', 'yes'],
  ['No', 'no'],
  ["don't", 'no'],
  ['never mind', 'no'],
  ['yes please', 'yes'],
  ['no, thanks', 'no'],
  ['cancel everything', 'no'],
  ['yes please delete web-golden', undefined],
  ['no idea', undefined],
  ['stop sharing web-golden', undefined],
  ['', undefined],
] as const)('hears “%s” as %s', (text, answer) => {
  expect(bareAnswer(text)).toBe(answer);
});

it.each([
  ['no wait, only with team-data', true],
  ['Stop! not that one', true],
  ['nothing else', false],
  ['waiting for what', false],
])('hears whether “%s” takes something back', (text, does) => {
  expect(isObjection(text)).toBe(does);
});
