import { beforeAll, describe, expect, it } from 'vitest';
import type { Asking } from '../../src/operations/operation.ts';
import { find, type Option, type SlotKind } from '../../src/operations/slot.ts';
import { count, freeText, sizeGb } from '../../src/operations/slot-kinds.ts';
import { nearest } from '../../src/understanding/nearest.ts';
import { anAsking } from './an-asking.ts';

let asking: Asking;
beforeAll(async () => {
  asking = await anAsking();
});

describe('finding what somebody meant', () => {
  const web: Option = { value: 'id-1', label: 'web' };
  const Web: Option = { value: 'id-2', label: 'Web' };
  const db: Option = { value: 'id-3', label: 'db' };

  it('takes an ID or a name as it is written', () => {
    expect(found('id-3', web, db)).toEqual({ kind: 'found', value: 'id-3' });
    expect(found('web', web, Web)).toEqual({ kind: 'found', value: 'id-1' });
  });

  it('takes a name in other letters when only one has it', () => {
    expect(found('DB', web, db)).toEqual({ kind: 'found', value: 'id-3' });
    expect(found('WEB', web, Web)).toEqual({ kind: 'several', options: [web, Web] });
  });

  it('asks which one when two have the same name', () => {
    const other = { ...web, value: 'id-4' };

    expect(found('web', web, other)).toEqual({ kind: 'several', options: [web, other] });
  });

  it('offers the names that are near, and none when nothing is', () => {
    expect(found('webb', web, db)).toEqual({ kind: 'unknown', near: [web] });
    expect(found('something else', web, db)).toEqual({ kind: 'unknown', near: [] });
  });

  it('takes other words only where the kind accepts them, and never before a name', () => {
    const kind: SlotKind = { options: () => [web], accept: (said) => `${said}!` };

    expect(find('web', kind, asking, nearest)).toEqual({ kind: 'found', value: 'id-1' });
    expect(find('new', kind, asking, nearest)).toEqual({ kind: 'found', value: 'new!' });
  });

  function found(said: string, ...options: readonly Option[]) {
    return find(said, { options: () => options }, asking, nearest);
  }
});

it.each([
  ['40', '40'],
  ['40 GB', '40'],
  ['40gib', '40'],
  ['2 TB', '2048'],
  ['forty', undefined],
  ['-1', undefined],
])('reads the size %s as %s GB', (said, gb) => {
  expect(sizeGb.accept?.(said, asking)).toBe(gb);
});

it('reads whole numbers as a count and any words as a name', () => {
  expect(count.accept?.('007', asking)).toBe('7');
  expect(count.accept?.('1.5', asking)).toBeUndefined();
  expect(freeText.accept?.('any words', asking)).toBe('any words');
});
