import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { estimate, type History, slowness, withPast } from '../../src/images/history.ts';
import type { Job } from '../../src/images/job.ts';
import { Unit } from '../../src/images/unit.ts';
import { aJob, at, aUnit } from './builders.ts';

const type = 'imsCreateImageByInstance';

/** A history in which jobs that should have taken 100 s took so many. */
function history(...took: readonly number[]): History {
  return { [type]: took.map((seconds) => ({ planned: 100, took: seconds })) };
}

const someHistory = fc
  .array(fc.record({ planned: fc.integer({ min: 10, max: 5000 }), took: fc.nat(20_000) }), {
    minLength: 5,
    maxLength: 50,
  })
  .map((past): History => ({ [type]: past }));
const seconds = fc.integer({ min: 1, max: 100_000 });

function msLater(ms: number): string {
  return new Date(Date.parse(at) + ms).toISOString();
}

function running(planned: number, changed: Parameters<typeof aJob>[0] = {}): Job {
  return aJob({ steps: [{ kind: 'transfer', seconds: planned, state: 'waiting' }], ...changed });
}

describe('the estimate of how long work takes', () => {
  it('is the documented sample while fewer than five such jobs are known', () => {
    expect(estimate(history(1, 2, 3, 4), type, 80)).toEqual({
      low: 80,
      likely: 80,
      high: 80,
      from: 0,
    });
  });

  it('is as much longer as such jobs were, whatever their size', () => {
    expect(estimate(history(200, 200, 200, 200, 200), type, 30)).toEqual({
      low: 60,
      likely: 60,
      high: 60,
      from: 5,
    });
  });

  it('leaves out the quickest and the slowest tenth', () => {
    const took = Array.from({ length: 11 }, (_, n) => 100 + n * 10);

    expect(estimate(history(...took), type, 100)).toMatchObject({ from: 11 });
    expect(estimate(history(...took), type, 100).low).toBeCloseTo(110);
    expect(estimate(history(...took), type, 100).likely).toBeCloseTo(150);
    expect(estimate(history(...took), type, 100).high).toBeCloseTo(190);
  });

  it('says nothing by jobs of another type', () => {
    const other: History = { imsDeleteImage: Array(5).fill({ planned: 100, took: 1 }) };

    expect(estimate(other, type, 100).from).toBe(0);
  });

  it('lies between its ends, whatever was', () => {
    fc.assert(
      fc.property(someHistory, seconds, (past, planned) => {
        const { low, likely, high } = estimate(past, type, planned);

        expect(low).toBeLessThanOrEqual(likely);
        expect(likely).toBeLessThanOrEqual(high);
      }),
    );
  });

  it('is never shorter for more work', () => {
    fc.assert(
      fc.property(someHistory, seconds, seconds, (past, one, other) => {
        const less = estimate(past, type, Math.min(one, other));
        const more = estimate(past, type, Math.max(one, other));

        expect(less.low).toBeLessThanOrEqual(more.low);
        expect(less.likely).toBeLessThanOrEqual(more.likely);
        expect(less.high).toBeLessThanOrEqual(more.high);
      }),
    );
  });

  it('leaves no more than a tenth of the jobs that were beyond either end', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(1000), { minLength: 5, maxLength: 50 }), (took) => {
        const { low, high } = estimate(history(...took), type, 100);
        const tenth = Math.ceil((took.length - 1) * 0.1);

        expect(took.filter((each) => each < low - 1e-6).length).toBeLessThanOrEqual(tenth);
        expect(took.filter((each) => each > high + 1e-6).length).toBeLessThanOrEqual(tenth);
      }),
    );
  });
});

describe('a job that takes unusually long', () => {
  const twenty = history(...Array.from({ length: 20 }, (_, n) => 100 + n));

  it.each([
    ['took as long as most did', 110_000, undefined],
    ['takes longer than nearly all did', 118_500, { percent: 95, count: 20 }],
    ['takes longer than any did', 200_000, { percent: 100, count: 20 }],
  ])('%s', (_what, ms, expected) => {
    expect(slowness(twenty, running(100), msLater(ms), 1)).toEqual(expected);
  });

  it('is measured in the time of the cloud it runs in', () => {
    expect(slowness(twenty, running(100), msLater(20_000), 10)).toMatchObject({ percent: 100 });
    expect(slowness(twenty, running(100), msLater(20_000), 1)).toBeUndefined();
  });

  it.each([
    ['waits in line', running(100, { inLine: true })],
    ['has ended', running(100, { status: 'SUCCESS', endedAt: msLater(900_000) })],
    ['is over in a moment', running(5)],
    ['began only now, after its time in line', running(100, { begunAt: msLater(899_000) })],
  ])('is not one that %s', (_what, job) => {
    expect(slowness(twenty, job, msLater(900_000), 1)).toBeUndefined();
  });
});

describe('what is remembered of finished jobs', () => {
  const steps = [
    { kind: 'a', seconds: 20, state: 'done' },
    { kind: 'b', seconds: 50, state: 'skipped' },
    { kind: 'c', seconds: 40, state: 'done' },
  ] as const;
  const ended = aJob({ status: 'SUCCESS', endedAt: msLater(30_000), steps: [...steps] });

  it('is what they did and how long it took, in documented seconds', () => {
    expect(withPast(aUnit(), ended, 4).history).toEqual({ [type]: [{ planned: 60, took: 120 }] });
  });

  it('leaves out the time in line', () => {
    const job = { ...ended, begunAt: msLater(20_000) };

    expect(withPast(aUnit(), job, 1).history).toEqual({ [type]: [{ planned: 60, took: 10 }] });
  });

  it.each([
    ['that failed', { ...ended, status: 'FAIL' } as const],
    ['that were over in a moment', aJob({ status: 'SUCCESS', endedAt: at })],
  ])('is nothing of jobs %s', (_what, job) => {
    expect(withPast(aUnit(), job, 1).history).toEqual({});
  });

  it('is the last fifty of each type', () => {
    const many = Array.from({ length: 60 }, (_, n) => ({
      ...ended,
      endedAt: msLater((n + 1) * 1000),
    }));
    const unit = many.reduce((left, job) => withPast(left, job, 1), aUnit());

    expect(unit.history[type]?.map(({ took }) => took)).toEqual(
      Array.from({ length: 50 }, (_, n) => n + 11),
    );
  });

  it('is nothing in a unit of an older Goldie', () => {
    const { history: _, ...old } = aUnit();

    expect(Unit.parse(old).history).toEqual({});
  });
});
