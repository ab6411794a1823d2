import { beforeAll, describe, expect, it } from 'vitest';
import { type Learnt, learn } from '../../src/understanding/learn.ts';
import { loadIntents } from '../../src/understanding/load-intents.ts';
import { fromBytes, toBytes } from '../../src/understanding/model-file.ts';
import { understander } from '../../src/understanding/understand.ts';
import { readWordVectors } from '../../src/understanding/word-knowledge.ts';
import { inventory } from './inventory.ts';

describe('the file that keeps what was learnt', () => {
  let learnt: Learnt;
  let bytes: Uint8Array;
  beforeAll(async () => {
    const intents = await loadIntents('intents');
    learnt = learn(
      { ...intents, topics: [], operations: intents.operations.slice(0, 6) },
      await readWordVectors(),
    );
    bytes = toBytes(learnt, 'mark');
  }, 60_000);

  it('understands exactly as before', () => {
    const kept = fromBytes(bytes, 'mark');
    if (!kept) throw new Error('the file was not read');

    for (const text of ['share web-golden with team-data', 'how many images may I have', 'pizza']) {
      expect(understander(kept).understand(text, inventory)).toEqual(
        understander(learnt).understand(text, inventory),
      );
    }
  });

  it('is of no use once intents/ has changed', () => {
    expect(fromBytes(bytes, 'another mark')).toBeUndefined();
  });

  it.each([0, 3, 100, -1])('is of no use when it was cut off (%i)', (end) => {
    expect(fromBytes(bytes.slice(0, end), 'mark')).toBeUndefined();
  });

  it('is of no use when it is some other file', () => {
    expect(fromBytes(new TextEncoder().encode('hello, I am a text file'), 'mark')).toBeUndefined();
  });
});
