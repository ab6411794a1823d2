import type { People } from '../access/people.ts';
import { pressBegin } from '../operations/buttons.ts';
import type { Operation } from '../operations/operation.ts';
import type { Understander, Understanding } from '../understanding/meaning.ts';
import { saying } from '../wording/reply.ts';
import type { Wording } from '../wording/wording.ts';
import type { Actors } from './actors.ts';
import type { Opened } from './form.ts';
import type { Forms } from './forms.ts';
import { knownTo } from './known.ts';
import { rawSlots } from './rough-slots.ts';
import type { Turn } from './turn.ts';

interface Parts {
  readonly actors: Actors;
  readonly people: People;
  readonly wording: Wording;
  readonly operations: ReadonlyMap<string, Operation>;
  readonly understander: Understander;
  readonly forms: Forms;
}

/**
 * The form of the task that a message seems to ask for, with what it names filled in, for the person who looks at it.
 * Whoever wrote the message, it is a suggestion only: nothing happens before that person agrees to the plan.
 */
export function suggestions({ actors, people, wording, operations, understander, forms }: Parts) {
  return async (turn: Turn, text: string): Promise<Opened> => {
    const asking = await actors.asking(turn.who);
    const meant = understander.understand(text, knownTo(asking));
    const wished = [...(meant.wishes ?? [meant])].find((wish) => taskOf(wish) !== undefined);
    const task = wished && taskOf(wished);
    if (!task) return forms.tasks(turn, saying(wording.say('forms.no-task')));
    return forms.open(turn, pressBegin(task.id, rawSlots(task, wished, people)));
  };

  /** The task that is meant, or that is the most likely one. */
  function taskOf({ id, alternatives }: Understanding): Operation | undefined {
    const ids = [id ?? [], alternatives.map((one) => one.id)].flat();
    return ids.map((one) => operations.get(one)).find((one) => one?.kind === 'task');
  }
}
