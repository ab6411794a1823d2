import { JobId } from './ids.ts';
import type { Job, JobStep } from './job.ts';
import { crowdBefore } from './line.ts';
import type { Caller, Cause, World } from './world.ts';

type Described = Pick<Job, 'type' | 'operation'> &
  Partial<Pick<Job, 'imageId' | 'imageName' | 'imageOwner' | 'serverId' | 'facts'>>;
type Planned = Pick<JobStep, 'kind' | 'seconds'> & Partial<Pick<JobStep, 'target' | 'facts'>>;

/** A job as it starts: accepted, nothing done yet, and in line where others have to end first. R-ASYNC-01, R-FLOW-01 */
export function beginJob(
  {
    now,
    caller,
    own,
    profile,
  }: Pick<World, 'now' | 'own' | 'profile'> & { readonly caller: Pick<Caller, 'who'> },
  cause: Cause,
  described: Described,
  steps: readonly Planned[],
): Job {
  return {
    id: JobId.parse(cause.newId('job')),
    status: 'INIT',
    requestedBy: caller.who,
    origin: cause.origin,
    createdAt: now,
    inLine: crowdBefore(own, profile, described.type) !== undefined,
    stepBegunAt: now,
    facts: {},
    ...described,
    steps: steps.map((step) => ({ state: 'waiting', facts: {}, ...step })),
  };
}
