import { describe, expect, it } from 'vitest';
import type { ArchivingUnitStore } from '../../src/storage/unit-store.ts';
import { lowdbUnitStore, memoryUnitStore } from '../../src/storage/unit-store.ts';
import { aClock, aStateDir } from './a-state-dir.ts';
import { aNotice, aUnit, auditLines, data, web } from './units.ts';

const hour = 60 * 60 * 1000;

unitStoreContract('memory', async (clock) => memoryUnitStore(clock));
unitStoreContract('lowdb', async (clock) => lowdbUnitStore(await aStateDir(), clock));

function unitStoreContract(
  name: string,
  open: (clock: () => number) => Promise<ArchivingUnitStore>,
): void {
  describe(`a ${name} unit store`, () => {
    it('knows nothing of a project nobody committed', async () => {
      const store = await open(aClock());

      expect(await store.read(web)).toBeUndefined();
      expect(await store.projects()).toEqual([]);
    });

    it('gives back what was committed, and counts the commits', async () => {
      const store = await open(aClock());

      expect(await store.commit(web, 0, aUnit(web))).toBe(true);
      expect(await store.commit(web, 1, aUnit(web, { snapshotsUsed: 3 }))).toBe(true);

      expect(await store.read(web)).toEqual({
        value: aUnit(web, { snapshotsUsed: 3 }),
        version: 2,
      });
      expect(await store.projects()).toEqual([web]);
    });

    it('refuses a commit that is based on an older version, and keeps what it has', async () => {
      const store = await open(aClock());
      await store.commit(web, 0, aUnit(web, { snapshotsUsed: 1 }));

      expect(await store.commit(web, 0, aUnit(web))).toBe(false);
      expect(await store.commit(web, 2, aUnit(web))).toBe(false);
      expect((await store.read(web))?.value.snapshotsUsed).toBe(1);
    });

    it('lets exactly one of several racing commits win', async () => {
      const store = await open(aClock());

      const racers = [1, 2, 3, 4, 5].map((used) =>
        store.commit(web, 0, aUnit(web, { snapshotsUsed: used })),
      );

      expect((await Promise.all(racers)).filter(Boolean)).toHaveLength(1);
      expect((await store.read(web))?.version).toBe(1);
    });

    it('cannot be changed through what was handed in or out', async () => {
      const store = await open(aClock());
      const mine = { ...aUnit(web), audit: auditLines(0, 1) };
      await store.commit(web, 0, mine);

      mine.audit.pop();
      const theirs = (await store.read(web))?.value.audit;

      expect(theirs).toHaveLength(1);
      expect(Object.isFrozen(theirs)).toBe(true);
      expect(Object.isFrozen(theirs?.[0]?.facts)).toBe(true);
    });

    it('keeps units of different projects apart', async () => {
      const store = await open(aClock());

      await Promise.all([store.commit(web, 0, aUnit(web)), store.commit(data, 0, aUnit(data))]);

      expect((await store.read(web))?.value.project).toBe(web);
      expect((await store.read(data))?.value.project).toBe(data);
      expect(await store.projects()).toHaveLength(2);
    });

    it('rejects the unit of another project, and a move to another region', async () => {
      const store = await open(aClock());
      await store.commit(web, 0, aUnit(web));

      await expect(store.commit(data, 0, aUnit(web))).rejects.toThrow(/cannot be kept/);
      await expect(store.commit(web, 1, aUnit(web, { region: 'eu-nl' }))).rejects.toThrow(
        /cannot be kept/,
      );
    });

    it('plants units where there are none, and leaves those that are there', async () => {
      const store = await open(aClock());
      await store.commit(web, 0, aUnit(web, { snapshotsUsed: 3 }));

      await store.plant([aUnit(web), aUnit(data, { notices: [aNotice('n1')] })]);

      expect((await store.read(web))?.value.snapshotsUsed).toBe(3);
      expect(await store.read(data)).toMatchObject({ version: 1, value: { project: data } });
      expect((await store.projects()).toSorted()).toEqual([web, data]);
      expect(await store.waking()).toEqual([{ project: data, at: 0 }]);
      expect(await store.commit(data, 1, aUnit(data))).toBe(true);
    });

    it('moves the oldest audit lines to the archive and loses none', async () => {
      const store = await open(aClock());
      await store.commit(web, 0, aUnit(web, { audit: auditLines(0, 500) }));
      expect(await store.archived(web)).toHaveLength(0);

      await store.commit(web, 1, aUnit(web, { audit: auditLines(0, 501) }));

      const kept = (await store.read(web))?.value.audit ?? [];
      const archived = await store.archived(web);
      expect([...archived, ...kept].map(({ id }) => id)).toEqual(
        auditLines(0, 501).map(({ id }) => id),
      );
      expect(archived.length).toBeGreaterThan(0);
      expect(kept.length).toBeLessThanOrEqual(500);
    });

    it('counts an audit line that was archived twice once', async () => {
      const store = await open(aClock());
      const next = aUnit(web, { audit: auditLines(0, 501) });

      await store.commit(web, 0, next);
      await store.commit(web, 1, next);

      const ids = (await store.archived(web)).map(({ id }) => id);
      expect(new Set(ids).size).toBe(ids.length);
    });

    it('forgets effects after a day, but those of job steps only after thirty', async () => {
      const clock = aClock();
      const store = await open(clock);
      clock.pass(1);
      const at = new Date(clock()).toISOString();
      const unit = aUnit(web, { effects: { click: { at }, 'j1/0': { at, job: 'j1' } } });
      await store.commit(web, 0, unit);

      clock.pass(25 * hour);
      await store.commit(web, 1, unit);
      expect(Object.keys((await store.read(web))?.value.effects ?? {})).toEqual(['j1/0']);

      clock.pass(30 * 24 * hour);
      await store.commit(web, 2, unit);
      expect((await store.read(web))?.value.effects).toEqual({});
    });

    it('keeps effects of the life before while the work of that life is finished', async () => {
      const clock = aClock();
      const store = await open(clock);
      const unit = aUnit(web, { effects: { click: { at: '2026-11-01T00:00:00.000Z' } } });

      await store.commit(web, 0, unit);
      expect((await store.read(web))?.value.effects).toHaveProperty('click');

      clock.pass(2 * hour);
      await store.commit(web, 1, unit);
      expect((await store.read(web))?.value.effects).toEqual({});
    });

    it('keeps the last hundred ended jobs, and every open one', async () => {
      const store = await open(aClock());
      const jobs = Array.from({ length: 130 }, (_, index) => aJob(index, index >= 5));

      await store.commit(web, 0, aUnit(web, { jobs }));

      const kept = (await store.read(web))?.value.jobs.map(({ id }) => id) ?? [];
      expect(kept).toHaveLength(105);
      expect(kept.slice(0, 6)).toEqual(['j0', 'j1', 'j2', 'j3', 'j4', 'j30']);
    });
  });
}

function aJob(index: number, ended: boolean) {
  const at = new Date(Date.parse('2026-11-20T00:00:00.000Z') + index * 1000).toISOString();
  return {
    id: `j${index}`,
    type: 'imsAddImageMembersJob' as const,
    operation: 'image.share',
    status: ended ? ('SUCCESS' as const) : ('RUNNING' as const),
    requestedBy: 'U0WEBOP',
    origin: { person: 'U0WEBOP' },
    createdAt: at,
    stepBegunAt: at,
    ...(ended && { endedAt: at }),
    steps: [],
  };
}
