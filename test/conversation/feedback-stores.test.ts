import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { FeedbackEntry, TaughtPhrase } from '../../src/conversation/feedback-entry.ts';
import { feedbackJournal } from '../../src/storage/feedback-journal.ts';
import { StateFault } from '../../src/storage/state-fault.ts';
import { taughtFile } from '../../src/storage/taught-file.ts';
import { aStateDir } from '../storage/a-state-dir.ts';

const at = '2026-11-20T09:00:00.000Z';
const missed: FeedbackEntry = { id: 'k1', at, who: 'U0WEBOP', kind: 'unsure', text: 'flurble' };
const phrase: TaughtPhrase = {
  phrase: 'a: "b"',
  meaning: 'faq.x',
  taughtBy: 'U0ADMIN',
  taughtAt: at,
};

describe('what was missed', () => {
  it('is there again after a restart, once however often it was written', async () => {
    const dir = await aStateDir();
    const before = await feedbackJournal(dir);
    await before.append(missed);
    await before.append(missed);
    await before.close();

    const after = await feedbackJournal(dir);
    expect(after.entries()).toEqual([missed]);
    await after.close();
  });
});

describe('taught phrases', () => {
  it('are kept in a file that people can read, and read back', async () => {
    const dir = await aStateDir();
    await (await taughtFile(dir)).change((all) => [...all, phrase]);

    expect(await readFile(join(dir.path, 'taught.yaml'), 'utf8')).toContain('intents:taught');
    expect((await taughtFile(dir)).all()).toEqual([phrase]);
  });

  it('lose none of several changes at the same time', async () => {
    const taught = await taughtFile(await aStateDir());
    const add = (name: string) => taught.change((all) => [...all, { ...phrase, phrase: name }]);
    await Promise.all([add('one'), add('two'), add('three')]);

    expect(taught.all().map((one) => one.phrase)).toEqual(['one', 'two', 'three']);
  });

  it.each(['phrases: 3', 'phrases: [', 'other: []'])(
    'that cannot be read stop the start, and are left as they are: %s',
    async (text) => {
      const dir = await aStateDir();
      const path = join(dir.path, 'taught.yaml');
      await writeFile(path, text);

      await expect(taughtFile(dir)).rejects.toThrow(StateFault);
      expect(await readFile(path, 'utf8')).toBe(text);
    },
  );
});
