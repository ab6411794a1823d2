import { withPast } from '../images/history.ts';
import type { JobId, ProjectId } from '../images/ids.ts';
import type { Job, JobStep } from '../images/job.ts';
import { isOpen, withJob } from '../images/record.ts';
import type { Unit } from '../images/unit.ts';
import { cancelState } from '../images/work/cancelling.ts';
import { failJob, finishJob } from '../images/work/end-job.ts';
import type { StepResult } from '../images/work/step.ts';
import { stepWork } from '../images/work/step-work.ts';
import { stopJob } from '../images/work/stop-job.ts';
import type { Directory } from '../images/world.ts';
import { changeUnit } from './change.ts';
import { jobAhead, type StepAtHand, stepAtHand } from './due.ts';
import type { Hands, Moved, Stored, UnitStore } from './ports.ts';

/** Says of a step whether it is to fail, and how. */
export type Faults = (
  job: Job,
  step: JobStep,
) => { readonly code: string; readonly reason: string } | undefined;

interface Parts {
  readonly units: UnitStore;
  readonly directory: Directory;
  readonly read: (project: ProjectId) => Promise<Stored<Unit>>;
  readonly clock: () => number;
  readonly timeScale: number;
  readonly faults?: Faults;
}

type Outcome = Extract<StepResult, { ok: false }> | { readonly ok: true };

/** A job that waits for another one which is late looks again after so long. */
const lookAgainMs = 250;

/**
 * Does one step of a job when it is due: first on the unit of its target, where its effect is written down in the same
 * write, then on the job's own unit. Whatever a crash, a repetition or somebody else gets in between, each happens once.
 *
 * A step counts from when the one before was due, not from when it was done: after a rest the lab catches up.
 */
