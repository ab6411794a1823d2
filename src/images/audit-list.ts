import { z } from 'zod';
import type { Finding } from './finding.ts';
import { Instant } from './ids.ts';
import type { AuditLine } from './unit.ts';
import type { World } from './world.ts';

/** What a list of the audit trail can be asked for. R-AUD-03 */
export const AuditQuery = z
  .strictObject({
    /** From when on. Default: as long as the cloud keeps its traces; with `archive` from the beginning. */
    from: Instant.optional(),
    /** Until before when. */
    to: Instant.optional(),
    /** Also what the cloud has let go of already, as far as Goldie's own trail reaches. R-AUD-02, R-AUD-04 */
    archive: z.boolean().optional(),
    /** normal: done; warning: refused by a rule; incident: failed. */
    status: z.enum(['normal', 'warning', 'incident']).optional(),
    /** Slack user ID. */
    who: z.string().optional(),
    /** ID or exact name of an image. */
    image: z.string().optional(),
    /** ID of another project that was shared with, or that shared. */
    project: z.string().optional(),
    /** What was asked for, e.g. `image.share`, or a word of it, such as `create`. */
    operation: z.string().optional(),
    /** Lines to leave out, from the newest on. */
    offset: z.int().min(0).optional(),
  })
  .readonly();
export type AuditQuery = z.infer<typeof AuditQuery>;

export type AuditList =
  | { readonly lines: readonly AuditLine[]; readonly total: number }
  | { readonly findings: readonly Finding[] };

const statuses = { done: 'normal', refused: 'warning', failed: 'incident' } as const;

const dayMs = 24 * 60 * 60 * 1000;

/** The status that a trace of the cloud would have. R-AUD-05 */
export function auditStatus({ outcome }: Pick<AuditLine, 'outcome'>) {
  return statuses[outcome];
}

/**
 * The project's own trail, newest first, at most as many lines as the cloud exports at once. Pure. R-AUD-03
 * @param archived lines that the project's unit no longer holds, oldest first
 */
export function listAudit(
  { own, now, profile }: World,
  query: AuditQuery,
  archived: readonly AuditLine[] = [],
): AuditList {
  const { retentionDays, exportMax } = profile.audit;
  const oldest = new Date(Date.parse(now) - retentionDays * dayMs).toISOString();
  if (!query.archive && query.from !== undefined && query.from < oldest)
    return { findings: [tooFarBack(query.from, now, retentionDays)] };
  const from = query.from ?? (query.archive ? '' : oldest);
  const all = new Map([...archived, ...own.audit].map((line) => [line.id, line]));
  const lines = [...all.values()].filter((line) => isIn(line, from, query.to) && fits(line, query));
  const { offset = 0 } = query;
  return { lines: lines.toReversed().slice(offset, offset + exportMax), total: lines.length };
}

function tooFarBack(from: string, now: string, retentionDays: number): Finding {
  const days = Math.ceil((Date.parse(now) - Date.parse(from)) / dayMs);
  return {
    rule: 'R-AUD-03',
    step: 'values',
    severity: 'block',
    code: 'IMSX.0026',
    facts: { days, retentionDays },
    source: 'umn/viewing_traces',
  };
}

function isIn({ at }: AuditLine, from: string, to: string | undefined): boolean {
  return at >= from && (to === undefined || at < to);
}

function fits(line: AuditLine, { status, who, image, project, operation }: AuditQuery): boolean {
  const asks: readonly boolean[] = [
    status === undefined || auditStatus(line) === status,
    who === undefined || line.who === who,
    image === undefined || line.imageId === image || line.imageName === image,
    project === undefined || concerns(line, project),
    operation === undefined || isA(line.operation, operation),
  ];
  return asks.every(Boolean);
}

/** Shares name the other side among the facts of their line. */
function concerns({ facts }: AuditLine, project: string): boolean {
  return Object.values(facts).some((fact) => String(fact).split(' ').includes(project));
}

/** Words that stand for operations of other names, too: whatever deletes an image for good is a `delete`. */
const alsoMeant: Readonly<Record<string, readonly string[]>> = {
  delete: ['image.purge', 'bin.expire'],
};

/** `image.create-full` is a `create`, and `image.delete` no `create`. */
function isA(operation: string, wanted: string): boolean {
  const [, word = ''] = operation.split('.');
  const isNamed = operation === wanted || word === wanted || word.startsWith(`${wanted}-`);
  return isNamed || (alsoMeant[wanted]?.includes(operation) ?? false);
}
