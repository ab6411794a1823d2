import { z } from 'zod';
import type { Finding } from './finding.ts';
import type { AuditLine } from './unit.ts';
import type { World } from './world.ts';

/** What a list of the audit trail can be asked for. R-AUD-03 */
export const AuditQuery = z
  .strictObject({
    /** How far back, in hours. Default: as long as the cloud keeps its traces. */
    hours: z.number().positive().optional(),
    /** normal: done; warning: refused by a rule; incident: failed. */
    status: z.enum(['normal', 'warning', 'incident']).optional(),
    /** Slack user ID. */
    who: z.string().optional(),
    /** ID or exact name of an image. */
    image: z.string().optional(),
    /** What was asked for, e.g. `image.share`. */
    operation: z.string().optional(),
  })
  .readonly();
export type AuditQuery = z.infer<typeof AuditQuery>;

export type AuditList =
  | { readonly lines: readonly AuditLine[]; readonly total: number }
  | { readonly findings: readonly Finding[] };

const statuses = { done: 'normal', refused: 'warning', failed: 'incident' } as const;

/** The status that a trace of the cloud would have. R-AUD-05 */
export function auditStatus({ outcome }: Pick<AuditLine, 'outcome'>) {
  return statuses[outcome];
}

/** The project's own trail, newest first, at most as many lines as the cloud exports at once. Pure. R-AUD-03 */
export function listAudit({ own, now, profile }: World, query: AuditQuery): AuditList {
  const { retentionDays, exportMax } = profile.audit;
  const hours = query.hours ?? retentionDays * 24;
  if (hours > retentionDays * 24)
    return {
      findings: [
        {
          rule: 'R-AUD-03',
          step: 'values',
          severity: 'block',
          code: 'IMSX.0026',
          facts: { days: Math.ceil(hours / 24), retentionDays },
          source: 'umn/viewing_traces',
        },
      ],
    };
  const since = new Date(Date.parse(now) - hours * 60 * 60 * 1000).toISOString();
  const lines = own.audit.filter((line) => line.at >= since && fits(line, query)).toReversed();
  return { lines: lines.slice(0, exportMax), total: lines.length };
}

function fits(line: AuditLine, { status, who, image, operation }: AuditQuery): boolean {
  const asks: readonly boolean[] = [
    status === undefined || auditStatus(line) === status,
    who === undefined || line.who === who,
    image === undefined || line.imageId === image || line.imageName === image,
    operation === undefined || line.operation === operation,
  ];
  return asks.every(Boolean);
}
