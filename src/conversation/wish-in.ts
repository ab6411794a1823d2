import type { Operation, Task } from '../operations/operation.ts';
import type { RawSlots } from '../operations/slot.ts';
import type { Understanding } from '../understanding/meaning.ts';

/** What somebody wants of the operations. */
export type Wish =
  | { readonly kind: 'none' }
  /** Not to be done. */
  | { readonly kind: 'negated'; readonly operation: Task }
  /** Said like a command: "help share", "delete". */
  | { readonly kind: 'command'; readonly operation: Operation; readonly raw: RawSlots }
  /** `onlyToSee`: "what would happen if": the plan is shown, and nothing is offered. */
  | { readonly kind: 'wish'; readonly operation: Operation; readonly onlyToSee: boolean };

/** Reads from what was understood which operation is meant, and how. */
export function wishIn(
  { kind, id, slots, speech, alternatives, text }: Understanding,
  operations: ReadonlyMap<string, Operation>,
): Wish {
  const [likely] = alternatives;
  const doubted = likely && operations.get(likely.id);
  if (kind === 'unsure' && speech === 'negated' && doubted?.kind === 'task')
    return { kind: 'negated', operation: doubted };

  const [verb = '', about, ...rest] = text.toLowerCase().split(/\s+/);
  const byVerb = [...operations.values()].find(({ verbs }) => verbs.includes(verb));
  const isHelp = byVerb?.id === 'help' && rest.length === 0 && verbsOf(operations).has(about ?? '');
  if (byVerb && (isHelp || (kind === 'unsure' && about === undefined)))
    return { kind: 'command', operation: byVerb, raw: byVerb.words(about ?? '') };

  const meant = id === null ? undefined : operations.get(id);
  if (kind !== 'operation' || !meant) return { kind: 'none' };
  const onlyToSee = speech === 'hypothetical';
  const topic = meant.id === 'help' && slots.about ? operations.get(slots.about) : undefined;
  const namesIt = [slots.images, slots.servers].some((names = []) => names.length > 0);
  if (onlyToSee && topic?.kind === 'task' && namesIt)
    return { kind: 'wish', operation: topic, onlyToSee };
  if (speech === 'negated' && meant.kind === 'task') return { kind: 'negated', operation: meant };
  return { kind: 'wish', operation: meant, onlyToSee: onlyToSee && meant.kind === 'task' };
}

function verbsOf(operations: ReadonlyMap<string, Operation>): ReadonlySet<string> {
  return new Set([...operations.values()].flatMap(({ verbs }) => verbs));
}
