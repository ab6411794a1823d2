import { beforeAll, describe, expect, it } from 'vitest';
import { clearPieces } from '../../src/conversation/clear-pieces.ts';
import { judgePart } from '../../src/conversation/judge-part.ts';
import { standIns } from '../../src/conversation/stand-ins.ts';
import type { Finding } from '../../src/images/finding.ts';
import { ProjectId } from '../../src/images/ids.ts';
import type { Asking, Plan, Task } from '../../src/operations/operation.ts';
import type { Filled } from '../../src/operations/slot.ts';
import { freeText } from '../../src/operations/slot-kinds.ts';
import { anAsking } from '../operations/an-asking.ts';

let asking: Asking;
beforeAll(async () => {
  asking = await anAsking();
});

const places = ['a', 'b', 'c', 'd'].map((letter) => letter.repeat(32));

describe('a task judged by some of its pieces', () => {
  it('is told what holds for every completion', async () => {
    const task = aTask(() => [block('R-IMAGE-01'), block('R-IMAGE-02', { status: 'killed' })]);

    expect((await judgePart(task, { image: ['x'] }, asking))?.map(({ rule }) => rule)).toEqual([
      'R-IMAGE-01',
      'R-IMAGE-02',
    ]);
  });

  it('is not told what depends on a piece that nobody said', async () => {
    const task = aTask(({ place: [place = ''] = [] }) => [
      block('R-NAMES-IT', { project: place }),
      { ...block('R-AIMS-AT-IT'), target: ProjectId.parse(place) },
      ...(place === places[0] ? [block('R-ONLY-THERE')] : []),
      block('R-ALWAYS'),
    ]);

    const found = await judgePart(task, { image: ['x'] }, asking);
    expect(found?.map(({ rule }) => rule)).toEqual(['R-ALWAYS']);
  });

  it('is not judged when a piece has nothing that it could be', async () => {
    const task = { ...aTask(() => [block('R-ALWAYS')]), slots: [slot('place', [])] };

    expect(await judgePart(task, {}, asking)).toBeUndefined();
  });
});

describe('pieces that nobody said', () => {
  it('are stood in for in several ways, those that were said never', () => {
    const ways = standIns(
      aTask(() => []),
      { image: ['x'] },
      asking,
    );

    expect(ways.map(({ slots }) => slots.image)).toEqual([['x'], ['x'], ['x']]);
    expect(new Set(ways.map(({ slots }) => slots.place?.[0])).size).toBe(3);
    expect(new Set(ways.map(({ slots }) => slots.name?.[0])).size).toBe(3);
    expect(ways[0]?.invented).toContain(places[0]);
  });
});

describe('pieces that were said', () => {
  it('are known only when the inventory has each of them', () => {
    const task = aTask(() => []);

    expect(clearPieces(task, { place: [places[0] ?? ''] }, asking)).toEqual({ place: [places[0]] });
    expect(clearPieces(task, { place: ['nowhere'] }, asking)).toBeUndefined();
    expect(clearPieces(task, {}, asking)).toEqual({});
  });
});

function slot(name: string, options: readonly string[]) {
  const kind = { options: () => options.map((value) => ({ value, label: value })) };
  return { name, kind, required: true, many: false, from: [] };
}

function aTask(findingsFor: (slots: Filled) => readonly Finding[]): Task {
  const plan = async (slots: Filled): Promise<Plan> => ({
    reply: { text: '', parts: [], seenBy: 'everyone' },
    refused: true,
    needsConfirmation: false,
    fingerprint: '',
    findings: findingsFor(slots),
    warnings: [],
  });
  return {
    kind: 'task',
    id: 'image.test',
    verbs: [],
    risk: 'low',
    slots: [
      slot('image', ['x', 'y']),
      slot('place', places),
      { ...slot('name', []), kind: freeText },
    ],
    words: () => ({}),
    forbidden: () => undefined,
    plan,
    wasRun: () => false,
    refuse: async () => {
      throw new Error('a question leaves no audit line');
    },
    run: async () => {
      throw new Error('a question has no effect');
    },
  };
}

function block(rule: `R-${string}`, facts: Finding['facts'] = {}): Finding {
  return { rule, step: 'state', severity: 'block', facts, source: 'S1' };
}
