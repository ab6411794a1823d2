import type { People } from '../access/people.ts';
import type { Operation } from '../operations/operation.ts';
import type { Understanding } from '../understanding/meaning.ts';
import { type Reply, saying } from '../wording/reply.ts';
import type { Wording } from '../wording/wording.ts';
import type { Actors } from './actors.ts';
import type { doing } from './doing.ts';
import type { Pending } from './pending.ts';
import { rawSlots } from './rough-slots.ts';
import type { PendingQuestion } from './talk-state.ts';
import type { Pressed, Turn } from './turn.ts';
import { wishIn } from './wish-in.ts';

interface Parts {
  readonly actors: Actors;
  readonly people: People;
  readonly wording: Wording;
  readonly operations: ReadonlyMap<string, Operation>;
  readonly pending: Pending;
  readonly doing: ReturnType<typeof doing>;
}

/** What becomes of a question that Goldie asked: answered in words or by a button, asked again, or dropped. */
export function carryingOn({ actors, people, wording, operations, pending, doing }: Parts) {
  return { carriedOnBy, remindedOf, pick, askAgain, drop };

  /** The text as an answer to the question, if it is one. */
  async function carriedOnBy(
    turn: Turn,
    question: PendingQuestion,
    meant: Understanding,
  ): Promise<Reply | undefined> {
    const operation = operations.get(question.operation);
    const slot = operation?.slots.find(({ name }) => name === question.asking);
    const asking = await actors.asking(turn.who, question.project);
    if (!operation || !slot || !asking) return undefined;
    const named = rawSlots(operation, meant, people)[slot.name] ?? [];
    const isCommand = wishIn(meant, operations).kind === 'command';
    const words = doing.answerIn({ meant, named, isCommand }, slot, asking);
    // free words may have been misread, so they never carry out a command at once
    return (
      words && carriedOn(turn, { ...question, explicit: false, agreed: false }, operation, words)
    );
  }

  async function carriedOn(
    turn: Turn,
    { id, filled, raw: others, asking, explicit, agreed, project }: PendingQuestion,
    operation: Operation,
    words: readonly string[],
  ): Promise<Reply> {
    await pending.settle(turn, id);
    const raw = { ...others, [asking]: words };
    const draft = { operation, filled, raw, explicit, project };
    return (await doing.begin(turn, draft, { agreed })).reply;
  }

  /** Something in between was answered: what a task still needs is asked again, other questions are let go. */
  async function remindedOf(
    turn: Turn,
    { id, operation, asking }: PendingQuestion,
    reply: Reply,
  ): Promise<Reply> {
    if (!(await pending.isUnanswered(turn, id))) return reply;
    if (operations.get(operation)?.kind !== 'task') {
      await pending.settle(turn, id);
      return reply;
    }
    const question = wording.say(`questions.${operation}.${asking}`);
    return { ...reply, parts: [...reply.parts, { kind: 'paragraph', lines: [question] }] };
  }

  async function pick(turn: Turn, id: string, option: number): Promise<Pressed | undefined> {
    const question = await pending.questionById(turn, id);
    const value = question?.options[option]?.value;
    const operation = question && operations.get(question.operation);
    if (!question || !operation || value === undefined) return undefined;
    return { reply: await carriedOn(turn, question, operation, [value]), replaces: true };
  }

  /** Where no form can be shown, the question is asked as it was. */
  async function askAgain(turn: Turn, id: string): Promise<Pressed | undefined> {
    const question = await pending.questionById(turn, id);
    const operation = question && operations.get(question.operation);
    return operation ? doing.begin(turn, { ...question, operation }) : undefined;
  }

  async function drop(turn: Turn, id: string): Promise<Pressed | undefined> {
    if (!(await pending.questionById(turn, id))) return undefined;
    await pending.settle(turn, id);
    return { reply: saying(wording.say('questions.dropped')), replaces: true };
  }
}
