import type { Asking, Task } from '../operations/operation.ts';
import type { Filled } from '../operations/slot.ts';
import { saying } from '../wording/reply.ts';
import type { Wording } from '../wording/wording.ts';
import type { doing } from './doing.ts';
import type { Entries, Submitted } from './form.ts';
import { formFaults } from './form-faults.ts';
import type { FormFields, Read } from './form-fields.ts';
import type { FormPages, TaskState } from './form-pages.ts';
import type { Pending } from './pending.ts';
import { readPress } from './press.ts';
import type { Turn } from './turn.ts';

interface Parts {
  readonly wording: Wording;
  readonly fields: FormFields;
  readonly pages: FormPages;
  readonly doing: ReturnType<typeof doing>;
  readonly pending: Pending;
}

/** From what was entered for a task to a plan to agree to; or back to the form, with what is wrong. */
export function formPlans({ wording, fields, pages, doing, pending }: Parts) {
  return { planned };

  async function planned(
    turn: Turn,
    task: Task,
    state: TaskState,
    entries: Entries,
    asking: Asking,
  ): Promise<Submitted> {
    const { filled, faults } = fields.read(task, entries, asking);
    if (Object.keys(faults).length > 0) return shownOn(task, state, { filled, faults }, asking);
    const plan = await task.plan(filled, asking);
    if (!plan.refused) return agreed(turn, task, state, filled);

    await task.refuse(plan, asking, turn);
    const { directory } = asking.world;
    const found = formFaults({ wording, directory }, task, plan, filled, asking);
    if (found.others.length === 0)
      return shownOn(task, state, { filled, faults: found.faults }, asking);
    const form = pages.task(task, state, filled, asking, plan.reply);
    return { kind: 'form', form, isNext: false };
  }

  /** A fault of a piece without an input of its own is said above the others. */
  function shownOn(
    task: Task,
    state: TaskState,
    { filled, faults }: Read,
    asking: Asking,
  ): Submitted {
    const names = new Set(fields.fields(task, filled, asking).map(({ name }) => name));
    const elsewhere = Object.entries(faults).filter(([name]) => !names.has(name));
    if (elsewhere.length === 0) return { kind: 'faults', faults };
    const about = saying(...elsewhere.map(([, text]) => [{ text }]));
    return { kind: 'form', form: pages.task(task, state, filled, asking, about), isNext: false };
  }

  /** Keeps the plan and shows it; the form lies below, should something be changed. */
  async function agreed(
    turn: Turn,
    task: Task,
    { project, question }: TaskState,
    filled: Filled,
  ): Promise<Submitted> {
    const draft = { operation: task, filled, raw: {}, explicit: false, project };
    const { reply } = await doing.begin(turn, draft);
    const [confirm] = reply.choices ?? [];
    const press = confirm && readPress(confirm.value);
    if (!confirm || press?.does !== 'confirm') return { kind: 'done', reply };
    if (question !== undefined) await pending.settle(turn, question);
    return { kind: 'form', form: pages.plan(task, press.id, reply, confirm), isNext: true };
  }
}