export function labHands(parts: Parts): Hands['advance'] {
  const { units, read, clock, timeScale, faults = () => undefined } = parts;

  return async (project, id): Promise<Moved> => {
    const { value: unit } = await read(project);
    const job = jobOf(unit, id);
    if (job === undefined) return { unit, touched: [] };
    const turn = stepAtHand(job, timeScale);
    if (turn && job.cancel && (await canStop(job, turn)))
      return after(await stop(project, id, turn), id);
    if (job.inLine) return { unit, touched: [] };
    const wait = turn && waitFor(unit, job, turn);
    if (wait !== undefined) return { unit: await begun(project, id), dueAt: wait, touched: [] };

    const outcome = turn ? await onTarget(unit, job, turn) : { ok: true as const };
    if (outcome === 'left') return { unit, dueAt: clock() + lookAgainMs, touched: [] };
    const next = await changeUnit(read, units, project, (now) => {
      const current = jobOf(now, id);
      if (current === undefined || stepAtHand(current, timeScale)?.index !== turn?.index) return;
      return moved(now, current, turn, outcome);
    });
    return after(next, id, outcome.ok && turn?.step.target ? [turn.step.target] : []);
  };

  /** What has become of a job after a move. One that is cancelled is looked at again at once. */
  function after(unit: Unit, id: JobId, touched: readonly ProjectId[] = []): Moved {
    const job = jobOf(unit, id);
    if (job === undefined) return { unit, touched };
    const due = job.cancel ? undefined : stepAtHand(job, timeScale)?.due;
    return { unit, dueAt: due ?? clock(), touched };
  }

  /** When to look again, if the step cannot be done now. */
  function waitFor({ jobs }: Unit, job: Job, { step, due }: StepAtHand): number | undefined {
    const ahead = jobAhead(jobs, job, step);
    if (ahead !== undefined)
      return Math.max(due, stepAtHand(ahead, timeScale)?.due ?? due, clock() + lookAgainMs);
    return clock() < due ? due : undefined;
  }

  /** An accepted job is running from when it is first looked at. */
  function begun(project: ProjectId, id: JobId): Promise<Unit> {
    return changeUnit(read, units, project, (unit) => {
      const job = jobOf(unit, id);
      return job?.status === 'INIT' ? withJob(unit, { ...job, status: 'RUNNING' }) : undefined;
    });
  }

  /**
   * Can a cancelled job still leave its step undone? A step in another project is closed there in the same write that finds it
   * not done, so that nobody does it after all.
   */
  async function canStop(job: Job, { index, step }: StepAtHand): Promise<boolean> {
    if (cancelState(job) !== 'yes') return false;
    if (step.target === undefined || parts.directory.project(step.target) === undefined)
      return true;
    const effect = `${job.id}/${index}`;
    const target = await changeUnit(read, units, step.target, (now) =>
      now.effects[effect] === undefined
        ? {
            ...now,
            effects: {
              ...now.effects,
              [effect]: { at: instant(clock()), job: job.id, refused: true },
            },
          }
        : undefined,
    );
    return target.effects[effect]?.refused === true;
  }

  function stop(project: ProjectId, id: JobId, { index }: StepAtHand): Promise<Unit> {
    return changeUnit(read, units, project, (unit) => {
      const job = jobOf(unit, id);
      if (job === undefined || stepAtHand(job, timeScale)?.index !== index) return undefined;
      return stopJob(unit, job, instant(clock()));
    });
  }

  /** `left`: somebody stops the job and closed the step. */
  async function onTarget(unit: Unit, job: Job, turn: StepAtHand): Promise<Outcome | 'left'> {
    const { index, step } = turn;
    const { target: work, bookkeeping, doneWithoutTarget } = stepWork[step.kind] ?? {};
    const fault = bookkeeping ? undefined : faults(job, step);
    if (fault !== undefined) return { ok: false, ...fault };
    if (step.target === undefined) return { ok: true };
    if (work === undefined) throw new Error(`Nobody knows how to do "${step.kind}" in a target`);
    if (parts.directory.project(step.target) === undefined)
      return doneWithoutTarget
        ? { ok: true }
        : { ok: false, code: 'IMG.0108', reason: 'the project no longer exists' };

    const effect = `${job.id}/${index}`;
    let outcome: Outcome | 'left' = { ok: true };
    await changeUnit(read, units, step.target, (target) => {
      const before = target.effects[effect];
      outcome = before?.refused ? 'left' : { ok: true };
      if (before !== undefined) return undefined;
      const result = work(target, job, step, instant(turn.due), unit);
      if (!result.ok) {
        outcome = result;
        return undefined;
      }
      const at = instant(clock());
      return { ...result.unit, effects: { ...result.unit.effects, [effect]: { at, job: job.id } } };
    });
    return outcome;
  }

  /** The job's own unit after the move. */
  function moved(unit: Unit, job: Job, turn: StepAtHand | undefined, outcome: Outcome): Unit {
    if (turn === undefined) return finished(unit, job, job.stepBegunAt);
    const at = instant(turn.due);
    const result = outcome.ok ? onOwn(unit, job, turn) : outcome;
    if (!result.ok) return failJob(unit, job, { code: result.code, reason: result.reason }, at);
    const worked = jobOf(result.unit, job.id) ?? job;
    const steps = worked.steps.with(turn.index, { ...turn.step, state: 'done' });
    const done: Job = { ...worked, status: 'RUNNING', stepBegunAt: at, steps };
    const after = withJob(result.unit, done);
    return stepAtHand(done, timeScale) ? after : finished(after, done, at);
  }

  function finished(unit: Unit, job: Job, at: string): Unit {
    const after = finishJob(unit, job, at);
    const ended = after.jobs.find(({ id }) => id === job.id);
    return ended ? withPast(after, ended, timeScale) : after;
  }
}

function onOwn(unit: Unit, job: Job, { step, due }: StepAtHand): StepResult {
  if (step.target !== undefined) return { ok: true, unit };
  const work = stepWork[step.kind]?.own;
  if (work === undefined) throw new Error(`Nobody knows how to do "${step.kind}"`);
  return work(unit, job, step, instant(due));
}

function jobOf({ jobs }: Unit, id: JobId): Job | undefined {
  return jobs.find((job) => job.id === id && isOpen(job));
}

function instant(ms: number): string {
  return new Date(ms).toISOString();
}
