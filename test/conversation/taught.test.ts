import { beforeAll, describe, expect, it } from 'vitest';
import type { TaughtPhrase } from '../../src/conversation/feedback-entry.ts';
import { knowingTaught } from '../../src/conversation/taught.ts';
import { taughtLines } from '../../src/conversation/taught-lines.ts';
import type { Operation } from '../../src/operations/operation.ts';
import {
  nothingKnown,
  type Speech,
  type Understander,
  type Understanding,
} from '../../src/understanding/meaning.ts';
import { openTalk, readLibrary } from '../support/talk-kit.ts';

let operations: ReadonlyMap<string, Operation>;
beforeAll(async () => {
  const kit = await openTalk(await readLibrary());
  operations = kit.operations;
  await kit.stop();
}, 120_000);

describe('a taught phrase', () => {
  it('counts when it was approved, whatever its letters and its end', () => {
    expect(hear('Zap THE  thing!', [approved('zap the thing', 'faq.tag-limit')])).toMatchObject({
      kind: 'answer',
      id: 'faq.tag-limit',
    });
  });

  it('does not count before', () => {
    const { approvedBy: _, ...waiting } = approved('zap the thing', 'faq.tag-limit');

    expect(hear('zap the thing', [waiting]).kind).toBe('unsure');
  });

  it('makes no order of anything but an order', () => {
    const taught = [approved('zap the thing', 'image.delete')];

    expect(hear('zap the thing', taught).id).toBe('image.delete');
    for (const speech of ['question', 'negated', 'hypothetical', 'report', 'quoted'] as const)
      expect(hear('zap the thing', taught, speech).kind).toBe('unsure');
  });

  it('takes no wish away that is understood without it', () => {
    const taught = [approved('list my images', 'image.delete')];

    expect(hear('list my images', taught, 'order', 'operation').id).toBeNull();
  });
});

describe('approved phrases for the files of intents/', () => {
  const files = new Map([['faq.tag-limit', 'intents/faq/tags.yaml']]);

  it('come by file and meaning, without signs that mean something there', () => {
    const lines = taughtLines(
      [
        approved('how (many) tags | labels', 'faq.tag-limit'),
        approved('tags: max?', 'faq.tag-limit'),
      ],
      (id) => files.get(id),
    );

    expect(lines).toEqual([
      '# intents/faq/tags.yaml',
      '  # under ask of faq.tag-limit',
      '  - "how many tags labels"',
      '  - "tags: max?"',
    ]);
  });

  it('leave out what nobody approved, and keep what has lost its file in sight', () => {
    const { approvedBy: _, ...waiting } = approved('x', 'faq.tag-limit');

    expect(taughtLines([waiting], (id) => files.get(id))).toEqual([]);
    expect(taughtLines([approved('x', 'faq.gone')], (id) => files.get(id))[0]).toContain('no file');
  });
});

function approved(phrase: string, meaning: string): TaughtPhrase {
  const taughtAt = '2026-11-20T09:00:00.000Z';
  return { phrase, meaning, taughtBy: 'U0ADMIN', taughtAt, approvedBy: 'U0ADMIN' };
}

function hear(
  text: string,
  phrases: readonly TaughtPhrase[],
  speech: Speech = 'order',
  kind: Understanding['kind'] = 'unsure',
): Understanding {
  const understander: Understander = {
    understand: (said) => ({
      kind,
      id: null,
      sureness: 0,
      slots: {},
      alternatives: [],
      speech,
      text: said,
    }),
  };
  return knowingTaught(understander, { all: () => phrases }, operations).understand(
    text,
    nothingKnown,
  );
}
