import type { ProjectId } from '../images/ids.ts';
import type { Asking, Operation, Task } from '../operations/operation.ts';
import type { Filled, RawSlots } from '../operations/slot.ts';
import { plain, type Reply, saying } from '../wording/reply.ts';
import type { Wording } from '../wording/wording.ts';
import type { Actors } from './actors.ts';
import type { doing } from './doing.ts';
import {
  type Entries,
  type Form,
  type FormOption,
  type FormState,
  formState,
  readFormState,
} from './form.ts';
import { formFaults } from './form-faults.ts';
import { formFields } from './form-fields.ts';
import type { Pending } from './pending.ts';
import { pressValue, readPress } from './press.ts';
import type { PendingQuestion } from './talk-state.ts';
import type { Turn } from './turn.ts';

/** A form, or what there is to say in its place. */
export type Opened =
  | { readonly kind: 'form'; readonly form: Form }
  | { readonly kind: 'said'; readonly reply: Reply };

/** What comes of submitting a form. */
export type Submitted =
  /** What is wrong, by piece: the form stays open. */
  | { readonly kind: 'faults'; readonly faults: Readonly<Record<string, string>> }
  /** `isNext`: it lies on top, and the one below can be gone back to. Otherwise it takes the place of the one submitted. */
  | { readonly kind: 'form'; readonly form: Form; readonly isNext: boolean }
  | { readonly kind: 'said'; readonly reply: Reply }
  /** The end: the reply is for the person's direct messages. */
  | { readonly kind: 'done'; readonly reply: Reply };

/** Tasks by form instead of question by question. Made of the operations' own pieces; the rules judge as they always do. */
export interface Forms {
  /** Shown until there is a form. */
  readonly oneMoment: Reply;
  /** The button opens a form. Decided by its value alone, so that it takes no time. `hasRoom`: it stands where no talk is. */
  opensForm(value: string, hasRoom: boolean): boolean;
  /** The form that a button stands for. */
  open(turn: Turn, value: string): Promise<Opened>;
  /** A form with the tasks that the person may begin. `about` is said above it. */
  tasks(turn: Turn, about?: Reply): Promise<Opened>;
  /** Submitting it agrees to a plan, and no window is needed any more. */
  isLast(state: string): boolean;
  submitted(turn: Turn, state: string, entries: Entries): Promise<Submitted>;
  /** Options for what was typed into a field. */
  search(
    who: string,
    state: string,
    field: string,
    letters: string,
  ): Promise<readonly FormOption[]>;
  /** The reply with a button for a form, where a question was asked and more than that is missing. */
  offered(turn: Turn, reply: Reply): Promise<Reply>;
}

interface Parts {
  readonly actors: Actors;
  readonly wording: Wording;
  readonly operations: ReadonlyMap<string, Operation>;
  readonly doing: ReturnType<typeof doing>;
  readonly pending: Pending;
}

/** A task to be begun, with what is known of it. */
interface Beginning {
  readonly task: Task;
  readonly given: RawSlots;
  readonly project?: ProjectId | undefined;
  readonly question?: string | undefined;
}

