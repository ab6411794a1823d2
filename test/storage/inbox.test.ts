import { appendFile, readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Inbox } from '../../src/slack/ports.ts';
import { journalInbox, memoryInbox } from '../../src/storage/inbox.ts';
import { aClock, aStateDir } from './a-state-dir.ts';

const minute = 60_000;

inboxContract('memory', async () => memoryInbox());
inboxContract('journal', async () => journalInbox(await aStateDir()));

function inboxContract(name: string, open: () => Promise<Inbox>): void {
  describe(`a ${name} inbox`, () => {
    it('tells a redelivery from something new', async () => {
      const inbox = await open();

      expect(await inbox.record('m1', { text: 'hello' })).toBe('new');
      expect(await inbox.record('m1', { text: 'hello' })).toBe('known');
      expect(await inbox.record('m2', { text: 'hello' })).toBe('new');
      await inbox.close();
    });

    it('takes only one of two deliveries that arrive together as new', async () => {
      const inbox = await open();

      const answers = await Promise.all([inbox.record('m1', {}), inbox.record('m1', {})]);

      expect(answers.toSorted()).toEqual(['known', 'new']);
      await inbox.close();
    });

    it('calls nothing known before it is safely written down', async () => {
      const inbox = await open();
      const answers: string[] = [];

      await Promise.all(
        [inbox.record('m1', {}), inbox.record('m1', {})].map(async (answer) =>
          answers.push(await answer),
        ),
      );

      expect(answers).toEqual(['new', 'known']);
      await inbox.close();
    });

    it('still knows what was answered', async () => {
      const inbox = await open();
      await inbox.record('m1', {});

      inbox.done('m1');

      expect(await inbox.record('m1', {})).toBe('known');
      await inbox.close();
    });

    it('does not hand out what came in its own life', async () => {
      const inbox = await open();
      await inbox.record('m1', {});

      expect(inbox.unanswered()).toEqual([]);
      await inbox.close();
    });
  });
}

describe('a journal inbox after a restart', () => {
  it('hands out what was not answered, oldest first, until it is', async () => {
    const dir = await aStateDir();
    const before = await journalInbox(dir);
    for (const key of ['m1', 'm2', 'm3']) await before.record(key, { key });
    before.done('m2');
    await before.close();

    const after = await journalInbox(dir);

    expect(after.unanswered()).toEqual([
      { key: 'm1', body: { key: 'm1' } },
      { key: 'm3', body: { key: 'm3' } },
    ]);
    after.done('m1');
    expect(after.unanswered().map(({ key }) => key)).toEqual(['m3']);
    await after.close();
  });

  it('does not hand out what was answered a moment before a crash', async () => {
    const { dir, path } = await anInboxWith([]);
    const crashed = await journalInbox(dir);
    await crashed.record('m1', {});
    crashed.done('m1');

    await expect.poll(() => readFile(path, 'utf8')).toContain('"answered","key":"m1"');
    const after = await journalInbox(dir);

    expect(after.unanswered()).toEqual([]);
    await after.close();
  });

  it('knows answered keys for a quarter of an hour, and unanswered ones for ever', async () => {
    const dir = await aStateDir();
    const clock = aClock();
    const before = await journalInbox(dir, clock);
    await before.record('answered', {});
    await before.record('open', {});
    before.done('answered');
    await before.close();

    clock.pass(15 * minute);
    const soon = await journalInbox(dir, clock);
    expect(await soon.record('answered', {})).toBe('known');
    await soon.close();

    clock.pass(2 * minute);
    const late = await journalInbox(dir, clock);
    expect(await late.record('open', {})).toBe('known');
    expect(await late.record('answered', {})).toBe('new');
    await late.close();
  });

  it('forgives a last line that was cut off, and goes on after it', async () => {
    const { dir, path } = await anInboxWith(['m1']);
    await appendFile(path, '{"kind":"came","key":"m2","a');

    const inbox = await journalInbox(dir);
    expect(inbox.unanswered().map(({ key }) => key)).toEqual(['m1']);
    await inbox.record('m3', {});
    await inbox.close();

    const again = await journalInbox(dir);
    expect(again.unanswered().map(({ key }) => key)).toEqual(['m1', 'm3']);
    await again.close();
  });

  it('refuses a broken line anywhere else, naming it, and leaves the file alone', async () => {
    const { dir, path } = await anInboxWith(['m1', 'm2']);
    const lines = (await readFile(path, 'utf8')).split('\n');
    lines[1] = '{"kind":"came"}';
    await writeFile(path, lines.join('\n'));

    await expect(journalInbox(dir)).rejects.toThrow(/line 2: .*key/);
    expect(await readFile(path, 'utf8')).toBe(lines.join('\n'));
  });

  it('refuses a journal without a version, and one of a version to come', async () => {
    const { dir, path } = await anInboxWith(['m1']);

    await writeFile(path, '{"kind":"came","key":"m1","at":1,"body":{}}\n');
    await expect(journalInbox(dir)).rejects.toThrow(/line 1: .*version/);

    await writeFile(path, '{"version":2}\n{"kind":"came","key":"m1","at":1,"body":{}}\n');
    await expect(journalInbox(dir)).rejects.toThrow(/newer Goldie/);
  });
});

it('stays small while answered arrivals pass through, and loses none that are open', async () => {
  const dir = await aStateDir();
  const clock = aClock();
  const inbox = await journalInbox(dir, clock, 10_000);
  await inbox.record('open', { keep: true });

  for (let count = 0; count < 400; count += 1) {
    await inbox.record(`m${count}`, { text: 'x'.repeat(500) });
    inbox.done(`m${count}`);
    clock.pass(minute);
  }
  await inbox.close();

  expect((await stat(join(dir.path, 'inbox.ndjson'))).size).toBeLessThan(40_000);
  const again = await journalInbox(dir, clock);
  expect(again.unanswered()).toEqual([{ key: 'open', body: { keep: true } }]);
  await again.close();
});

async function anInboxWith(keys: readonly string[]) {
  const dir = await aStateDir();
  const inbox = await journalInbox(dir);
  for (const key of keys) await inbox.record(key, {});
  await inbox.close();
  return { dir, path: join(dir.path, 'inbox.ndjson') };
}

it('hands out an arrival without a body too', async () => {
  const dir = await aStateDir();
  const before = await journalInbox(dir);
  await before.record('m1', undefined);
  await before.close();

  const after = await journalInbox(dir);

  expect(after.unanswered()).toEqual([{ key: 'm1', body: undefined }]);
  await after.close();
});
