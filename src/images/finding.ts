import type { ProjectId } from './ids.ts';
import type { Facts } from './job.ts';

/** block: refused; confirm: a person must agree first; warn and info: said, and gone on. */
export type Severity = 'block' | 'confirm' | 'warn' | 'info';

/** `IMG.nnnn`: the clouds' own code. `IMSX.nnnn`: a code of this module where they have none. SPEC 3.24, appendix A */
export type Code = `IMG.${string}` | `IMSX.${string}`;

export type RuleId = `R-${string}`;

/** The fixed order in which checks are reported. SPEC 6.2 "Order of checks" */
export const steps = [
  'permission',
  'offered',
  'shape',
  'existence',
  'ownership',
  'state',
  'resources',
  'values',
  'quota',
  'confirmation',
] as const;
export type Step = (typeof steps)[number];

/** One thing a rule has to say. */
export interface Breach {
  readonly severity: Severity;
  readonly code?: Code;
  readonly facts?: Facts;
  /** To agree to this is asked once more: it cannot be undone, or it hurts what depends on it. */
  readonly grave?: true;
  /** Set when only this share target is affected: the other targets are judged on their own. R-SHARE-19 */
  readonly target?: ProjectId;
  /** It is as asked for that target already, so nothing will be done there. */
  readonly settled?: true;
}

/** A breach with the rule it comes from. Words for it are under the rule's id in intents/wording/en/rules.yaml. */
export interface Finding {
  readonly rule: RuleId;
  readonly step: Step;
  readonly severity: Severity;
  readonly code?: Code;
  readonly facts: Facts;
  readonly source: string;
  /** To agree to this is asked once more: it cannot be undone, or it hurts what depends on it. */
  readonly grave?: true;
  readonly target?: ProjectId;
  /** It is as asked for that target already, so nothing will be done there. */
  readonly settled?: true;
}
