import type { People } from '../access/people.ts';
import type { ProjectId } from '../images/ids.ts';
import type { Operation } from '../operations/operation.ts';
import type { Filled, RawSlots } from '../operations/slot.ts';
import type { Understanding } from '../understanding/meaning.ts';
import type { Reply } from '../wording/reply.ts';
import type { Actors } from './actors.ts';
import { amended, amendmentIn, renamed } from './amendment.ts';
import { isCorrection, renewedPieces, without, withoutRejected } from './correction.ts';
import type { doing } from './doing.ts';
import type { Pending } from './pending.ts';
import { rawSlots } from './rough-slots.ts';
import type { Turn } from './turn.ts';

interface Parts {
  readonly actors: Actors;
  readonly people: People;
  readonly operations: ReadonlyMap<string, Operation>;
  readonly pending: Pending;
  readonly doing: ReturnType<typeof doing>;
}

/** What is put right: the newest plan or question of the person in this place. */
interface Open {
  readonly operation: string;
  readonly filled: Filled;
  readonly raw: RawSlots;
  readonly project?: ProjectId | undefined;
  readonly until: string;
  readonly close: () => Promise<unknown>;
}

/**
 * "No, web-02", "also team-ops", "call it nightly-2": puts a piece of what was just proposed or asked for in the place of another, or adds to what was
 * named and takes from it. The old plan is closed before the new one is shown. Gives undefined for a text that corrects nothing; a plan that another order takes the place of is
 * closed all the same.
 */
export function corrections({ actors, people, operations, pending, doing }: Parts) {
  return async (turn: Turn, meant: Understanding): Promise<Reply | undefined> => {
    const open = await newest(turn);
    const operation = open && operations.get(open.operation);
    if (!open || !operation) return undefined;
    const changed = renamed(operation, meant.text) ?? (await listsIn(turn, meant, open, operation));
    if (changed) return reopened(turn, open, operation, changed);
    if (!isCorrection(meant)) return undefined;
    const wanted = meant.kind === 'operation' ? operations.get(meant.id ?? '') : undefined;
    if (wanted && wanted !== operation && hasWordOf(wanted, meant.text)) {
      if (wanted.kind === 'task') await open.close();
      return undefined;
    }
    const slots = withoutRejected(meant);
    const renewed = renewedPieces(operation, rawSlots(operation, { ...meant, slots }, people));
    return Object.keys(renewed).length === 0 ? undefined : reopened(turn, open, operation, renewed);
  };

  /** Lists that a text adds to or takes from. */
  async function listsIn(
    turn: Turn,
    meant: Understanding,
    open: Open,
    operation: Operation,
  ): Promise<RawSlots | undefined> {
    const amendment = amendmentIn(meant.text);
    const asking = amendment && (await actors.asking(turn.who, open.project));
    if (!amendment || !asking) return undefined;
    const said = rawSlots(operation, meant, people);
    return amended(amendment, { operation, said, open, text: meant.text }, asking);
  }

  /** The same once more with other pieces. */
  async function reopened(
    turn: Turn,
    open: Open,
    operation: Operation,
    renewed: RawSlots,
  ): Promise<Reply> {
    await open.close();
    const filled = without(open.filled, renewed);
    const raw = { ...open.raw, ...renewed };
    const draft = { operation, filled, raw, explicit: false, project: open.project };
    return (await doing.begin(turn, draft)).reply;
  }

  async function newest(turn: Turn): Promise<Open | undefined> {
    const question = await pending.question(turn);
    const plans = await pending.correctable(turn);
    const open = [
      ...plans.map(({ id, operation, slots, project, until }): Open => {
        const close = () => doing.cancel(turn, id);
        return { operation, filled: slots, raw: {}, project, until, close };
      }),
      ...(question ? [{ ...question, close: () => pending.settle(turn, question.id) }] : []),
    ];
    return open.toSorted((one, other) => one.until.localeCompare(other.until)).at(-1);
  }
}

/** Without a word of its own, what looks like another wish is only a name said anew. */
function hasWordOf({ verbs }: Operation, text: string): boolean {
  const words = text.toLowerCase().split(/[^\w-]+/);
  return verbs.some((verb) => words.includes(verb));
}
