import { expect, it } from 'vitest';
import { wakesAt } from '../../src/images/wakes-at.ts';
import { aHome, creation } from '../cloud/a-lab.ts';
import { aNotice } from '../storage/units.ts';

it('lets a unit rest that has promised nothing', () => {
  expect(wakesAt(aHome([]))).toBeUndefined();
  expect(wakesAt(aHome([{ ...creation(), endedAt: '2026-11-20T09:00:00.000Z' }]))).toBeUndefined();
});

it('wakes a unit at once that has an open job or owes a notice', () => {
  expect(wakesAt(aHome([creation()]))).toBe(0);
  expect(wakesAt({ ...aHome([]), notices: [aNotice('n1')] })).toBe(0);
});
