import { z } from 'zod';
import type { ProjectId } from '../images/ids.ts';
import type { Job } from '../images/job.ts';
import { subjectOf } from '../images/record.ts';
import type { Unit } from '../images/unit.ts';
import { jobReply } from '../operations/job-reply.ts';
import type { Asking, Operation, Query, Task } from '../operations/operation.ts';
import type { RawSlots } from '../operations/slot.ts';
import type { Tools } from '../operations/tools.ts';
import { listed, wordsOf } from '../operations/words.ts';
import { plain, plainLines, type Reply } from '../wording/reply.ts';
import type { Actors } from './actors.ts';
import { formFields } from './form-fields.ts';
import type { proposals } from './proposals.ts';
import { patience } from './talk-state.ts';
import type { Talks } from './talks.ts';
import type { Turn } from './turn.ts';

/** How a step of a workflow ended. */
export type Ended =
  | { readonly kind: 'done'; readonly outputs: Readonly<Record<string, string>> }
  | { readonly kind: 'failed'; readonly error: string };

/** How a step ends, or what it waits for. */
export type StepEnd =
  | Ended
  | { readonly kind: 'waits'; readonly project: ProjectId; readonly job: string }
  /** Somebody has to agree to a plan first, in their direct messages, until then. */
  | {
      readonly kind: 'asks';
      readonly plan: Reply;
      readonly who: string;
      readonly proposal: string;
      readonly until: string;
    };

/** The steps of workflows. They do what a command does: at once what nobody has to agree to, by the same rules and rights. */
export interface Steps {
  /** Names of the steps, as in manifest.steps.yml. */
  readonly ids: readonly string[];
  /** Begun twice for the same turn, a step has one effect. `inputs` come from outside and are looked at here. */
  run(turn: Turn, id: string, inputs: unknown): Promise<StepEnd>;
  /** The end of a step that does not say who uses the workflow. */
  readonly nobody: Ended;
  /** How a job that is waited for ended; undefined while it has not. */
  ended(unit: Unit | undefined, job: string): Ended | undefined;
  /** What came of a plan that somebody was asked to agree to; undefined while they have not answered. */
  agreed(who: string, proposal: string): Promise<Ended | undefined>;
}

interface Parts {
  readonly tools: Tools;
  readonly actors: Actors;
  readonly talks: Talks;
  readonly operations: ReadonlyMap<string, Operation>;
  readonly proposals: ReturnType<typeof proposals>;
}

type Step = (turn: Turn, inputs: unknown, asking: Asking) => Promise<StepEnd>;

/** Slack takes so many characters of a text. */
const longestOutput = 3000;

const text = z.string().trim().min(1);
const inputsOf = {
  list: z.object({ filter: z.string().trim().default('') }),
  share: z.object({ image: text, projects: text }),
  create: z.object({ server: text, name: text }),
  wait: z.object({ job: text }),
};

