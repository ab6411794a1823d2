import type { Instant, ProjectId } from '../ids.ts';
import type { Job, JobStep } from '../job.ts';
import type { Unit } from '../unit.ts';

/** What became of a step. Not ok: the job fails for this reason and `failJob` cleans up. */
export type StepResult =
  | { readonly ok: true; readonly unit: Unit }
  | { readonly ok: false; readonly code: string; readonly reason: string };

/** The project a job belongs to. */
interface Home {
  readonly project: ProjectId;
  readonly region: string;
  readonly images: Unit['images'];
}

/** The work of one kind of step: on the job's own unit, or on the unit of the step's target. Repeating it changes nothing. */
export interface StepWork {
  readonly own?: (unit: Unit, job: Job, step: JobStep, at: Instant) => StepResult;
  /** `unit` is the target's; `home` says whose job it is. */
  readonly target?: (unit: Unit, job: Job, step: JobStep, at: Instant, home: Home) => StepResult;
  /** Nothing is left to do in a project that no longer exists; otherwise the job fails there. */
  readonly doneWithoutTarget?: true;
  /** Writes down what has happened already: no cloud can fail at it. */
  readonly bookkeeping?: true;
}

export function done(unit: Unit): StepResult {
  return { ok: true, unit };
}

export function failed(code: string, reason: string): StepResult {
  return { ok: false, code, reason };
}
