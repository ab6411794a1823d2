import type { z } from 'zod';
import { type CaseBase, type Decision, decide, type Lifecycle } from '../images/decision.ts';
import type { Finding } from '../images/finding.ts';
import type { ProjectId } from '../images/ids.ts';
import { findings as findingsOf } from '../images/rule.ts';
import { needs } from '../images/rules/permission.ts';
import type { World } from '../images/world.ts';
import type { Facts } from '../wording/marked-text.ts';
import { type Part, plain, type Reply } from '../wording/reply.ts';
import { carryOut, type Outcome, recordRefusal } from './carry-out.ts';
import { consequences } from './consequences.ts';
import { noticeParts, refusalPart } from './findings-text.ts';
import type { Asking, Plan, Ran, Task, Trigger } from './operation.ts';
import type { Filled } from './slot.ts';
import type { Tools } from './tools.ts';

/** One thing that is judged alone: the request, the projects it looks into, and the facts of its sentences. */
export interface Item<Request> {
  readonly request: Request;
  readonly others: readonly ProjectId[];
  readonly facts: Facts;
}

/** What is special about a task; planning, confirming and carrying out are the same for all. */
export interface TaskSpec<Args, Request, Case>
  extends Pick<Task, 'id' | 'verbs' | 'slash' | 'needs' | 'risk' | 'slots' | 'words'> {
  readonly lifecycle: Lifecycle<Request, Case>;
  readonly args: z.ZodType<Args>;
  readonly items: (args: Args, asking: Asking) => readonly Item<Request>[];
}

interface Judged<Request> {
  readonly item: Item<Request>;
  readonly world: World;
  readonly decision: Decision;
}

