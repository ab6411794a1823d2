import { join } from 'node:path';
import type { ProjectId } from '../images/ids.ts';
import type { AuditLine } from '../images/unit.ts';
import { openAppendFile } from './append-file.ts';
import { auditFormat, once } from './audit-journal.ts';
import { readIfThere } from './document-file.ts';
import { head, line, readEntries } from './journal.ts';
import type { StateDir } from './state-dir.ts';

/** Audit lines that have left the units of their projects. */
export interface AuditArchive {
  /** Durable when it resolves. For one project one call at a time. */
  add(project: ProjectId, lines: readonly AuditLine[]): Promise<void>;
  /** Each line once, oldest first. */
  read(project: ProjectId): Promise<readonly AuditLine[]>;
}

/** One file per project that only grows, `audit/<project>.ndjson`. */
export function filedAuditArchive(dir: StateDir): AuditArchive {
  const path = (project: ProjectId) => join(dir.path, 'audit', `${project}.ndjson`);
  return {
    async add(project, lines) {
      const file = await openAppendFile(path(project));
      try {
        const start = file.size === 0 ? head(auditFormat) : '';
        await file.append(start + lines.map(line).join(''));
      } finally {
        await file.close();
      }
    },
    read: async (project) =>
      once(readEntries(auditFormat, path(project), (await readIfThere(path(project))) ?? '')),
  };
}

export function memoryAuditArchive(): AuditArchive {
  const archived = new Map<ProjectId, readonly AuditLine[]>();
  return {
    add: async (project, lines) =>
      void archived.set(project, [...(archived.get(project) ?? []), ...structuredClone(lines)]),
    read: async (project) => structuredClone(once(archived.get(project) ?? [])),
  };
}
