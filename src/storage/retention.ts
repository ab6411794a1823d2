import type { AuditLine, Effect, Unit } from '../images/unit.ts';

/** A message, click or command may come again for so long; Slack itself gives up within minutes. */
const messageEffectMs = 24 * 60 * 60 * 1000;

/** A job on its way may find its target changed already; a job that was stuck for longer is nobody's any more. */
const stepEffectMs = 30 * messageEffectMs;

/** After a start, effects of the life before stay for so long: what was promised then is finished now. */
const graceMs = 60 * 60 * 1000;

const endedJobsKept = 100;

/** A unit with more audit lines than `most` hands its oldest to the archive, down to `kept`: many lines, one write. */
const auditLines = { most: 500, kept: 400 } as const;

export interface Trimmed {
  readonly unit: Unit;
  /** Audit lines that left the unit, oldest first. To be archived before the unit is written without them. */
  readonly archived: readonly AuditLine[];
}

/**
 * Takes out of a unit what nobody will ask for again, so that it does not grow for ever.
 * @param openedAt when this process opened its store, ms
 */
export function trimUnit(unit: Unit, now: number, openedAt: number): Trimmed {
  const over = unit.audit.length > auditLines.most ? unit.audit.length - auditLines.kept : 0;
  return {
    unit: {
      ...unit,
      jobs: withoutOldEnded(unit),
      effects: Object.fromEntries(
        Object.entries(unit.effects).filter(([key, effect]) => {
          if (Date.parse(effect.at) < openedAt && now < openedAt + graceMs) return true;
          return now - Date.parse(effect.at) <= lifetime(key, effect);
        }),
      ),
      audit: unit.audit.slice(over),
    },
    archived: unit.audit.slice(0, over),
  };
}

function lifetime(key: string, { job }: Effect): number {
  return job !== undefined && key.startsWith(`${job}/`) ? stepEffectMs : messageEffectMs;
}

/** Jobs still owed a notice stay: the notice may want to tell of them. */
function withoutOldEnded({ jobs, notices }: Unit): Unit['jobs'] {
  const owed = new Set(notices.map(({ job }) => job));
  const ended = jobs.filter(({ endedAt, id }) => endedAt !== undefined && !owed.has(id));
  const oldest = new Set(
    ended
      .toSorted((a, b) => (a.endedAt ?? '').localeCompare(b.endedAt ?? ''))
      .slice(0, Math.max(0, ended.length - endedJobsKept)),
  );
  return jobs.filter((job) => !oldest.has(job));
}
