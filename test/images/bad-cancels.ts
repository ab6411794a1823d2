import { decide } from '../../src/images/decision.ts';
import type { Job } from '../../src/images/job.ts';
import { cancelJob } from '../../src/images/operations/cancel-job.ts';
import type { Row } from './bad-requests.ts';
import { aJob, at, aUnit, aWorld, type WorldParts } from './builders.ts';

const step = { seconds: 100, state: 'waiting', facts: {} } as const;

/** Making an image, at its first step, asked for by U1. */
export function making(changed: Partial<Job> = {}): Job {
  return aJob({
    imageName: 'web',
    steps: [
      { ...step, kind: 'start-transfer' },
      { ...step, kind: 'transfer' },
    ],
    ...changed,
  });
}

export function cancel(job: Job, parts: WorldParts = {}) {
  return () =>
    decide(cancelJob, aWorld({ own: aUnit({ jobs: [job] }), ...parts }), { job: job.id });
}

/** Somebody of the project without any right to change something. */
const viewer = { who: 'U2', actions: ['ims:images:list'] } as const;

/** Refusals of our own: no document says when work can be cancelled. */
export const badCancels: readonly (readonly [
  ...(Row extends readonly [unknown, ...infer Rest] ? Rest : never),
])[] = [
  ['R-CANCEL-01', 'work of somebody else without the right', 'IMG.0026', cancel(making(), viewer)],
  [
    'R-CANCEL-02',
    'a job that is done',
    'IMSX.0062',
    cancel(making({ status: 'SUCCESS', endedAt: at })),
  ],
  [
    'R-CANCEL-02',
    'a job that failed',
    'IMSX.0062',
    cancel(making({ status: 'FAIL', endedAt: at })),
  ],
  [
    'R-CANCEL-03',
    'a server on its way',
    'IMSX.0063',
    cancel(making({ type: 'operateServer', steps: [{ ...step, kind: 'reach-state' }] })),
  ],
  [
    'R-CANCEL-03',
    'a full-ECS image that can be used already',
    'IMSX.0064',
    cancel(
      making({
        type: 'imsCreateWholeImageByInstanceJob',
        steps: [
          { ...step, kind: 'snapshot-disks', state: 'done' },
          { ...step, kind: 'complete-backup' },
        ],
      }),
    ),
  ],
];

export const moreCancels = [cancel(making()), ...badCancels.map((row) => row[3])];
