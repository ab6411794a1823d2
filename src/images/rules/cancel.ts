import type { Asked } from '../asked.ts';
import type { Job } from '../job.ts';
import { isOpen, subjectOf } from '../record.ts';
import type { Rule } from '../rule.ts';
import { cancelState, rightToCancel } from '../work/cancelling.ts';
import { rulesAbout } from './about.ts';

/** Stop a job, named by its ID. */
export interface CancelJob {
  readonly job: string;
}

/** `job` is undefined when the project has no such job. */
export interface CancelCase extends Asked<CancelJob> {
  readonly job: Job | undefined;
}

const aboutJob = rulesAbout(
  ({ job }: CancelCase) => job,
  (_, job) => ({ about: subjectOf(job) }),
);

/** Rules for cancelling; the clouds' documents say nothing of it. */
export const cancelRules: readonly Rule<CancelCase>[] = [
  {
    id: 'R-JOB-04',
    step: 'existence',
    source: '[D]',
    check: ({ job, request }) =>
      job ? undefined : { severity: 'block', code: 'IMSX.0049', facts: { job: request.job } },
  },
  aboutJob('R-CANCEL-01', 'permission', '[D]', (job, { world: { caller, directory } }) => {
    const right = rightToCancel(job);
    if (job.requestedBy === caller.who || caller.actions.has(right)) return undefined;
    const project = directory.project(caller.project)?.name ?? caller.project;
    return { severity: 'block', code: 'IMG.0026', facts: { action: right, project } };
  }),
  aboutJob('R-CANCEL-02', 'state', '[D]', (job) => (isOpen(job) ? undefined : 'IMSX.0062')),
  aboutJob('R-CANCEL-03', 'state', '[D]', (job) => {
    if (!isOpen(job)) return undefined;
    const state = cancelState(job);
    if (state === 'yes') return undefined;
    return { severity: 'block', code: state === 'never' ? 'IMSX.0063' : 'IMSX.0064' };
  }),
  aboutJob('R-CANCEL-04', 'confirmation', '[D]', (job) =>
    isOpen(job) && !job.inLine && cancelState(job) === 'yes'
      ? { severity: 'confirm', code: 'IMSX.0024' }
      : undefined,
  ),
];
