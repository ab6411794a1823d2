import { describe, expect, it } from 'vitest';
import { type Job, JobType } from '../../src/images/job.ts';
import { makesImages } from '../../src/images/making.ts';
import { operateServer } from '../../src/images/operations/operate-server.ts';
import type { Unit } from '../../src/images/unit.ts';
import { cancelState } from '../../src/images/work/cancelling.ts';
import { stepWork } from '../../src/images/work/step-work.ts';
import { memoryUnitStore } from '../../src/storage/unit-store.ts';
import { aCause, at, aWorld, carriedOut } from '../images/builders.ts';
import { aClock, drive, fill, unitsIn } from './drive.ts';
import { type Accepted, everyJob } from './every-job.ts';

const everyStep = JobType.options.flatMap((type) =>
  jobOf(everyJob[type]()).steps.map((step, index) => [type, step.kind, index] as const),
);

describe('when the cloud fails', () => {
  const fallible = everyStep.filter(([, kind]) => !stepWork[kind]?.bookkeeping);

  it.each(fallible)('at %s, %s (step %i), nothing is left behind', async (type, _kind, index) => {
    const accepted = everyJob[type]();
    const after = await ended(accepted, accepted.after, index);

    expect(jobOf({ ...accepted, after }).status).toBe('FAIL');
    expect(after.map(resources)).toEqual(sorted(accepted.before).map(resources));
    expect(after.flatMap(unfinished)).toEqual([]);
    expect(newImages(accepted, after).filter(({ status }) => status !== 'killed')).toEqual([]);
    expect(after.flatMap(sharesOfOneSide(after))).toEqual([]);
  });
});

describe('when somebody cancels', () => {
  const stoppable = everyStep.filter(([type, kind]) => {
    const waiting = { kind, seconds: 1, state: 'waiting', facts: {} } as const;
    return cancelState({ type, steps: [waiting] }) === 'yes';
  });

  it.each(stoppable)(
    '%s before %s (step %i), nothing is left behind',
    async (type, _kind, index) => {
      const accepted = everyJob[type]();
      const begun = await upTo(accepted, index);
      const after = await ended(accepted, begun.map(cancelled(accepted)));

      expect(jobOf({ ...accepted, after }).error?.code).toBe('IMSX.0061');
      expect(after.map(resources)).toEqual(sorted(accepted.before).map(resources));
      expect(after.flatMap(unfinished)).toEqual([]);
      expect(newImages(accepted, after).filter(({ status }) => status !== 'deleted')).toEqual([]);
      expect(after.flatMap(sharesOfOneSide(after))).toEqual([]);
    },
  );
});

describe('T11: an image of a server that is told something meanwhile', () => {
  const ofServers = JobType.options.filter((type) => {
    const { serverId } = jobOf(everyJob[type]());
    return makesImages(type) && serverId !== undefined;
  });

  it('is made by these jobs', () => {
    expect(ofServers).toEqual([
      'imsCreateImageByInstance',
      'imsCreateWholeImageByInstanceJob',
      'imsVolumesToSysDataImagesJob',
      'imsVolumeCreateImageJob',
    ]);
  });

  const unlocked = ofServers.filter((type) => type !== 'imsCreateWholeImageByInstanceJob');

  it.each(unlocked.flatMap((type) => [[type, 0] as const, [type, 1] as const]))(
    'fails for %s at step %i, and nothing of it is left',
    async (type, index) => {
      const accepted = everyJob[type]();
      const [own] = await upTo(accepted, index);
      if (!own) throw new Error('there is no project');
      const running = own.servers[0]?.state === 'running';
      const action = running ? 'stop' : 'start';
      const after = carriedOut(
        operateServer,
        aWorld({ own }),
        { server: 's1', action },
        aCause('click-2'),
      );

      expect(after.jobs[0]).toMatchObject({ status: 'FAIL', error: { code: 'IMG.0014' } });
      expect(newImages(accepted, [after]).map(({ status }) => status)).toEqual(['killed']);
      expect(after.snapshotsUsed).toBe(accepted.before[0]?.snapshotsUsed);
    },
  );
});

/** All projects once the job has ended; `broken`: the step at which the cloud fails. */
async function ended(
  { home }: Accepted,
  from: readonly Unit[],
  broken?: number,
): Promise<readonly Unit[]> {
  const units = memoryUnitStore();
  await fill(units, from);
  await drive(units, home, aClock(), (job, step) =>
    job.steps.indexOf(step) === broken ? { code: 'IMG.0999', reason: 'broken' } : undefined,
  );
  return unitsIn(units);
}

/** All projects when the job stands before one of its steps. */
async function upTo(accepted: Accepted, index: number): Promise<readonly Unit[]> {
  const units = memoryUnitStore();
  await fill(units, accepted.after);
  const stop = new Error('this far');
  const halted = drive(units, accepted.home, aClock(), (job, step) => {
    if (job.steps.indexOf(step) === index) throw stop;
    return undefined;
  });
  await expect(halted).rejects.toBe(stop);
  return unitsIn(units);
}

function cancelled({ home }: Accepted) {
  const cancel = { who: 'U2', name: 'Dan', at, origin: { person: 'U2' } };
  return (unit: Unit): Unit =>
    unit.project === home ? { ...unit, jobs: unit.jobs.map((job) => ({ ...job, cancel })) } : unit;
}

function jobOf({ home, after }: Accepted): Job {
  const job = after.find(({ project }) => project === home)?.jobs[0];
  if (!job) throw new Error('there is no job');
  return job;
}

function sorted(units: readonly Unit[]): readonly Unit[] {
  return units.toSorted((a, b) => a.project.localeCompare(b.project));
}

/** What a project has and pays for. */
function resources({ servers, disks, vaults, backups, buckets, snapshotsUsed }: Unit) {
  return { servers, disks, vaults, backups, buckets, snapshotsUsed };
}

/** Images on their way to something, or busy with work that nobody does any more. */
function unfinished({ images }: Unit): readonly unknown[] {
  return images.filter(
    ({ status, busy }) =>
      ['queued', 'saving', 'pending_delete'].includes(status) || busy.length > 0,
  );
}

function newImages({ before }: Accepted, after: readonly Unit[]) {
  const known = new Set(before.flatMap(({ images }) => images.map(({ id }) => id)));
  return after.flatMap(({ images }) => images).filter(({ id }) => !known.has(id));
}

/** Members of an image whose projects know nothing of it. */
function sharesOfOneSide(all: readonly Unit[]) {
  return ({ images }: Unit) =>
    images.flatMap(({ id, members }) =>
      members.filter(
        ({ project }) =>
          !all
            .find((unit) => unit.project === project)
            ?.received.some(({ imageId }) => imageId === id),
      ),
    );
}
