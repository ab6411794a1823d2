import { appendFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { AuditJournal } from '../../src/access/ports.ts';
import { auditJournal, memoryAuditJournal } from '../../src/storage/audit-journal.ts';
import { aStateDir } from './a-state-dir.ts';
import { auditLines } from './units.ts';

auditJournalContract('memory', async () => memoryAuditJournal());
auditJournalContract('filed', async () => auditJournal(await aStateDir()));

function auditJournalContract(name: string, open: () => Promise<AuditJournal>): void {
  describe(`a ${name} audit journal`, () => {
    it('starts empty', async () => {
      expect(await (await open()).read()).toEqual([]);
    });

    it('gives back each line in the order in which it was added', async () => {
      const journal = await open();

      await Promise.all(auditLines(0, 20).map((line) => journal.append(line)));

      expect(await journal.read()).toEqual(auditLines(0, 20));
    });

    it('counts a line that was added again once', async () => {
      const journal = await open();
      for (const line of [...auditLines(0, 2), ...auditLines(0, 1)]) await journal.append(line);

      expect(await journal.read()).toEqual(auditLines(0, 2));
    });
  });
}

it('keeps audit lines over a restart', async () => {
  const dir = await aStateDir();
  const before = await auditJournal(dir);
  for (const line of auditLines(0, 3)) await before.append(line);
  await before.close();

  const after = await auditJournal(dir);
  await after.append(auditLines(3, 1)[0] ?? expect.unreachable());

  expect(await after.read()).toEqual(auditLines(0, 4));
  await after.close();
});

it('forgives a last line that a crash cut off, and goes on after it', async () => {
  const dir = await aStateDir();
  const before = await auditJournal(dir);
  for (const line of auditLines(0, 2)) await before.append(line);
  await before.close();
  await appendFile(join(dir.path, 'audit.ndjson'), '{"id":"2","at":"2026');

  const after = await auditJournal(dir);
  for (const line of auditLines(3, 1)) await after.append(line);

  expect((await after.read()).map(({ id }) => id)).toEqual(['0', '1', '3']);
  await after.close();
});
