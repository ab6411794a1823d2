import type { z } from 'zod';
import { ProjectId } from '../../src/images/ids.ts';
import { AuditLine, type Notice, Unit } from '../../src/images/unit.ts';

export const web = ProjectId.parse('a'.repeat(32));
export const data = ProjectId.parse('b'.repeat(32));

export function aUnit(project: ProjectId, more: Partial<z.input<typeof Unit>> = {}): Unit {
  return Unit.parse({ schema: 1, project, region: 'eu-de', ...more });
}

/** Audit lines with the ids `first`, `first + 1` and so on. */
export function auditLines(first: number, count: number): AuditLine[] {
  return Array.from({ length: count }, (_, index) =>
    AuditLine.parse({
      id: String(first + index),
      at: '2026-11-20T08:00:00.000Z',
      who: 'U0WEBOP',
      operation: 'image.share',
      outcome: 'done',
    }),
  );
}

/** A message owed to somebody. */
export function aNotice(id: string): Notice {
  return {
    id,
    kind: 'job.finished',
    to: { person: 'U0WEBOP' },
    facts: {},
    owedSince: '2026-11-20T08:00:00.000Z',
  };
}

/** Units of more projects than are planted in one go. */
export function manyUnits(): readonly Unit[] {
  return Array.from({ length: 600 }, (_, at) =>
    aUnit(ProjectId.parse(String(at).padStart(32, '0')), { snapshotsUsed: at }),
  );
}
