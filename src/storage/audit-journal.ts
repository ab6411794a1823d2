import { join } from 'node:path';
import type { AuditJournal } from '../access/ports.ts';
import { AuditLine } from '../images/unit.ts';
import { readIfThere } from './document-file.ts';
import type { FileFormat } from './file-format.ts';
import { openJournal, readEntries } from './journal.ts';
import type { StateDir } from './state-dir.ts';

/** Audit lines in a file. */
export const auditFormat: FileFormat<AuditLine> = {
  name: 'audit',
  schema: AuditLine,
  migrations: [],
};

/** Audit lines of no project, in one file that only grows. @throws StateFault when it cannot be read */
export async function auditJournal(
  dir: StateDir,
): Promise<AuditJournal & { close(): Promise<void> }> {
  const path = join(dir.path, 'audit.ndjson');
  const journal = await openJournal(path, auditFormat);
  return {
    append: (line) => journal.append(line),
    read: async () => once(readEntries(auditFormat, path, (await readIfThere(path)) ?? '')),
    close: () => journal.close(),
  };
}

export function memoryAuditJournal(): AuditJournal {
  const lines: AuditLine[] = [];
  return {
    append: async (line) => void lines.push(structuredClone(line)),
    read: async () => structuredClone(once(lines)),
  };
}

/** Each line once, at its first place: a line that was written again after a crash has the same id. */
export function once(lines: readonly AuditLine[]): readonly AuditLine[] {
  return [...new Map(lines.map((line) => [line.id, line])).values()];
}
