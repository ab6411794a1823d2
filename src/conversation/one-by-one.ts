import type { People } from '../access/people.ts';
import { buttonFor, pressBegin } from '../operations/buttons.ts';
import type { Asking, Operation } from '../operations/operation.ts';
import type { Understanding } from '../understanding/meaning.ts';
import { type Choice, plain, type Reply } from '../wording/reply.ts';
import type { Wording } from '../wording/wording.ts';
import type { Pending } from './pending.ts';
import { rawSlots } from './rough-slots.ts';
import type { Turn } from './turn.ts';

interface Parts {
  readonly people: People;
  readonly operations: ReadonlyMap<string, Operation>;
  readonly pending: Pending;
  readonly wording: Wording;
  readonly understood: (
    turn: Turn,
    meant: Understanding,
    asking: Asking | undefined,
  ) => Promise<Reply>;
}

/**
 * Several wishes in one message, one after the other, each with a reply and a plan of its own. Where one of them needs an
 * answer first, those after it wait behind buttons.
 */
export function oneByOne({ people, operations, pending, wording, understood }: Parts) {
  return async (
    turn: Turn,
    wishes: readonly Understanding[],
    asking: Asking | undefined,
  ): Promise<Reply> => {
    const replies: Reply[] = [];
    for (const [at, wish] of wishes.entries()) {
      const part = at === 0 ? turn : { ...turn, key: `${turn.key}+${at}` };
      const reply = await understood(part, wish, asking);
      const waiting = (await pending.isUnanswered(part, part.key)) ? wishes.slice(at + 1) : [];
      replies.push(waiting.length === 0 ? reply : withWaiting(reply, waiting));
      if (waiting.length > 0) break;
    }
    const [first, ...more] = replies;
    if (!first) throw new Error('there is no wish to go through');
    return more.length === 0 ? first : { ...first, more };
  };

  function withWaiting(reply: Reply, waiting: readonly Understanding[]): Reply {
    const choices = waiting.flatMap((wish) => choice(wish));
    if (choices.length === 0) return reply;
    return {
      ...reply,
      parts: [...reply.parts, { kind: 'note', line: wording.say('answers.afterwards') }],
      choices: [...(reply.choices ?? []), ...choices],
    };
  }

  function choice({ id, slots, text, speech }: Understanding): readonly Choice[] {
    const operation = operations.get(id ?? '');
    if (!operation || (operation.kind === 'task' && speech !== 'order')) return [];
    const label = plain(wording.say('answers.next', { wish: text }));
    const value = pressBegin(operation.id, rawSlots(operation, { slots, text }, people));
    return buttonFor(label, value);
  }
}