export function steps({ tools, actors, talks, operations, proposals }: Parts): Steps {
  const { wording } = tools;
  const fields = formFields(wording);
  const all: Readonly<Record<string, Step>> = {
    list_images: reading(inputsOf.list, 'image.list', (query, { filter }) => query.words(filter)),
    share_image: doing(inputsOf.share, 'image.share', ({ image, projects }) => ({
      images: [image],
      projects: listed(wordsOf(projects)),
    })),
    create_image: doing(inputsOf.create, 'image.create', ({ server, name }) => ({
      server: [server],
      name: [name],
    })),
    wait_for_job: wait,
  };
  return { ids: Object.keys(all), run, nobody: failed('steps.nobody'), ended, agreed };

  async function run(turn: Turn, id: string, inputs: unknown): Promise<StepEnd> {
    const step = all[id];
    if (!step) return failed('steps.unknown');
    const asking = await actors.asking(turn.who);
    if (asking) return step(turn, inputs, asking);
    await actors.turnAway(turn, id);
    return failed('steps.guest');
  }

  function reading<T>(
    schema: z.ZodType<T>,
    id: string,
    raw: (query: Query, inputs: T) => RawSlots,
  ): Step {
    return async (_, inputs, asking) => {
      const given = schema.safeParse(inputs).data;
      const query = operations.get(id);
      if (!given || query?.kind !== 'query') return failed('steps.inputs');
      const { filled, faults } = fields.read(query, raw(query, given), asking);
      const wrong = Object.values(faults);
      if (wrong.length > 0) return { kind: 'failed', error: wrong.join(' ') };
      const reply = await query.answer(filled, asking);
      return done({ text: reply.text, list: plainLines(reply).join('\n') });
    };
  }

  function doing<T>(schema: z.ZodType<T>, id: string, raw: (inputs: T) => RawSlots): Step {
    return async (turn, inputs, asking) => {
      const given = schema.safeParse(inputs).data;
      const task = operations.get(id);
      if (!given || task?.kind !== 'task') return failed('steps.inputs');
      return order(turn, task, raw(given), asking);
    };
  }

  async function order(turn: Turn, task: Task, raw: RawSlots, asking: Asking): Promise<StepEnd> {
    const forbidden = task.forbidden(asking);
    if (forbidden) {
      await task.refuse(forbidden, asking, turn);
      return saidNo(forbidden.reply);
    }
    const { filled, faults } = fields.read(task, raw, asking);
    const wrong = Object.values(faults);
    if (wrong.length > 0) return { kind: 'failed', error: wrong.join(' ') };
    if (!task.wasRun(asking, turn)) {
      const plan = await task.plan(filled, asking);
      if (plan.refused) {
        await task.refuse(plan, asking, turn);
        return saidNo(plan.reply);
      }
      if (!plan.settled && (plan.needsConfirmation || task.risk === 'high')) {
        const { project } = asking.caller;
        const asked = await proposals.open(turn, { task, slots: filled, plan, project });
        const until = new Date(tools.clock() + patience).toISOString();
        return { kind: 'asks', plan: asked, who: turn.who, proposal: turn.key, until };
      }
    }
    const { done: isDone, reply } = await task.run(filled, asking, turn);
    if (!isDone) return saidNo(reply);
    return done({ text: reply.text, ...(reply.card && { job: reply.card.job }) });
  }

  async function wait(turn: Turn, inputs: unknown, first: Asking): Promise<StepEnd> {
    const said = inputsOf.wait.safeParse(inputs).data?.job;
    if (said === undefined) return failed('steps.inputs');
    for (const project of first.projects) {
      const unit = (await actors.asking(turn.who, project))?.world.own;
      const job = unit?.jobs.findLast((one) => one.id === said || subjectOf(one) === said);
      if (unit && job) return ended(unit, job.id) ?? { kind: 'waits', project, job: job.id };
    }
    return failed('steps.no-job', { job: said });
  }

  function ended(unit: Unit | undefined, id: string): Ended | undefined {
    const job = unit?.jobs.find((one) => one.id === id);
    if (!unit || !job) return failed('steps.no-job', { job: id });
    if (job.endedAt === undefined) return undefined;
    return endOf(job, jobReply(tools, job, unit));
  }

  async function agreed(who: string, id: string): Promise<Ended | undefined> {
    const proposal = (await talks.of(who)).proposals.find((one) => one.id === id);
    const { title = '', used, until = '', project } = proposal ?? {};
    const isOpen = Date.parse(until) > tools.clock();
    if (!used) return isOpen ? undefined : failed('steps.not-agreed', { title });
    if (used.as === 'cancelled') return failed('steps.not-agreed', { title });
    const effects = (await actors.asking(who, project))?.world.own.effects ?? {};
    const effect = effects[`${used.by}/0`];
    if (!effect) return failed('steps.not-done', { title });
    return done({ text: title, ...(effect.job !== undefined && { job: effect.job }) });
  }

  function failed(key: string, facts: Readonly<Record<string, string>> = {}) {
    return { kind: 'failed', error: plain(wording.lines(key, facts).flat()) } as const;
  }
}

function endOf({ id, status }: Job, reply: Reply): Ended {
  return status === 'SUCCESS' ? done({ text: reply.text, job: id }) : saidNo(reply);
}

function done(outputs: Readonly<Record<string, string>>): Ended {
  const cut = Object.entries(outputs).map(([name, value]) => [name, value.slice(0, longestOutput)]);
  return { kind: 'done', outputs: Object.fromEntries(cut) };
}

function saidNo(reply: Reply): Ended {
  return { kind: 'failed', error: plainLines(reply).join('\n').slice(0, longestOutput) };
}
