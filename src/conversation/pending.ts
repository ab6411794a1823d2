import { isOpen, type PendingQuestion, type Proposal } from './talk-state.ts';
import type { Talks } from './talks.ts';
import type { Turn } from './turn.ts';

/** What waits for the person of a turn, in the place of the turn. */
export interface Pending {
  /** The question asked there before this turn, if it is still to be answered. */
  question(turn: Turn): Promise<PendingQuestion | undefined>;
  /** Nobody has answered the question yet, not even this turn. */
  isUnanswered(turn: Turn, id: string): Promise<boolean>;
  /** A question by its ID, wherever it was asked. */
  questionById(turn: Turn, id: string): Promise<PendingQuestion | undefined>;
  /** Plans that can still be agreed to, oldest first. */
  plans(turn: Turn): Promise<readonly Proposal[]>;
  /** Plans that this turn may put right: the open ones, and what it has closed itself. */
  correctable(turn: Turn): Promise<readonly Proposal[]>;
  /** The question has its answer; only this turn may answer it again. */
  settle(turn: Turn, id: string): Promise<void>;
  /** What was being asked there is no longer asked. */
  drop(turn: Turn): Promise<void>;
}

export function pendingIn(talks: Talks, clock: () => number): Pending {
  const pending: Pending = {
    async question({ who, key, where }) {
      const { questions } = await talks.of(who);
      return questions.find((one) => one.where === where && one.id !== key && isOpen(one, key));
    },
    async isUnanswered({ who }, id) {
      const { questions } = await talks.of(who);
      return questions.some((one) => one.id === id && one.answeredBy === undefined);
    },
    async questionById({ who, key }, id) {
      const { questions } = await talks.of(who);
      return questions.find((one) => one.id === id && isOpen(one, key));
    },
    async plans({ who, where: here }) {
      const { proposals } = await talks.of(who);
      return proposals.filter(
        ({ where, used, until }) => where === here && !used && Date.parse(until) > clock(),
      );
    },
    async correctable({ who, key, where: here }) {
      const { proposals } = await talks.of(who);
      return proposals.filter(
        ({ id, where, used, until }) =>
          where === here && id !== key && (!used || used.by === key) && Date.parse(until) > clock(),
      );
    },
    settle: ({ who, key }, id) =>
      talks.change(who, (talk) => ({
        talk: {
          ...talk,
          questions: talk.questions.map((one) =>
            one.id === id ? { ...one, answeredBy: key } : one,
          ),
        },
        found: undefined,
      })),
    async drop(turn) {
      const question = await pending.question(turn);
      if (question) await pending.settle(turn, question.id);
    },
  };
  return pending;
}
