import type { Asked } from '../asked.ts';
import type { Breach, RuleId, Step } from '../finding.ts';
import type { Job } from '../job.ts';
import { isOpen, subjectOf } from '../record.ts';
import type { Rule } from '../rule.ts';
import { cancelState, rightToCancel } from '../work/cancelling.ts';

/** Stop a job, named by its ID. */
export interface CancelJob {
  readonly job: string;
}

/** `job` is undefined when the project has no such job. */
export interface CancelCase extends Asked<CancelJob> {
  readonly job: Job | undefined;
}

function about(
  id: RuleId,
  step: Step,
  judge: (job: Job, given: CancelCase) => Breach | undefined,
): Rule<CancelCase> {
  return {
    id,
    step,
    source: '[D]',
    check: (given) => {
      const breach = given.job && judge(given.job, given);
      if (!given.job || !breach) return undefined;
      return { ...breach, facts: { about: subjectOf(given.job), ...breach.facts } };
    },
  };
}

/** Rules for cancelling; the clouds' documents say nothing of it. */
export const cancelRules: readonly Rule<CancelCase>[] = [
  {
    id: 'R-JOB-04',
    step: 'existence',
    source: '[D]',
    check: ({ job, request }) =>
      job ? undefined : { severity: 'block', code: 'IMSX.0049', facts: { job: request.job } },
  },
  about('R-CANCEL-01', 'permission', (job, { world: { caller, directory } }) => {
    const right = rightToCancel(job);
    if (job.requestedBy === caller.who || caller.actions.has(right)) return undefined;
    const project = directory.project(caller.project)?.name ?? caller.project;
    return { severity: 'block', code: 'IMG.0026', facts: { action: right, project } };
  }),
  about('R-CANCEL-02', 'state', (job) =>
    isOpen(job) ? undefined : { severity: 'block', code: 'IMSX.0062' },
  ),
  about('R-CANCEL-03', 'state', (job) => {
    if (!isOpen(job)) return undefined;
    const state = cancelState(job);
    if (state === 'yes') return undefined;
    return { severity: 'block', code: state === 'never' ? 'IMSX.0063' : 'IMSX.0064' };
  }),
  about('R-CANCEL-04', 'confirmation', (job) =>
    isOpen(job) && !job.inLine && cancelState(job) === 'yes'
      ? { severity: 'confirm', code: 'IMSX.0024' }
      : undefined,
  ),
];
