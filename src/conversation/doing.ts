import type { Asking, Operation, Task } from '../operations/operation.ts';
import type { Filled } from '../operations/slot.ts';
import { privately, type Reply, saying } from '../wording/reply.ts';
import type { Wording } from '../wording/wording.ts';
import type { Actors } from './actors.ts';
import type { Draft } from './draft.ts';
import type { proposals } from './proposals.ts';
import type { questions } from './questions.ts';
import { thingsIn, thingsOf } from './things.ts';
import type { Topics } from './topics.ts';
import type { Pressed, Turn } from './turn.ts';

interface Doing {
  readonly actors: Actors;
  readonly wording: Wording;
  readonly operations: ReadonlyMap<string, Operation>;
  readonly questions: ReturnType<typeof questions>;
  readonly proposals: ReturnType<typeof proposals>;
  readonly topics: Topics;
}

/** From a wish to its end: what is missing is asked for, what there is to agree to is shown, then it is done. */
export function doing({ actors, wording, operations, questions, proposals, topics }: Doing) {
  const { answerIn, isComplete } = questions;
  return { begin, confirm, cancel, answerIn, isComplete };

  /** `agreed`: the person has already seen everything there is to agree to. `preview`: show, but offer nothing. */
  async function begin(
    turn: Turn,
    draft: Draft,
    { agreed = false, preview = false } = {},
  ): Promise<Pressed> {
    const asking = await actors.asking(turn.who, draft.project);
    if (!asking) return turnedAway(turn, draft.operation);
    const wish = draft.operation;
    const forbidden = wish.kind === 'task' ? wish.forbidden(asking) : undefined;
    if (wish.kind === 'task' && forbidden && !questions.isComplete(draft, asking)) {
      await wish.refuse(forbidden, asking, turn);
      return { reply: forbidden.reply, replaces: false };
    }
    const filling = await questions.fill(turn, { ...draft, agreed }, asking);
    if (filling.kind === 'asked') return { reply: filling.reply, replaces: false };
    await remember(turn, wish, filling.slots, asking);
    if (wish.kind === 'query')
      return { reply: await wish.answer(filling.slots, asking), replaces: false };
    return decide(turn, wish, filling.slots, asking, { ...draft, agreed, preview });
  }

  async function decide(
    turn: Turn,
    task: Task,
    slots: Filled,
    asking: Asking,
    how: { readonly explicit: boolean; readonly agreed: boolean; readonly preview: boolean },
  ): Promise<Pressed> {
    if (task.wasRun(asking, turn)) return ran(task, slots, asking, turn);
    const plan = await task.plan(slots, asking);
    if (how.preview) return { reply: { ...plan.reply, choices: [] }, replaces: false };
    if (plan.refused) {
      await task.refuse(plan, asking, turn);
      return { reply: plan.reply, replaces: false };
    }
    if (plan.settled) return { reply: plan.reply, replaces: false };
    const isOrder = how.agreed || (how.explicit && !plan.needsConfirmation);
    const atOnce = isOrder && task.risk === 'low';
    if (!atOnce) {
      const proposing = { task, slots, plan, project: asking.caller.project };
      return { reply: await proposals.open(turn, proposing), replaces: false };
    }
    const { reply, replaces } = await ran(task, slots, asking, turn);
    return { reply: { ...reply, parts: [...reply.parts, ...plan.warnings] }, replaces };
  }

  async function ran(task: Task, slots: Filled, asking: Asking, turn: Turn): Promise<Pressed> {
    const { done, reply } = await task.run(slots, asking, turn);
    await rememberJob(turn, reply, asking);
    return { reply, replaces: done };
  }

  async function remember(turn: Turn, { id, ...wish }: Operation, slots: Filled, asking: Asking) {
    if (Object.keys(slots).length === 0) return;
    const things = thingsIn(wish, slots, asking);
    await topics.remember(turn, { operation: id, slots, project: asking.caller.project, things });
  }

  /** From now on "it" is what is being made or worked on. */
  async function rememberJob(turn: Turn, { card }: Reply, { caller }: Asking): Promise<void> {
    const later = card && (await actors.asking(turn.who, caller.project));
    const job = later?.world.own.jobs.find(({ id }) => id === card?.job);
    if (job) await topics.remember(turn, { things: thingsOf(job) });
  }

  /** Carries a proposal out, if it is still the plan that its asker saw. */
  async function confirm(turn: Turn, id: string): Promise<Pressed> {
    const taken = await proposals.take(turn, id, 'confirmed');
    if (taken.kind !== 'taken') return gone(taken.kind);
    const { operation: wanted, slots, project, fingerprint } = taken.proposal;
    const task = operation(wanted);
    const asking = await actors.asking(turn.who, project);
    if (!asking || task?.kind !== 'task') return gone('expired');
    if (task.wasRun(asking, turn)) return ran(task, slots, asking, turn);

    const plan = await task.plan(slots, asking);
    if (plan.refused) {
      await task.refuse(plan, asking, turn);
      return { reply: plan.reply, replaces: true };
    }
    if (plan.settled) return { reply: plan.reply, replaces: true };
    if (plan.fingerprint !== fingerprint) {
      const reply = await proposals.open(turn, { task, slots, plan, project });
      const changed = wording.say('proposals.changed');
      return {
        reply: { ...reply, parts: [{ kind: 'paragraph', lines: [changed] }, ...reply.parts] },
        replaces: true,
      };
    }
    return { reply: (await ran(task, slots, asking, turn)).reply, replaces: true };
  }

  async function cancel(turn: Turn, id: string): Promise<Pressed> {
    const taken = await proposals.take(turn, id, 'cancelled');
    if (taken.kind !== 'taken') return gone(taken.kind);
    const { title } = taken.proposal;
    return { reply: saying(wording.say('proposals.cancelled', { title })), replaces: true };
  }

  function gone(why: 'not-yours' | 'expired' | 'used'): Pressed {
    return { reply: privately(saying(wording.say(`proposals.${why}`))), replaces: false };
  }

  async function turnedAway(turn: Turn, { id, kind }: Operation): Promise<Pressed> {
    if (kind === 'task') await actors.turnAway(turn, id);
    const key = actors.isMember(turn.who) ? 'access.other-project' : 'access.guest';
    return { reply: privately(saying(...wording.lines(key))), replaces: false };
  }

  function operation(id: string): Operation | undefined {
    return operations.get(id);
  }
}
