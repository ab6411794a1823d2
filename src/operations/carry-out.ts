import { type CaseBase, type Decision, decide, type Lifecycle } from '../images/decision.ts';
import type { Finding } from '../images/finding.ts';
import type { JobId, ProjectId } from '../images/ids.ts';
import { refusalLine } from '../images/record.ts';
import type { Unit } from '../images/unit.ts';
import type { Caller, Cause, World } from '../images/world.ts';
import type { Tools } from './tools.ts';

export type Outcome =
  | {
      readonly kind: 'done';
      readonly job: JobId | undefined;
      readonly findings: readonly Finding[];
    }
  | { readonly kind: 'refused'; readonly findings: readonly Finding[] };

/** A decision to take: by whom, about what, and with a look into which other projects. */
export interface Undertaking<Request, Case> {
  readonly lifecycle: Lifecycle<Request, Case>;
  readonly request: Request;
  readonly caller: Caller;
  readonly others: readonly ProjectId[];
}

/**
 * Decides on the state of this moment and commits the result, again from the start when somebody else was faster.
 * Done twice for one cause it has one effect. A refusal leaves an audit line, in the same way.
 */
export async function carryOut<Request, Case extends CaseBase>(
  { cloud }: Pick<Tools, 'cloud'>,
  { lifecycle, request, caller, others }: Undertaking<Request, Case>,
  cause: Cause,
): Promise<Outcome> {
  for (;;) {
    const { world, version } = await cloud.look(caller, others);
    const decision = decide(lifecycle, world, request);
    const earlier = world.own.effects[cause.key];
    if (earlier?.refused) return { kind: 'refused', findings: decision.findings };
    if (earlier) return { kind: 'done', job: earlier.job, findings: aboutTargets(decision) };

    const next = decision.carryOut(cause);
    const unit = next ?? withRefusal(world, lifecycle.operation, decision.findings, cause);
    if (!(await cloud.commit(caller.project, version, unit))) continue;
    if (!next) return { kind: 'refused', findings: decision.findings };
    return { kind: 'done', job: next.effects[cause.key]?.job, findings: decision.findings };
  }
}

/** Leaves the audit line of a refusal and changes nothing else; once for one cause. */
export async function recordRefusal(
  { cloud }: Pick<Tools, 'cloud'>,
  caller: Caller,
  operation: string,
  findings: readonly Finding[],
  cause: Cause,
): Promise<void> {
  for (;;) {
    const { world, version } = await cloud.look(caller);
    if (world.own.effects[cause.key]) return;
    const unit = withRefusal(world, operation, findings, cause);
    if (await cloud.commit(caller.project, version, unit)) return;
  }
}

/** What was refused for single targets then is refused now as well; the rest has come to pass and says nothing. */
function aboutTargets({ findings }: Decision): readonly Finding[] {
  return findings.filter(({ target }) => target !== undefined);
}

/** R-AUD-05 */
function withRefusal(
  world: World,
  operation: string,
  findings: readonly Finding[],
  { key, newId }: Cause,
): Unit {
  const { own, now } = world;
  return {
    ...own,
    effects: { ...own.effects, [key]: { at: now, refused: true } },
    audit: [...own.audit, refusalLine(newId('refusal'), operation, world, findings)],
  };
}