/** Makes a task of a lifecycle operation. Its sentences are under `tasks.<id>` in intents/wording. */
export function task<Args, Request, Case extends CaseBase>(
  tools: Tools,
  spec: TaskSpec<Args, Request, Case>,
): Task {
  const { wording } = tools;
  const { lifecycle, args, items, ...ask } = spec;
  return { kind: 'task', ...ask, forbidden, plan, wasRun, refuse, run };

  function forbidden({ caller, world }: Asking): Plan | undefined {
    const action = spec.needs;
    if (action === undefined || caller.actions.has(action)) return undefined;
    const findings = findingsOf([needs(action)], { world, request: undefined });
    const sentence = wording.say('access.forbidden');
    return {
      reply: refusedReply([sentence], refusalPart(speaking(), findings)),
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
    const findings = judged.flatMap(({ decision }) => decision.findings);
    const refused = judged.every(({ decision }) => decision.refused);
    return {
      reply: refused ? refusal(judged) : proposal(judged, findings),
      refused,
      needsConfirmation: judged.some(({ decision }) => decision.needsConfirmation),
      fingerprint: fingerprint(findings),
      findings,
      warnings: noticeParts(
        speaking(),
        findings.filter(({ severity }) => severity === 'warn'),
      ),
    };
  }

  function wasRun({ world }: Asking, { key }: Trigger): boolean {
    return world.own.effects[`${key}/0`] !== undefined;
  }

  async function refuse(plan: Plan, { caller }: Asking, trigger: Trigger): Promise<void> {
    await recordRefusal(
      tools,
      caller,
      spec.id,
      plan.findings,
      tools.cause(trigger, caller.project),
    );
  }

  async function run(slots: Filled, asking: Asking, trigger: Trigger): Promise<Ran> {
    const list = items(args.parse(slots), asking);
    const outcomes: { readonly item: Item<Request>; readonly outcome: Outcome }[] = [];
    for (const [index, item] of list.entries()) {
      const part = { ...trigger, key: `${trigger.key}/${index}` };
      const cause = tools.cause(part, asking.caller.project);
      const undertaking = { lifecycle, caller: asking.caller, ...item };
      outcomes.push({ item, outcome: await carryOut(tools, undertaking, cause) });
    }
    const done = outcomes.some(({ outcome }) => outcome.kind === 'done');
    return { done, reply: result(outcomes, asking) };
  }

  async function judge(item: Item<Request>, asking: Asking): Promise<Judged<Request>> {
    const { world } = await tools.cloud.look(asking.caller, item.others);
    return { item, world, decision: decide(lifecycle, world, item.request) };
  }

  function proposal(judged: readonly Judged<Request>[], findings: readonly Finding[]): Reply {
    const willing = judged.filter(({ decision }) => !decision.refused);
    const titles = willing.map(({ item }) => wording.say(`tasks.${spec.id}.title`, item.facts));
    return {
      text: titles.map(plain).join(' '),
      parts: [
        { kind: 'paragraph', lines: titles },
        ...willing.flatMap(({ world, decision }) => consequences(tools, world, decision)),
        ...leftOut(judged, findings),
        ...noticeParts(speaking(), findings),
      ],
      seenBy: 'everyone',
    };
  }

  function leftOut(
    judged: readonly Judged<Request>[],
    findings: readonly Finding[],
  ): readonly Part[] {
    if (!findings.some(({ severity }) => severity === 'block')) return [];
    const names = judged.filter(({ decision }) => decision.refused).map(({ item }) => item.facts);
    return [
      {
        kind: 'paragraph',
        lines: [wording.say('plans.left-out', { count: Math.max(names.length, 1) })],
      },
      ...refusalPart(speaking(), findings),
    ];
  }

  function refusal(judged: readonly Judged<Request>[]): Reply {
    const refusals = judged.map(({ item }) => wording.say(`tasks.${spec.id}.refused`, item.facts));
    const parts = refusalPart(
      speaking(),
      judged.flatMap(({ decision }) => decision.findings),
    );
    return refusedReply(refusals, parts);
  }

  function result(
    outcomes: readonly { readonly item: Item<Request>; readonly outcome: Outcome }[],
    asking: Asking,
  ): Reply {
    const done = outcomes.filter(({ outcome }) => outcome.kind === 'done');
    const refused = outcomes.filter(({ outcome }) => outcome.kind === 'refused');
    const findings = refused.flatMap(({ outcome }) =>
      outcome.kind === 'refused' ? outcome.findings : [],
    );
    const refusals = refused.map(({ item }) => wording.say(`tasks.${spec.id}.refused`, item.facts));
    if (done.length === 0) return refusedReply(refusals, refusalPart(speaking(), findings));

    const sentences = done.map(({ item }) => wording.say(`tasks.${spec.id}.done`, item.facts));
    const jobs = done.flatMap(({ outcome }) =>
      outcome.kind === 'done' ? (outcome.job ?? []) : [],
    );
    const [only] = jobs;
    return {
      text: [...sentences, ...refusals].map(plain).join(' '),
      parts: [
        { kind: 'paragraph', lines: sentences },
        ...(refusals.length === 0
          ? []
          : [
              { kind: 'paragraph', lines: refusals } as const,
              ...refusalPart(speaking(), findings),
            ]),
      ],
      seenBy: 'everyone',
      ...(only && jobs.length === 1 && { card: { project: asking.caller.project, job: only } }),
    };
  }

  function speaking() {
    return { wording, directory: tools.cloud.directory };
  }
}

function refusedReply(
  refusals: readonly (readonly { readonly text: string }[])[],
  parts: readonly Part[],
): Reply {
  const reasons = parts.flatMap((part) => (part.kind === 'bullets' ? part.items.map(plain) : []));
  return {
    text: [...refusals.map(plain), ...reasons].join(' '),
    parts: [{ kind: 'paragraph', lines: refusals }, ...parts],
    seenBy: 'everyone',
  };
}

/** What the person was shown, as text: when it differs later, the plan is another one. */
function fingerprint(findings: readonly Finding[]): string {
  return findings
    .filter(({ severity }) => severity !== 'info')
    .map(({ rule, severity, target = '' }) => `${rule}:${severity}:${target}`)
    .toSorted()
    .join(' ');
}
