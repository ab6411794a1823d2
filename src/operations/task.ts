import type { z } from 'zod';
import { type CaseBase, decide, type Lifecycle } from '../images/decision.ts';
import type { Finding } from '../images/finding.ts';
import type { ProjectId } from '../images/ids.ts';
import { findings as findingsOf } from '../images/rule.ts';
import { needs } from '../images/rules/permission.ts';
import type { Reply } from '../wording/reply.ts';
import { carryOut, recordRefusal } from './carry-out.ts';
import { consequences } from './consequences.ts';
import type { Asking, Plan, Ran, Task, Trigger } from './operation.ts';
import type { Filled } from './slot.ts';
import { type Ending, isSettled, type Subject, taskWords, type Verdict } from './task-words.ts';
import type { Tools } from './tools.ts';

/** One thing that is judged alone: the request, the projects it looks into, and what its sentences need. */
export interface Item<Request> extends Subject {
  readonly request: Request;
  readonly others: readonly ProjectId[];
}

/** What is special about a task; planning, confirming and carrying out are the same for all. */
export interface TaskSpec<Args, Request, Case>
  extends Pick<Task, 'id' | 'verbs' | 'slash' | 'needs' | 'risk' | 'slots' | 'words' | 'hears'> {
  readonly lifecycle: Lifecycle<Request, Case>;
  readonly args: z.ZodType<Args>;
  readonly items: (args: Args, asking: Asking) => readonly Item<Request>[];
}

/** Makes a task of a lifecycle operation. */
export function task<Args, Request, Case extends CaseBase>(
  tools: Tools,
  spec: TaskSpec<Args, Request, Case>,
): Task {
  const words = taskWords(tools, spec.id);
  const { lifecycle, args, items, ...ask } = spec;
  return { kind: 'task', ...ask, forbidden, plan, wasRun, refuse, run };

  function forbidden({ caller, world }: Asking): Plan | undefined {
    const action = spec.needs;
    if (action === undefined || caller.actions.has(action)) return undefined;
    const findings = findingsOf([needs(action)], { world, request: undefined });
    return {
      reply: words.forbidden(findings),
      refused: true,
      needsConfirmation: false,
      fingerprint: fingerprint(findings),
      findings,
      warnings: [],
    };
  }

  async function plan(slots: Filled, asking: Asking): Promise<Plan> {
    const judged = await Promise.all(
      items(args.parse(slots), asking).map((item) => judge(item, asking)),
    );
    const verdicts = judged.map(
      ({ item, decision }): Verdict => ({
        subject: item,
        findings: decision.findings,
        refused: decision.refused,
      }),
    );
    const findings = verdicts.flatMap((one) => one.findings);
    const refused = verdicts.every((one) => one.refused);
    const settled = !refused && verdicts.every((one) => one.refused || isSettled(one));
    return {
      reply: replyTo(),
      refused,
      settled,
      needsConfirmation: judged.some(({ decision }) => decision.needsConfirmation),
      fingerprint: fingerprint(findings),
      findings,
      warnings: words.warnings(findings),
      variant: variantOf(verdicts),
      grave: words.grave(verdicts),
    };

    function replyTo(): Reply {
      if (refused) return words.refusal(verdicts);
      if (settled) return words.settled(verdicts);
      return words.proposal(verdicts, consequences(tools, asking.world, judged));
    }
  }

  function wasRun({ world }: Asking, { key }: Trigger): boolean {
    return world.own.effects[`${key}/0`] !== undefined;
  }

  async function refuse(plan: Plan, { caller }: Asking, trigger: Trigger): Promise<void> {
    const cause = tools.cause(trigger, caller.project);
    await recordRefusal(tools, caller, spec.id, plan.findings, cause);
  }

  async function run(slots: Filled, asking: Asking, trigger: Trigger): Promise<Ran> {
    const { caller } = asking;
    const endings: Ending[] = [];
    for (const [index, item] of items(args.parse(slots), asking).entries()) {
      const part = { ...trigger, key: `${trigger.key}/${index}` };
      const undertaking = { lifecycle, caller, request: item.request, others: item.others };
      const outcome = await carryOut(tools, undertaking, tools.cause(part, caller.project));
      const refused = outcome.kind === 'refused';
      const job = outcome.kind === 'done' ? outcome.job : undefined;
      endings.push({ subject: item, findings: outcome.findings, refused, job });
    }
    const done = endings.some(({ refused }) => !refused);
    return { done, reply: words.result(endings, caller.project) };
  }

  async function judge(item: Item<Request>, asking: Asking) {
    const { world } = await tools.cloud.look(asking.caller, item.others);
    return { item, decision: decide(lifecycle, world, item.request) };
  }
}

/** The words that all of it agrees on. */
function variantOf(verdicts: readonly Verdict[]): string | undefined {
  const variants = new Set(
    verdicts.filter(({ refused }) => !refused).map(({ subject }) => subject.variant),
  );
  return variants.size === 1 ? [...variants][0] : undefined;
}

/** What the person was shown, as text: when it differs later, the plan is another one. */
function fingerprint(findings: readonly Finding[]): string {
  return findings
    .filter(({ severity }) => severity !== 'info')
    .map(({ rule, severity, target = '', facts }) => {
      const agreed = severity === 'confirm' ? JSON.stringify(facts) : '';
      return `${rule}:${severity}:${target}:${agreed}`;
    })
    .toSorted()
    .join(' ');
}
