import { expect, it } from 'vitest';
import { wakesAt } from '../../src/images/wakes-at.ts';
import { aHome, creation } from '../cloud/a-lab.ts';
import { aNotice } from '../storage/units.ts';
import { anImage, aUnit } from './builders.ts';

it('lets a unit rest that has promised nothing', () => {
  expect(wakesAt(aHome([]))).toBeUndefined();
  expect(wakesAt(aHome([{ ...creation(), endedAt: '2026-11-20T09:00:00.000Z' }]))).toBeUndefined();
});

it('wakes a unit at once that has an open job or owes a notice', () => {
  expect(wakesAt(aHome([creation()]))).toBe(0);
  expect(wakesAt({ ...aHome([]), notices: [aNotice('n1')] })).toBe(0);
});

it('wakes a unit with something in its recycle bin when that is told of, and when it is over', () => {
  const bin = { by: 'U1', at: '2026-11-20T09:00:00.000Z', origin: { channel: 'C1' } };
  const binned = (warned: boolean) =>
    wakesAt(
      aUnit({ images: [anImage({ bin: { ...bin, until: '2026-11-27T09:00:00.000Z', warned } })] }),
    );

  expect(binned(false)).toBe(Date.parse('2026-11-26T09:00:00.000Z'));
  expect(binned(true)).toBe(Date.parse('2026-11-27T09:00:00.000Z'));
});
