import type { JobId, ProjectId } from '../images/ids.ts';
import type { Profile } from '../images/profile.ts';
import type { Unit } from '../images/unit.ts';
import type { Caller, Directory, World } from '../images/world.ts';

/** A value with the version it was read at; a commit based on an older version is refused. */
export interface Stored<T> {
  readonly value: T;
  readonly version: number;
}

/** Keeps units. Implemented in src/storage (lowdb files, and a memory twin); chosen in src/main.ts. */
export interface UnitStore {
  /** A copy of the unit, or undefined when the project has none. */
  read(project: ProjectId): Promise<Stored<Unit> | undefined>;
  /** Replaces the unit, durably, if it is still at that version (0: does not exist yet). False: somebody was faster. */
  commit(project: ProjectId, basedOn: number, next: Unit): Promise<boolean>;
  /** Projects that have a unit. */
  projects(): Promise<readonly ProjectId[]>;
  /** The units that want to be looked at although nobody asks for anything, and when. May name too many, never too few. */
  waking(): Promise<readonly Waking[]>;
}

/** `at`: ms since the epoch; 0 is at once. */
export interface Waking {
  readonly project: ProjectId;
  readonly at: number;
}

/** A world and the version of the caller's own unit it shows. */
export interface View {
  readonly world: World;
  readonly version: number;
}

/** What the operations need of a cloud: look at it, and put a decided change into effect. */
export interface Cloud {
  readonly directory: Directory;
  /** The limits of the cloud a project lives in. */
  profileOf(project: ProjectId): Profile;
  /** Everything a decision of this caller may look at, with the units of the other projects named. */
  look(caller: Caller, others?: readonly ProjectId[]): Promise<View>;
  /** Puts the caller's unit as decided into effect, durably, and starts its new jobs. False: look again, decide again. */
  commit(project: ProjectId, basedOn: number, next: Unit): Promise<boolean>;
}

/** What became of a job when it was its turn. */
export interface Moved {
  /** The unit after the move. */
  readonly unit: Unit;
  /** When it is worth looking again, ms since the epoch; undefined when the job has ended, or waits for another to end. */
  readonly dueAt?: number;
  /** Other units the move changed (offers delivered, answers brought back). */
  readonly touched: readonly ProjectId[];
}

/** What the job runner needs of a cloud: do the next piece of a job. Safe to repeat at any time. */
export interface Hands {
  advance(project: ProjectId, job: JobId): Promise<Moved>;
  /** Does what is due in a project's recycle bin, and says when to look again. Safe to repeat at any time. */
  advanceBin(project: ProjectId): Promise<Moved>;
}
