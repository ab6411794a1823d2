import type { Asking, Operation, Task } from '../operations/operation.ts';
import type { Filled } from '../operations/slot.ts';
import { type Choice, plain, type Reply } from '../wording/reply.ts';
import type { Wording } from '../wording/wording.ts';
import { type Form, type FormState, formState } from './form.ts';
import type { FormFields } from './form-fields.ts';

/** A task in the middle of being filled in. */
export type TaskState = Extract<FormState, { form: 'task' }>;

/** The forms there are: choose a task, fill in its pieces, agree to its plan. */
export interface FormPages {
  /** `about` is said above the inputs. */
  tasks(offered: readonly Task[], about?: Reply): Form;
  task(task: Task, state: TaskState, filled: Filled, asking: Asking, about?: Reply): Form;
  /** `confirm` is the button that agrees to the plan shown by `reply`. */
  plan(task: Task, proposal: string, reply: Reply, confirm: Choice): Form;
}

export function formPages(wording: Wording, { fields }: FormFields): FormPages {
  const cancel = plain(wording.say('choices.cancel'));
  return { tasks, task, plan };

  function tasks(offered: readonly Task[], about?: Reply): Form {
    return {
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
          options: offered.map((one) => ({ value: one.id, label: nameOf(one) })),
          given: [],
        },
      ],
      submit: plain(wording.say('forms.next')),
      close: cancel,
    };
  }

  function task(one: Task, state: TaskState, filled: Filled, asking: Asking, about?: Reply): Form {
    return {
      state: formState(state),
      title: nameOf(one),
      ...(about && { about }),
      fields: fields(one, filled, asking),
      submit: plain(wording.say('forms.check')),
      close: cancel,
    };
  }

  function plan(one: Task, proposal: string, reply: Reply, { label }: Choice): Form {
    return {
      state: formState({ form: 'plan', proposal }),
      title: nameOf(one),
      about: { ...reply, choices: [] },
      fields: [],
      submit: label,
      close: plain(wording.say('forms.back')),
    };
  }

  function nameOf({ id }: Operation): string {
    return plain(wording.say(`help.${id}.button`));
  }
}
