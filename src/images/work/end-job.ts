import type { Instant } from '../ids.ts';
import type { Facts, Job, JobStep } from '../job.ts';
import { handOver } from '../line.ts';
import { isOpen, owe, subjectOf, withJob } from '../record.ts';
import type { Unit } from '../unit.ts';
import { undo } from './undo.ts';

/** The job has done all its steps: SUCCESS, and the person who asked is owed the news. An ended job stays as it is. */
export function finishJob(unit: Unit, job: Job, at: Instant): Unit {
  if (!isOpen(job)) return unit;
  // whoever reads the news may act for another project by then: what its buttons begin is for this one
  const facts = { ...job.facts, projectId: unit.project };
  const ended: Job = { ...job, facts, status: 'SUCCESS', endedAt: at };
  const finished = owe(handOver(withJob(unit, ended), ended, at), {
    ...news(job, at),
    id: `${job.id}/finished`,
    kind: 'job.finished',
    facts: about(ended),
  });
  if (job.cancel === undefined) return finished;
  return owe(finished, {
    ...news(job, at),
    id: `${job.id}/cancel-too-late`,
    to: job.cancel.origin,
    asker: job.cancel.who,
    kind: 'job.cancel-too-late',
    facts: about(ended),
  });
}

/**
 * The job cannot go on: FAIL with its error, what it had begun is cleaned up, the person who asked is owed the news, and
 * the audit trail has it. An ended job stays as it is. T6, T7, T11
 * @param told the kind of the news, and what it says besides
 */
export function failJob(
  unit: Unit,
  job: Job,
  error: { readonly code: string; readonly reason: string },
  at: Instant,
  told: { readonly kind: string; readonly facts: Facts } = { kind: 'job.failed', facts: {} },
): Unit {
  if (!isOpen(job)) return unit;
  const ended: Job = {
    ...job,
    status: 'FAIL',
    inLine: false,
    endedAt: at,
    error,
    steps: broken(job.steps),
  };
  const cleaned = handOver(undo(withJob(unit, ended), job, at), job, at);
  return owe(
    {
      ...cleaned,
      audit: [
        ...cleaned.audit,
        {
          id: `${job.id}/failed`,
          at,
          who: job.requestedBy,
          project: unit.project,
          operation: job.operation,
          outcome: 'failed',
          ...(job.imageId && { imageId: job.imageId }),
          ...(job.imageName && { imageName: job.imageName }),
          codes: [error.code],
          facts: { status: 'incident', reason: error.reason },
        },
      ],
    },
    {
      ...news(job, at),
      id: `${job.id}/failed`,
      kind: told.kind,
      facts: { ...about(job), code: error.code, reason: error.reason, ...told.facts },
    },
  );
}

function news(job: Job, at: Instant) {
  return {
    to: job.origin,
    asker: job.requestedBy,
    job: job.id,
    owedSince: at,
    ...(job.imageId && { imageId: job.imageId }),
  };
}

function about(job: Job): Facts {
  const { operation, imageId, imageName, serverId, facts } = job;
  return {
    ...facts,
    operation,
    about: subjectOf(job),
    ...(imageName && { image: imageName }),
    ...(imageId && { imageId }),
    ...(serverId && { serverId }),
  };
}

/** The step at hand failed, unless one is marked so already; those after it are never done. */
function broken(steps: readonly JobStep[]): readonly JobStep[] {
  const at = steps.findIndex(({ state }) => state === 'failed' || state === 'waiting');
  return steps.map((step, index) => {
    if (step.state !== 'waiting') return step;
    return { ...step, state: index === at ? 'failed' : 'skipped' };
  });
}
