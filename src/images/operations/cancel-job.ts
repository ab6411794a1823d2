import type { Lifecycle } from '../decision.ts';
import { record, subjectOf, withJob } from '../record.ts';
import { type CancelCase, type CancelJob, cancelRules } from '../rules/cancel.ts';

export type { CancelJob };

/**
 * Notes that a job is to be stopped. The cloud stops it at once, unless the step at hand has done its work in another
 * project meanwhile: one of both wins, and the other finds it so. The first who cancels is the one who did.
 */
export const cancelJob: Lifecycle<CancelJob, CancelCase> = {
  operation: 'job.cancel',
  rules: cancelRules,
  look: (world, request) => ({
    world,
    request,
    job: world.own.jobs.find(({ id }) => id === request.job),
  }),
  apply: ({ world, job }, cause) => {
    const { own, caller, now } = world;
    const deed = { operation: 'job.cancel', trace: 'cancelJob' } as const;
    if (!job) return record(own, world, cause, deed);
    const { who, name } = caller;
    const cancel = job.cancel ?? { who, name, at: now, origin: cause.origin };
    const image =
      job.imageId === undefined ? {} : { image: { id: job.imageId, name: job.imageName ?? '' } };
    const facts = { job: job.id, what: job.operation, about: subjectOf(job) };
    return record(withJob(own, { ...job, cancel }), world, cause, { ...deed, ...image, facts });
  },
};