export function forms({ actors, wording, operations, doing, pending }: Parts): Forms {
  const fieldsOf = formFields(wording);
  const oneMoment = saying(wording.say('forms.one-moment'));
  const over = { kind: 'said', reply: saying(wording.say('forms.over')) } as const;
  return { oneMoment, opensForm, open, tasks, isLast, submitted, search, offered };

  function opensForm(value: string, hasRoom: boolean): boolean {
    const press = readPress(value);
    if (press?.does === 'form') return true;
    if (press?.does !== 'begin' || !hasRoom || press.agreed) return false;
    return isMissing(taskNamed(press.operation), press.slots);
  }

  async function open(turn: Turn, value: string): Promise<Opened> {
    const beginning = await beginningOf(turn, value);
    return beginning ? formFor(turn, beginning) : over;
  }

  async function beginningOf(turn: Turn, value: string): Promise<Beginning | undefined> {
    const press = readPress(value);
    if (press?.does === 'begin') {
      const task = taskNamed(press.operation);
      return task && { task, given: press.slots, project: press.project };
    }
    if (press?.does !== 'form') return undefined;
    const question = await pending.questionById(turn, press.id);
    const task = question && taskNamed(question.operation);
    if (!question || !task) return undefined;
    const given = { ...question.raw, ...question.filled };
    return { task, given, project: question.project, question: question.id };
  }

  async function formFor(turn: Turn, beginning: Beginning): Promise<Opened> {
    const { task, given, project, question } = beginning;
    const asking = await actors.asking(turn.who, project);
    if (!asking || task.forbidden(asking)) return inWords(turn, beginning);
    const nothing = task.slots.find(
      ({ kind, required }) => required === true && !kind.open && kind.options(asking).length === 0,
    );
    if (nothing) {
      const { faults } = fieldsOf.read(task, {}, asking);
      return { kind: 'said', reply: saying([{ text: faults[nothing.name] ?? '' }]) };
    }
    const { filled } = fieldsOf.read(task, given, asking);
    const state: FormState = {
      form: 'task',
      task: task.id,
      project: asking.caller.project,
      question,
    };
    return { kind: 'form', form: taskForm(task, state, filled, asking) };
  }

  function taskForm(
    task: Task,
    state: FormState,
    filled: Filled,
    asking: Asking,
    about?: Reply,
  ): Form {
    return {
      state: formState(state),
      title: nameOf(task),
      ...(about && { about }),
      fields: fieldsOf.fields(task, filled, asking),
      submit: plain(wording.say('forms.check')),
      close: plain(wording.say('choices.cancel')),
    };
  }

  /** What is said to somebody who may not, as everywhere. */
  async function inWords(turn: Turn, { task, given, project }: Beginning): Promise<Opened> {
    const draft = { operation: task, filled: {}, raw: given, explicit: false, project };
    return { kind: 'said', reply: (await doing.begin(turn, draft)).reply };
  }

  async function tasks(turn: Turn, about?: Reply): Promise<Opened> {
    const asking = await actors.asking(turn.who);
    if (!asking) return { kind: 'said', reply: saying(...wording.lines('access.guest')) };
    const options = [...operations.values()]
      .filter((one) => one.kind === 'task' && one.forbidden(asking) === undefined)
      .map((one) => ({ value: one.id, label: nameOf(one) }));
    if (options.length === 0)
      return { kind: 'said', reply: saying(wording.say('access.forbidden')) };
    const form: Form = {
      state: formState({ form: 'tasks' }),
      title: plain(wording.say('forms.task')),
      ...(about && { about }),
      fields: [
        {
          name: 'task',
          label: plain(wording.say('home.actions')),
          kind: 'choice',
          many: false,
          optional: false,
          options,
          given: [],
        },
      ],
      submit: plain(wording.say('forms.next')),
      close: plain(wording.say('choices.cancel')),
    };
    return { kind: 'form', form };
  }

  async function submitted(turn: Turn, text: string, entries: Entries): Promise<Submitted> {
    const state = readFormState(text);
    switch (state?.form) {
      case 'tasks': {
        const task = taskNamed(entries.task?.[0] ?? '');
        if (!task) return over;
        const opened = await formFor(turn, { task, given: {} });
        return opened.kind === 'said' ? opened : { ...opened, isNext: false };
      }
      case 'task':
        return planned(turn, state, entries);
      case 'plan':
        return { kind: 'done', reply: (await doing.confirm(turn, state.proposal)).reply };
      default:
        return over;
    }
  }

  async function planned(
    turn: Turn,
    state: Extract<FormState, { form: 'task' }>,
    entries: Entries,
  ): Promise<Submitted> {
    const task = taskNamed(state.task);
    const asking = await actors.asking(turn.who, state.project);
    if (!task) return over;
    if (!asking || task.forbidden(asking))
      return inWords(turn, { task, given: entries, project: state.project }).then(asSaid);
    const { filled, faults } = fieldsOf.read(task, entries, asking);
    if (Object.keys(faults).length > 0) return shownOn(task, state, { filled, faults }, asking);
    const plan = await task.plan(filled, asking);
    if (!plan.refused) return agreed(turn, task, state, filled);

    await task.refuse(plan, asking, turn);
    const { directory } = asking.world;
    const found = formFaults({ wording, directory }, task, plan, filled, asking);
    if (found.others.length === 0)
      return shownOn(task, state, { filled, faults: found.faults }, asking);
    const form = taskForm(task, state, filled, asking, plan.reply);
    return { kind: 'form', form, isNext: false };
  }

  /** A fault of a piece without an input of its own is said above the others. */
  function shownOn(
    task: Task,
    state: FormState,
    {
      filled,
      faults,
    }: { readonly filled: Filled; readonly faults: Readonly<Record<string, string>> },
    asking: Asking,
  ): Submitted {
    const names = new Set(fieldsOf.fields(task, filled, asking).map(({ name }) => name));
    const elsewhere = Object.entries(faults).filter(([name]) => !names.has(name));
    if (elsewhere.length === 0) return { kind: 'faults', faults };
    const about = saying(...elsewhere.map(([, text]) => [{ text }]));
    return { kind: 'form', form: taskForm(task, state, filled, asking, about), isNext: false };
  }

  /** Keeps the plan and shows it; the form lies below, should something be changed. */
  async function agreed(
    turn: Turn,
    task: Task,
    { project, question }: Extract<FormState, { form: 'task' }>,
    filled: Filled,
  ): Promise<Submitted> {
    const draft = { operation: task, filled, raw: {}, explicit: false, project };
    const { reply } = await doing.begin(turn, draft);
    const [confirm] = reply.choices ?? [];
    const press = confirm && readPress(confirm.value);
    if (press?.does !== 'confirm') return { kind: 'done', reply };
    if (question !== undefined) await pending.settle(turn, question);
    const form: Form = {
      state: formState({ form: 'plan', proposal: press.id }),
      title: nameOf(task),
      about: { ...reply, choices: [] },
      fields: [],
      submit: confirm?.label ?? '',
      close: plain(wording.say('forms.back')),
    };
    return { kind: 'form', form, isNext: true };
  }

  async function search(
    who: string,
    text: string,
    field: string,
    letters: string,
  ): Promise<readonly FormOption[]> {
    const state = readFormState(text);
    if (state?.form !== 'task') return [];
    const slot = taskNamed(state.task)?.slots.find(({ name }) => name === field);
    const asking = await actors.asking(who, state.project);
    return slot && asking ? fieldsOf.search(slot, letters, asking) : [];
  }

  async function offered(turn: Turn, reply: Reply): Promise<Reply> {
    const question = await pending.questionById(turn, turn.key);
    const task = question && taskNamed(question.operation);
    if (!task || lacking(task, question).length < 2) return reply;
    const choices = reply.choices ?? [];
    const form = {
      label: plain(wording.say('forms.open')),
      value: pressValue({ does: 'form', id: question.id }),
    };
    return { ...reply, choices: [...choices.slice(0, -1), form, ...choices.slice(-1)] };
  }

  function taskNamed(id: string): Task | undefined {
    const operation = operations.get(id);
    return operation?.kind === 'task' ? operation : undefined;
  }

  function nameOf({ id }: Operation): string {
    return plain(wording.say(`help.${id}.button`));
  }
}

function isMissing(task: Task | undefined, given: RawSlots): boolean {
  return task?.slots.some(({ name, required }) => required === true && !given[name]) ?? false;
}

/** Pieces that somebody would be asked for, one after the other. */
function lacking({ slots }: Task, { filled, raw, asking }: PendingQuestion) {
  return slots.filter(
    ({ name, required }) =>
      name === asking || (required === true && !filled[name] && !raw[name]?.length),
  );
}

function isLast(state: string): boolean {
  return readFormState(state)?.form === 'plan';
}

function asSaid(opened: Opened): Submitted {
  return opened.kind === 'said' ? opened : { ...opened, isNext: false };
}
