import { beforeAll, expect, it } from 'vitest';
import type { Finding, Severity } from '../../src/images/finding.ts';
import {
  findingLine,
  noticeParts,
  refusalPart,
  type Speaking,
} from '../../src/operations/findings-text.ts';
import { plain } from '../../src/wording/reply.ts';
import { wording } from '../../src/wording/wording.ts';
import { everyWord } from '../support/talk-kit.ts';
import { anAsking } from './an-asking.ts';

const sentences = new Map([
  ['rules.R-A-01.says', '*{{image}}* is too big.'],
  ['rules.R-A-01.do', 'Make it smaller.'],
  ['rules.R-A-01.IMG.0002.says', '*{{image}}* is far too big.'],
  ['rules.R-B-01.warn.says', 'Mind the gap.'],
  ['rules.R-B-01.info.says', 'There is a gap.'],
  ['plans.references', 'Rules: {{references}}'],
  ['plans.reference', '{{rule}}, {{source}}'],
  ['plans.agree', 'Agree:'],
  ['plans.warning', 'Mind:'],
  ['plans.good-to-know', 'Know:'],
]);

let speaking: Speaking;
beforeAll(async () => {
  const { world } = await anAsking();
  speaking = { wording: wording(sentences), directory: world.directory };
});

it('says what is the case and what to do about it, and takes the words for the code first', () => {
  expect(plain(findingLine(speaking, finding('R-A-01', 'block')))).toBe(
    'web is too big. Make it smaller.',
  );
  expect(plain(findingLine(speaking, { ...finding('R-A-01', 'block'), code: 'IMG.0002' }))).toBe(
    'web is far too big. Make it smaller.',
  );
});

it('takes the words for the severity where a rule speaks in several ways', () => {
  expect(plain(findingLine(speaking, finding('R-B-01', 'warn')))).toBe('Mind the gap.');
  expect(plain(findingLine(speaking, finding('R-B-01', 'info')))).toBe('There is a gap.');
});

it('refuses with every broken rule once, and its references', () => {
  const broken = { ...finding('R-A-01', 'block'), code: 'IMG.0001' } as const;
  const parts = refusalPart(speaking, [broken, broken, finding('R-B-01', 'warn')]);

  expect(words(parts)).toBe(
    '- web is too big. Make it smaller.\nRules: R-A-01, IMG.0001, the book',
  );
});

it('names what to agree to before what to mind and what is good to know', () => {
  const parts = noticeParts(speaking, [
    finding('R-B-01', 'info'),
    finding('R-B-01', 'warn'),
    finding('R-A-01', 'confirm'),
  ]);

  expect(words(parts)).toBe(
    [
      'Agree:',
      '- web is too big. Make it smaller.',
      'Mind:',
      '- Mind the gap.',
      'Know:',
      '- There is a gap.',
    ].join('\n'),
  );
});

it('says nothing where there is nothing to say', () => {
  expect(noticeParts(speaking, [finding('R-C-01', 'info')])).toEqual([]);
});

function finding(rule: Finding['rule'], severity: Severity): Finding {
  return { rule, severity, step: 'state', facts: { image: 'web' }, source: 'the book' };
}

function words(parts: ReturnType<typeof noticeParts>): string {
  return everyWord({ text: '', parts, seenBy: 'everyone' });
}
