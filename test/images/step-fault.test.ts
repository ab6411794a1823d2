import { describe, expect, it } from 'vitest';
import { labFaults } from '../../src/cloud/lab-faults.ts';
import { StepFaults } from '../../src/images/work/step-fault.ts';
import { aJob } from './builders.ts';

describe('faults as people write them', () => {
  it('name a type of job, a kind of step, a code and a reason', () => {
    expect(StepFaults.parse('imsImportImageJob/transfer = IMG.0046: the disk: gone')).toEqual([
      { job: 'imsImportImageJob', step: 'transfer', code: 'IMG.0046', reason: 'the disk: gone' },
    ]);
  });

  it('may be several, hold for all jobs, and only for the first times', () => {
    const faults = StepFaults.parse('*/transfer first 2=IMG.0046 ; */write-file = IMG.0069: x;');

    expect(faults).toMatchObject([
      { job: '*', first: 2, reason: 'the lab was told to fail here' },
      { step: 'write-file', reason: 'x' },
    ]);
  });

  it('are none in an empty text', () => {
    expect(StepFaults.parse(' ; ')).toEqual([]);
  });

  it.each([
    ['transfer = IMG.0046', 'is no fault'],
    ['*/transfer', 'is no fault'],
    ['*/transfer = 46', 'is no fault'],
    ['*/transfer first 0 = IMG.0046', 'is no fault'],
    ['makeImage/transfer = IMG.0046', 'imsCreateImageByInstance'],
    ['*/transfre = IMG.0046', 'start-transfer, transfer'],
    ['*/release-source = IMG.0046', 'no step that can fail'],
  ])('%s is told what is wrong with it', (text, words) => {
    const { error } = StepFaults.safeParse(text);

    expect(error?.issues.map(({ message }) => message).join()).toContain(words);
  });

  it('are all named at once', () => {
    expect(StepFaults.safeParse('a; */b = IMG.0001').error?.issues).toHaveLength(2);
  });
});

describe('a lab that is told to fail', () => {
  const step = { kind: 'transfer', seconds: 1, state: 'waiting', facts: {} } as const;

  it('fails at that step of that type of job, and nowhere else', () => {
    const fails = labFaults(StepFaults.parse('imsCreateImageByInstance/transfer = IMG.0046: x'));

    expect(fails(aJob(), step)).toEqual({ code: 'IMG.0046', reason: 'x' });
    expect(fails(aJob(), { ...step, kind: 'start-transfer' })).toBeUndefined();
    expect(fails(aJob({ type: 'imsImportImageJob' }), step)).toBeUndefined();
  });

  it('fails as often as it is told to, and goes on with the next fault that fits', () => {
    const fails = labFaults(
      StepFaults.parse('*/transfer first 2 = IMG.0001; */transfer = IMG.0002'),
    );

    const codes = [1, 2, 3, 4].map(() => fails(aJob(), step)?.code);
    expect(codes).toEqual(['IMG.0001', 'IMG.0001', 'IMG.0002', 'IMG.0002']);
  });
});
