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
  ['yes go ahead and do it', 'yes'],
  ['Sounds good, run it', 'yes'],
  ['ok ship it', 'yes'],
  ['that looks right to me', 'yes'],
  ['please proceed', 'yes'],
  ['great, please do', 'yes'],
  ['nah leave it', 'no'],
  ['On second thought, don’t', 'no'],
  ['ok, call it off', 'no'],
  ['wait, not now', 'no'],
  ["forget it, I'll do that tomorrow", 'no'],
  ['never mind, Dan is going to look after web-01', 'no'],
  ['cancel that, delete db-data', undefined],
  ['forget it, web-02 instead', undefined],
  ['never mind, which images do I have?', undefined],
  ["yes, but don't delete it", undefined],
  ['yes no', undefined],
  ['no wait, go ahead', undefined],
  ['sounds good, with team-data too', undefined],
  ['yes do it?', undefined],
  ['go ahead and delete web-golden', undefined],
  ['great', undefined],
  ['leave web-golden as it is', undefined],
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
