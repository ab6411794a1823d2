import { plain, type Reply, saying } from '../wording/reply.ts';
import type { Wording } from '../wording/wording.ts';
import type { doing } from './doing.ts';
import type { Pending } from './pending.ts';
import { pressValue } from './press.ts';
import { lastQuestion } from './proposals.ts';
import type { Proposal } from './talk-state.ts';
import type { Turn } from './turn.ts';

type Grave = NonNullable<Proposal['grave']>;

interface Parts {
  readonly pending: Pending;
  readonly wording: Wording;
  readonly doing: ReturnType<typeof doing>;
}

/**
 * A bare yes or no belongs to what was shown last in this place; where that is not one thing, it is asked back. Undefined
 * where nothing waits.
 */
export function yesOrNo({ pending, wording, doing }: Parts) {
  return async (turn: Turn, bare: 'yes' | 'no'): Promise<Reply | undefined> => {
    const question = await pending.question(turn);
    const plans = await pending.plans(turn);
    const [plan] = plans;
    if (question && plans.every(({ until }) => until <= question.until)) {
      if (bare === 'yes') {
        const asked = wording.say(`questions.${question.operation}.${question.asking}`);
        return saying(wording.say('questions.not-a-yes'), asked);
      }
      await pending.settle(turn, question.id);
      return saying(wording.say('questions.dropped'));
    }
    if (!plan) return undefined;
    if (plans.length > 1) return which(bare, plans);
    if (bare === 'yes' && plan.grave) return onlyByButton(plan, plan.grave);
    const ended = bare === 'yes' ? doing.confirm(turn, plan.id) : doing.cancel(turn, plan.id);
    return (await ended).reply;
  };

  /** One word is too little for what cannot be undone or hurts others. */
  function onlyByButton({ id }: Proposal, { reason, label }: Grave): Reply {
    const cancel = plain(wording.say('choices.cancel'));
    return {
      ...saying(...wording.lines('proposals.only-by-button', { reason, label })),
      choices: [
        { label, value: pressValue({ does: 'confirm', id }), tone: 'danger' },
        { label: cancel, value: pressValue({ does: 'cancel', id }) },
      ],
    };
  }

  function which(bare: 'yes' | 'no', plans: readonly Proposal[]): Reply {
    const does = bare === 'yes' ? 'confirm' : 'cancel';
    return {
      ...saying(wording.say(`proposals.which-to-${does}`)),
      choices: plans.map(({ id, title, grave }) => ({
        label: title,
        value: pressValue({ does, id }),
        ...(grave && bare === 'yes' && { sure: lastQuestion(wording, grave) }),
      })),
    };
  }
}
