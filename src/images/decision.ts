import type { Finding } from './finding.ts';
import type { ProjectId } from './ids.ts';
import { findings, type Rule } from './rule.ts';
import type { Unit } from './unit.ts';
import type { Cause, World } from './world.ts';

/**
 * One operation of the lifecycle: what it looks at, the rules it obeys, and what it changes when they hold.
 * Adding an operation is adding one of these; nothing else in the code decides.
 */
export interface Lifecycle<Request, Case> {
  /** What a person asks for, e.g. `image.share`. */
  readonly operation: string;
  readonly rules: readonly Rule<Case>[];
  /** Gathers what the rules look at. Never fails: what is missing is undefined, and a rule says so. */
  readonly look: (world: World, request: Request) => Case;
  /** The caller's unit afterwards, with the job, notices and audit line. Only called when nothing blocks. */
  readonly apply: (given: Case, cause: Cause) => Unit;
}

/** What would happen. `targets` that are refused alone are in `findings` and left out by `apply`. */
export interface Decision {
  readonly findings: readonly Finding[];
  readonly refused: boolean;
  readonly needsConfirmation: boolean;
  /**
   * The unit afterwards. Undefined when refused; the unit as it is when the cause already had its effect. Pure: calling it
   * changes nothing. Confirmations are not looked at: a caller carries out only what a person agreed to.
   */
  readonly carryOut: (cause: Cause) => Unit | undefined;
}

/** What every case has; `targets` where several projects are judged one by one. */
export interface CaseBase {
  readonly world: World;
  readonly targets?: readonly ProjectId[];
}

/** Judges a request by all its rules at once. Pure; the same call serves "would it work?" and doing it. */
export function decide<Request, Case extends CaseBase>(
  { rules, look, apply }: Lifecycle<Request, Case>,
  world: World,
  request: Request,
): Decision {
  const given = look(world, request);
  const found = findings(rules, given);
  const blocking = found.filter(({ severity }) => severity === 'block');
  const refusedTargets = new Set(blocking.flatMap(({ target }) => target ?? []));
  const targets = (given.targets ?? []).filter((target) => !refusedTargets.has(target));
  const refused =
    blocking.some(({ target }) => target === undefined) ||
    (blocking.length > 0 && targets.length === 0);
  return {
    findings: found,
    refused,
    needsConfirmation: found.some(({ severity }) => severity === 'confirm'),
    carryOut: (cause) => {
      if (refused) return undefined;
      if (Object.hasOwn(world.own.effects, cause.key)) return world.own;
      return apply(given.targets ? { ...given, targets } : given, cause);
    },
  };
}
