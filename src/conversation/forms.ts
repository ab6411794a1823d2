import type { ProjectId } from '../images/ids.ts';
import type { Operation, Task } from '../operations/operation.ts';
import type { RawSlots } from '../operations/slot.ts';
import { plain, type Reply, saying } from '../wording/reply.ts';
import type { Wording } from '../wording/wording.ts';
import type { Actors } from './actors.ts';
import type { doing } from './doing.ts';
import {
  type Entries,
  type FormOption,
  type Opened,
  readFormState,
  type Submitted,
} from './form.ts';
import { formFields } from './form-fields.ts';
import { formPages, type TaskState } from './form-pages.ts';
import { formPlans } from './form-plans.ts';
import type { Pending } from './pending.ts';
import { pressValue, readPress } from './press.ts';
import type { PendingQuestion } from './talk-state.ts';
import type { Turn } from './turn.ts';

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

type Said = Extract<Opened, { kind: 'said' }>;

/** A task to be begun, with what is known of it; perhaps in place of answering a question. */
interface Beginning {
  readonly task: Task;
  readonly given: RawSlots;
  readonly project?: ProjectId | undefined;
  readonly question?: string | undefined;
}

export function forms({ actors, wording, operations, doing, pending }: Parts): Forms {
  const fields = formFields(wording);
  const pages = formPages(wording, fields);
  const plans = formPlans({ wording, fields, pages, doing, pending });
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
    const nothing = fields.nothing(task, asking);
    if (nothing) return { kind: 'said', reply: saying(nothing) };
    const { filled } = fields.read(task, given, asking);
    const state = {
      form: 'task',
      task: task.id,
      project: asking.caller.project,
      question,
    } as const;
    return { kind: 'form', form: pages.task(task, state, filled, asking) };
  }

  /** What is said to somebody who may not, as everywhere. */
  async function inWords(turn: Turn, { task, given, project }: Beginning): Promise<Said> {
    const draft = { operation: task, filled: {}, raw: given, explicit: false, project };
    return { kind: 'said', reply: (await doing.begin(turn, draft)).reply };
  }

  async function tasks(turn: Turn, about?: Reply): Promise<Opened> {
    const asking = await actors.asking(turn.who);
    if (!asking) return { kind: 'said', reply: saying(...wording.lines('access.guest')) };
    const offered = [...operations.values()].flatMap((one) =>
      one.kind === 'task' && one.forbidden(asking) === undefined ? [one] : [],
    );
    if (offered.length === 0)
      return { kind: 'said', reply: saying(wording.say('access.forbidden')) };
    return { kind: 'form', form: pages.tasks(offered, about) };
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
        return filledIn(turn, state, entries);
      case 'plan':
        return { kind: 'done', reply: (await doing.confirm(turn, state.proposal)).reply };
      default:
        return over;
    }
  }

  async function filledIn(turn: Turn, state: TaskState, entries: Entries): Promise<Submitted> {
    const { project } = state;
    const task = taskNamed(state.task);
    const asking = await actors.asking(turn.who, project);
    if (!task) return over;
    if (!asking || task.forbidden(asking)) return inWords(turn, { task, given: entries, project });
    return plans.planned(turn, task, state, entries, asking);
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
    return slot && asking ? fields.search(slot, letters, asking) : [];
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
