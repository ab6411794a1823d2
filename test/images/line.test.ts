import { describe, expect, it } from 'vitest';
import { decide } from '../../src/images/decision.ts';
import { Job } from '../../src/images/job.ts';
import { crowdBefore, msInLine, placeOf } from '../../src/images/line.ts';
import { createSystemImage } from '../../src/images/operations/create-system-image.ts';
import { jobsUnderWay, withJob } from '../../src/images/record.ts';
import type { Unit } from '../../src/images/unit.ts';
import { failJob, finishJob } from '../../src/images/work/end-job.ts';
import {
  aCause,
  aJob,
  aProfile,
  aServer,
  at,
  aUnit,
  aWorld,
  carriedOut,
  later,
} from './builders.ts';
import { running, waiting } from './full-lines.ts';

const copy = 'imsCopyImageInRegionJob';
const steps = [{ kind: 'transfer', seconds: 100, state: 'waiting', facts: {} } as const];

/** Running copies that take 100 s, and one after the other in line. */
function aLine(runningCopies: number, inLine: number): Unit {
  const before = running(runningCopies, copy).map((job) => ({ ...job, steps }));
  const behind = Array.from({ length: inLine }, (_, n) =>
    aJob({ id: `waiting-${n + 1}`, type: copy, status: 'INIT', inLine: true, steps }),
  );
  return aUnit({ jobs: [...before, ...behind] });
}

function jobIn(unit: Unit, id: string): Job {
  const job = unit.jobs.find((each) => each.id === id);
  if (!job) throw new Error(`there is no ${id}`);
  return job;
}

function waitingIn(unit: Unit) {
  return unit.jobs.filter(({ inLine }) => inLine).map(({ id }) => id);
}

describe('a request for which the cloud has no room', () => {
  it.each(waiting)('%s: is accepted and waits in line', (rule, decided) => {
    const decision = decided();
    const unit = decision.carryOut(aCause());

    expect(decision.refused).toBe(false);
    expect(decision.findings).toContainEqual(
      expect.objectContaining({
        rule,
        severity: 'warn',
        facts: expect.objectContaining({ place: 1 }),
      }),
    );
    expect(unit?.jobs.at(-1)).toMatchObject({ inLine: true, status: 'INIT' });
  });

  it('is told its place when others wait already', () => {
    const first = waiting[1][1]().carryOut(aCause('click-1'));

    expect(first && crowdBefore(first, aProfile(), copy)).toEqual({
      running: 5,
      limit: 5,
      place: 2,
    });
  });

  it('does not wait for jobs that count for another limit', () => {
    expect(crowdBefore(aLine(5, 0), aProfile(), 'imsCrossRegionCopyJob')).toBeUndefined();
  });

  it('never waits where the cloud states no figure', () => {
    const unit = aUnit({ jobs: running(500, 'imsCreateImageByInstance') });

    expect(crowdBefore(unit, aProfile('huawei'), 'imsCreateImageByInstance')).toBeUndefined();
  });

  it('counts jobs of all types that make images for one limit', () => {
    const jobs = [
      ...running(39, 'imsCreateImageByInstance'),
      aJob({ id: 'iso', type: 'imsImportImageJob' }),
    ];

    expect(crowdBefore(aUnit({ jobs }), aProfile('otc'), 'imsVolumeCreateImageJob')).toMatchObject({
      running: 40,
      place: 1,
    });
  });
});

describe('a job in line', () => {
  it.each([
    ['finishes', (unit: Unit, job: Job) => finishJob(unit, job, later)],
    [
      'fails',
      (unit: Unit, job: Job) => failJob(unit, job, { code: 'IMG.0014', reason: 'x' }, later),
    ],
  ])('begins when one before it %s, first come, first served', (_how, end) => {
    const unit = aLine(5, 2);
    const after = end(unit, jobIn(unit, 'job-3'));

    expect(waitingIn(after)).toEqual(['waiting-2']);
    expect(jobIn(after, 'waiting-1').stepBegunAt).toBe(later);
    expect(placeOf(after, jobIn(after, 'waiting-2'))).toBe(1);
  });

  it('gives its place to nobody when it ends without having begun', () => {
    const unit = aLine(5, 2);
    const after = failJob(unit, jobIn(unit, 'waiting-1'), { code: 'IMG.0014', reason: 'x' }, later);

    expect(waitingIn(after)).toEqual(['waiting-2']);
    expect(jobsUnderWay(after)).toBe(5);
  });

  it('is not begun by the end of a job that counts for another limit', () => {
    const other = aJob({ id: 'other', type: 'imsNativeExportImageJob' });
    const unit = { ...aLine(5, 1), jobs: [...aLine(5, 1).jobs, other] };

    expect(waitingIn(finishJob(unit, other, later))).toEqual(['waiting-1']);
  });

  it('never begins before it was asked for, also when the lab catches up', () => {
    const line = aLine(5, 1);
    const asked = { ...jobIn(line, 'waiting-1'), createdAt: later };
    const after = finishJob(withJob(line, asked), jobIn(line, 'job-0'), at);

    expect(jobIn(after, 'waiting-1').stepBegunAt).toBe(later);
  });

  it('does not make other work take longer, because the cloud is not at it', () => {
    const own = { ...aLine(1, 3), servers: [aServer()] };
    const unit = carriedOut(createSystemImage, aWorld({ own }), { server: 's1', name: 'web' });
    const seconds = unit.jobs.at(-1)?.steps.reduce((sum, step) => sum + step.seconds, 0);

    expect(seconds).toBeCloseTo(222 * 1.25);
  });

  it('is known to wait after a restart with state of an earlier version, in which nobody did', () => {
    const { inLine: _, ...earlier } = aJob();

    expect(Job.parse(earlier).inLine).toBe(false);
  });
});

describe('the time in line', () => {
  it('is what the first of those before it still takes', () => {
    const unit = aLine(2, 1);
    const half = aJob({ id: 'job-1', type: copy, steps, stepBegunAt: '2026-11-20T11:59:10.000Z' });

    expect(msInLine(withJob(unit, half), jobIn(unit, 'waiting-1'), at, 1)).toBe(50_000);
  });

  it('adds up behind others in line', () => {
    const unit = aLine(2, 5);

    const waits = [1, 2, 3, 4, 5].map((n) => msInLine(unit, jobIn(unit, `waiting-${n}`), at, 1));
    expect(waits).toEqual([100_000, 100_000, 200_000, 200_000, 300_000]);
  });

  it('is nothing for a job that runs', () => {
    const unit = aLine(2, 1);

    expect(msInLine(unit, jobIn(unit, 'job-0'), at, 1)).toBe(0);
  });
});

it('the cloud itself refuses, where Goldie is told not to hold work back', () => {
  const own = aUnit({ servers: [aServer()], jobs: running(40, 'imsCreateImageByInstance') });
  const { refused } = decide(createSystemImage, aWorld({ cloud: 'otc', own }), {
    server: 's1',
    name: 'web',
  });

  expect(refused).toBe(true);
});
