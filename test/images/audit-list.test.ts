import { describe, expect, it } from 'vitest';
import { listAudit } from '../../src/images/audit-list.ts';
import { AuditLine } from '../../src/images/unit.ts';
import { aProfile, at, aUnit, aWorld, p2, p3 } from './builders.ts';

function line(id: string, hoursAgo: number, changed: Partial<AuditLine> = {}): AuditLine {
  return AuditLine.parse({
    id,
    at: new Date(Date.parse(at) - hoursAgo * 3_600_000).toISOString(),
    who: 'U1',
    operation: 'image.share',
    outcome: 'done',
    ...changed,
  });
}

function hoursAgo(hours: number): string {
  return new Date(Date.parse(at) - hours * 3_600_000).toISOString();
}

const audit = [
  line('old', 8 * 24),
  line('week', 100, { outcome: 'failed', facts: { projects: `${p3} ${p2}` } }),
  line('day', 20, { outcome: 'refused', who: 'U2', operation: 'image.delete' }),
  line('now', 0, { imageId: 'img-1', imageName: 'web-golden' }),
];

function ids(query: Parameters<typeof listAudit>[1], profile = aProfile()): readonly string[] {
  const list = listAudit(aWorld({ own: aUnit({ audit }), profile }), query);
  if ('findings' in list) throw new Error(JSON.stringify(list.findings));
  return list.lines.map(({ id }) => id);
}

describe('the audit trail', () => {
  it.each([
    ['everything of the last seven days, newest first', {}, ['now', 'day', 'week']],
    ['the last hour', { from: hoursAgo(1) }, ['now']],
    ['the last day', { from: hoursAgo(24) }, ['now', 'day']],
    ['what was done', { status: 'normal' }, ['now']],
    ['what was refused', { status: 'warning' }, ['day']],
    ['what failed', { status: 'incident' }, ['week']],
    ['one person', { who: 'U2' }, ['day']],
    ['one operation', { operation: 'image.delete' }, ['day']],
    ['an image by name', { image: 'web-golden' }, ['now']],
    ['an image by ID', { image: 'img-1' }, ['now']],
    ['all of these at once', { who: 'U1', status: 'warning' }, []],
    ['what was before a moment', { to: hoursAgo(20) }, ['week']],
    ['what began in a span', { from: hoursAgo(24), to: hoursAgo(1) }, ['day']],
    ['a kind of operation', { operation: 'delete' }, ['day']],
    ['what another project was concerned in', { project: p2 }, ['week']],
    ['the archive, too', { archive: true }, ['now', 'day', 'week', 'old']],
    ['one page after another', { offset: 1 }, ['day', 'week']],
  ] as const)('gives %s', (_what, query, expected) => {
    expect(ids(query)).toEqual(expected);
  });

  it.each([
    ['delete', ['expired', 'purged', 'deleted']],
    ['purge', ['purged']],
    ['expire', ['expired']],
    ['image.delete', ['deleted']],
  ])('counts all ways to lose an image as a delete: %s', (operation, expected) => {
    const own = aUnit({
      audit: [
        line('deleted', 3, { operation: 'image.delete' }),
        line('purged', 2, { operation: 'image.purge' }),
        line('expired', 1, { operation: 'bin.expire' }),
      ],
    });

    expect(listAudit(aWorld({ own }), { operation })).toMatchObject({
      lines: expected.map((id) => ({ id })),
    });
  });

  it('goes back seven days and no further (case 254, R-AUD-03)', () => {
    const world = aWorld({ own: aUnit({ audit }) });

    expect(listAudit(world, { from: hoursAgo(7 * 24) })).toHaveProperty('lines');
    expect(listAudit(world, { from: hoursAgo(7 * 24 + 1) })).toMatchObject({
      findings: [{ rule: 'R-AUD-03', code: 'IMSX.0026', facts: { retentionDays: 7 } }],
    });
  });

  it('reaches into what has left the unit, each line once', () => {
    const world = aWorld({ own: aUnit({ audit: audit.slice(2) }) });
    const list = listAudit(world, { archive: true }, audit.slice(0, 3));

    expect('lines' in list && list.lines.map(({ id }) => id)).toEqual([
      'now',
      'day',
      'week',
      'old',
    ]);
  });

  it('gives at most as many lines as the cloud exports, and says how many there are', () => {
    const profile = aProfile('huawei', { audit: { exportMax: 2 } });

    expect(listAudit(aWorld({ own: aUnit({ audit }), profile }), {})).toMatchObject({ total: 3 });
    expect(ids({}, profile)).toEqual(['now', 'day']);
  });
});
