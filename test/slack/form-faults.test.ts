import { beforeAll, expect, it } from 'vitest';
import { formFaults } from '../../src/conversation/form-faults.ts';
import type { Finding } from '../../src/images/finding.ts';
import type { Asking, Task } from '../../src/operations/operation.ts';
import type { Filled } from '../../src/operations/slot.ts';
import { plain } from '../../src/wording/reply.ts';
import { anAsking } from '../operations/an-asking.ts';
import { type Library, openTalk, readLibrary } from '../support/talk-kit.ts';

let library: Library;
let create: Task;
let asking: Asking;
beforeAll(async () => {
  library = await readLibrary();
  asking = await anAsking();
  const kit = await openTalk(library);
  const found = kit.operations.get('image.create');
  await kit.stop();
  if (found?.kind !== 'task') throw new Error('there is no task image.create');
  create = found;
}, 120_000);

function aFinding(finding: Pick<Finding, 'rule' | 'facts'> & Partial<Finding>): Finding {
  return { step: 'values', severity: 'block', source: 'SPEC', ...finding };
}

function sorted(findings: readonly Finding[], filled: Filled) {
  const { wording, tenancy } = library;
  const plan = {
    reply: { text: '', parts: [], seenBy: 'asker' as const },
    refused: true,
    needsConfirmation: false,
    fingerprint: '',
    findings,
    warnings: [],
  };
  return formFaults({ wording, directory: tenancy.directory }, create, plan, filled, asking);
}

it('puts a rule about a name to the name, in the rule’s own words', () => {
  const finding = aFinding({ rule: 'R-NAME-03', code: 'IMG.0003', facts: { name: 'web new!' } });

  const { faults, others } = sorted([finding], { server: ['s-1'], name: ['web new!'] });

  expect(Object.keys(faults)).toEqual(['name']);
  expect(plain([{ text: faults.name ?? '' }])).toContain('web new!');
  expect(others).toEqual([]);
});

it('leaves what concerns no one piece for all of them', () => {
  const finding = aFinding({
    rule: 'R-QUOTA-01',
    code: 'IMG.0015',
    facts: { used: 100, limit: 100, region: 'eu-de' },
  });

  const { faults, others } = sorted([finding], { server: ['s-1'], name: ['web-new'] });

  expect(faults).toEqual({});
  expect(others).toEqual([finding]);
});

it('does not take for a fault what only is to be kept in mind', () => {
  const finding = aFinding({ rule: 'R-NAME-03', severity: 'warn', facts: { name: 'web-new' } });

  expect(sorted([finding], { name: ['web-new'] })).toEqual({ faults: {}, others: [] });
});
