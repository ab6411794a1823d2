import type { ProjectId } from '../images/ids.ts';
import type { Operation } from '../operations/operation.ts';
import type { RawSlots } from '../operations/slot.ts';
import { type Reply, saying } from '../wording/reply.ts';
import type { Wording } from '../wording/wording.ts';
import type { doing } from './doing.ts';
import type { Pending } from './pending.ts';
import type { Pressed, Turn } from './turn.ts';

interface Parts {
  readonly wording: Wording;
  readonly pending: Pending;
  readonly doing: ReturnType<typeof doing>;
}

interface Beginning {
  readonly agreed?: boolean;
  readonly preview?: boolean;
  readonly project?: ProjectId | undefined;
}

/** Wishes begun, and wishes taken back before they come true. */
export function wishes({ wording, pending, doing }: Parts) {
  return { begun, leftAlone, takenBack };

  /** A new wish in free words or from a button. A task takes the place of whatever was being asked. */
  async function begun(
    turn: Turn,
    operation: Operation,
    raw: RawSlots,
    { agreed = false, preview = false, project }: Beginning = {},
  ): Promise<Pressed> {
    if (operation.kind === 'task' && !preview) await pending.drop(turn);
    const draft = { operation, filled: {}, raw, explicit: false, project };
    return doing.begin(turn, draft, { agreed, preview });
  }

  /** "Don't": what was asked about it here is dropped, plans for it are cancelled, and nothing else happens. */
  async function leftAlone(turn: Turn, { id: unwanted }: Operation): Promise<Reply> {
    const question = await pending.question(turn);
    if (question?.operation === unwanted) await pending.drop(turn);
    for (const { id, operation } of await pending.plans(turn))
      if (operation === unwanted) await doing.cancel(turn, id);
    return saying(...wording.lines('answers.negated'));
  }

  /** "No, wait ...": a later yes must not carry out what was objected to. Undefined: there is nothing to take back. */
  async function takenBack(turn: Turn): Promise<Reply | undefined> {
    const plans = await pending.plans(turn);
    if (plans.length === 0) return undefined;
    for (const { id } of plans) await doing.cancel(turn, id);
    return saying(...wording.lines('answers.taken-back'));
  }
}
