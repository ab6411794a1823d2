import type { Operation, Task } from '../operations/operation.ts';
import type { Understanding } from '../understanding/meaning.ts';
import type { answering } from './answering.ts';

type Operations = ReadonlyMap<string, Operation>;
type Answering = Pick<ReturnType<typeof answering>, 'operationOf'>;

/** The task that a question is about. */
export interface Subject {
  readonly task: Task;
  /** The understanding was sure of it. */
  readonly isSure: boolean;
  /** The text has a word of the task's own. */
  readonly isNamed: boolean;
}

/**
 * The task whose rules can answer a question: the one that was meant, the one that a question of the FAQ is about, or,
 * where nothing is sure, the likeliest.
 */
export function subjectOf(
  { kind, id, slots, alternatives, text }: Understanding,
  operations: Operations,
  answering: Answering,
): Subject | undefined {
  const words = new Set(text.toLowerCase().match(/[a-z]+/g));
  const named = (task: Task) => task.verbs.some((verb) => words.has(verb));
  const meant = id === null ? undefined : taskOf(id);
  if (kind === 'operation') {
    const about = meant ?? (slots.about === undefined ? undefined : taskOf(slots.about));
    return about && { task: about, isSure: meant !== undefined, isNamed: true };
  }
  if (kind === 'answer') return meant && { task: meant, isSure: false, isNamed: true };
  if (kind === 'smalltalk') return undefined;
  const [task] = [...alternatives.flatMap((one) => taskOf(one.id) ?? []), ...namedIn(words)];
  return task && { task, isSure: false, isNamed: named(task) };

  function taskOf(meaning: string): Task | undefined {
    const operation = operations.get(meaning) ?? answering.operationOf(meaning);
    return operation?.kind === 'task' ? operation : undefined;
  }

  /** Tasks whose first word stands in the text. */
  function namedIn(said: ReadonlySet<string>): readonly Task[] {
    return [...operations.values()].flatMap((operation) =>
      operation.kind === 'task' && said.has(operation.verbs[0] ?? '') ? [operation] : [],
    );
  }
}
