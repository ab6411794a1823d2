import { describe, expect, it } from 'vitest';
import { cancelJob } from '../../src/images/operations/cancel-job.ts';
import { cancelState } from '../../src/images/work/cancelling.ts';
import { stopJob } from '../../src/images/work/stop-job.ts';
import { badCancels, cancel, making } from './bad-cancels.ts';
import {
  aCause,
  anImage,
  at,
  aUnit,
  aWorld,
  carriedOut,
  imageId,
  later,
  p2,
  p3,
} from './builders.ts';

describe('cancelling', () => {
  it.each(badCancels)('%s: is refused for %s with %s', (rule, _what, code, decided) => {
    const { findings, refused } = decided();

    expect(refused).toBe(true);
    expect(findings).toContainEqual(expect.objectContaining({ rule, code }));
  });

  it.each([
    ['the person who asked for the work, whatever their rights', { who: 'U1', actions: [] }],
    [
      'somebody else with the right to do the same',
      { who: 'U2', actions: ['ims:serverImages:create'] },
    ],
  ] as const)('is open to %s', (_who, { who, actions }) => {
    expect(cancel(making(), { who, actions: [...actions] })().refused).toBe(false);
  });

  it('is asked about while the work goes on, and not while it waits in line', () => {
    expect(cancel(making())().needsConfirmation).toBe(true);
    expect(cancel(making({ inLine: true, status: 'INIT' }))().needsConfirmation).toBe(false);
  });

  it('is written down with the person, and done by the cloud', () => {
    const own = aUnit({ jobs: [making()] });
    const after = carriedOut(cancelJob, aWorld({ own }), { job: 'job-1' });

    expect(after.jobs).toMatchObject([{ status: 'RUNNING', cancel: { who: 'U1', name: 'Wendy' } }]);
    expect(after.audit).toMatchObject([{ operation: 'job.cancel', facts: { trace: 'cancelJob' } }]);
  });

  it('is the deed of the first who did it', () => {
    const own = aUnit({ jobs: [making()] });
    const first = carriedOut(cancelJob, aWorld({ own }), { job: 'job-1' });
    const second = carriedOut(
      cancelJob,
      aWorld({ own: first, who: 'U2' }),
      { job: 'job-1' },
      aCause('click-2'),
    );

    expect(second.jobs[0]?.cancel?.who).toBe('U1');
  });
});

describe('a job that is stopped', () => {
  const by = { who: 'U2', name: 'Dan', at, origin: { person: 'U2' } };
  const job = making({ imageId: imageId(1), cancel: by });

  it('has failed because of the person who cancelled it', () => {
    const after = stopJob(aUnit({ jobs: [job] }), job, later);

    expect(after.jobs).toMatchObject([
      { status: 'FAIL', endedAt: later, error: { code: 'IMSX.0061', reason: 'cancelled by Dan' } },
    ]);
  });

  it('leaves no record of the image it was making, and those that failed before it', () => {
    const own = aUnit({
      jobs: [job],
      images: [anImage({ status: 'saving' }), anImage({ id: imageId(2), status: 'killed' })],
    });

    expect(stopJob(own, job, later).images.map(({ status }) => status)).toEqual([
      'deleted',
      'killed',
    ]);
  });

  it('is told to the person who asked and to the one who cancelled, each where they did', () => {
    const after = stopJob(aUnit({ jobs: [job] }), job, later);

    expect(after.notices.map(({ kind, to, asker }) => [kind, to, asker])).toEqual([
      ['job.cancelled', { channel: 'C1', thread: '1.1' }, 'U1'],
      ['job.cancelled', { person: 'U2' }, 'U2'],
    ]);
  });

  it('is told once where both asked in the same place', () => {
    const same = { ...job, cancel: { ...by, origin: job.origin } };

    expect(stopJob(aUnit({ jobs: [same] }), same, later).notices).toHaveLength(1);
  });

  it('says how many projects have an offer and how many get none', () => {
    const step = { kind: 'deliver-offer', seconds: 1, facts: {} };
    const sharing = making({
      type: 'imsAddImageMembersJob',
      cancel: by,
      steps: [
        { ...step, target: p2, state: 'done' },
        { ...step, target: p3, state: 'waiting' },
      ],
    });
    const after = stopJob(aUnit({ jobs: [sharing] }), sharing, later);

    expect(after.notices[0]?.facts).toMatchObject({ by: 'Dan', kept: 1, left: 1 });
  });

  it('stays as it is when nobody cancelled it', () => {
    const unit = aUnit({ jobs: [making()] });

    expect(stopJob(unit, making(), later)).toBe(unit);
  });
});

it('work that has begun its last step in line with others is too late, and some work never can be', () => {
  const done = making().steps.map((step) => ({ ...step, state: 'done' as const }));

  expect(cancelState(making())).toBe('yes');
  expect(cancelState(making({ steps: done }))).toBe('too-late');
  expect(cancelState(making({ type: 'imsDeleteImage' }))).toBe('never');
});
