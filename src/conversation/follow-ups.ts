import type { People } from '../access/people.ts';
import type { Asking, Operation } from '../operations/operation.ts';
import type { Understander, Understanding } from '../understanding/meaning.ts';
import type { Reply } from '../wording/reply.ts';
import type { answering } from './answering.ts';
import type { checks } from './checks.ts';
import { clearPieces } from './clear-pieces.ts';
import { renewedPieces, without } from './correction.ts';
import type { doing } from './doing.ts';
import { additionIn, facetWords, isWhy } from './follow-up.ts';
import { knownTo } from './known.ts';
import { rawSlots } from './rough-slots.ts';
import type { Topic } from './talk-state.ts';
import type { Topics } from './topics.ts';
import type { Turn } from './turn.ts';

interface Parts {
  readonly people: People;
  readonly operations: ReadonlyMap<string, Operation>;
  readonly understander: Understander;
  readonly answering: ReturnType<typeof answering>;
  readonly checks: ReturnType<typeof checks>;
  readonly doing: ReturnType<typeof doing>;
  readonly topics: Topics;
}

/** Half sentences such as "and for full-ECS?", "in cn-north-1?" or "why?", which go on from what was said before them. */
export function followUps(parts: Parts) {
  const { people, operations, understander, answering, checks, doing, topics } = parts;
  const commands = new Set([...operations.values()].flatMap(({ verbs }) => verbs));

  /** The reply to a text that goes on from the newest topic; undefined when it stands for itself. */
  return async (
    turn: Turn,
    meant: Understanding,
    [topic]: readonly Topic[],
    asking: Asking | undefined,
  ): Promise<Reply | undefined> => {
    if (!topic) return undefined;
    if (isWhy(meant.text)) return because(turn, topic, asking);
    const addition = additionIn(meant, commands);
    if (addition === undefined) return undefined;
    if (topic.answer !== undefined) return answered(turn, topic, meant, addition, asking);
    return asking && done(turn, topic, meant, asking);
  };

  async function because(turn: Turn, topic: Topic, asking: Asking | undefined) {
    const task = operations.get(topic.operation ?? '');
    if (task?.kind === 'task' && asking) {
      const { slots } = topic;
      await topics.remember(turn, topic);
      return checks.answer(turn, { task, slots, form: 'why', isSure: false }, asking);
    }
    if (topic.answer === undefined || topic.cloud === undefined) return undefined;
    await topics.remember(turn, topic);
    return answering.why(topic.answer, topic.cloud);
  }

  /** The question asked before, for another cloud or about a part of its subject. */
  async function answered(
    turn: Turn,
    { answer: before = '', cloud: was = '', text }: Topic,
    meant: Understanding,
    addition: string,
    asking: Asking | undefined,
  ): Promise<Reply | undefined> {
    const cloud = cloudIn(meant, asking);
    if (cloud !== undefined) {
      await topics.remember(turn, { answer: before, cloud, text });
      return answering.faq(before, cloud);
    }
    const whole = `${text} ${addition}`;
    const again = understander.understand(whole, knownTo(asking));
    const answer = again.kind === 'answer' && again.id !== null ? again.id : before;
    const reply = answering.facet(answer, was, facetWords(addition));
    if (answer === before && reply === answering.faq(before, was)) return undefined;
    await topics.remember(turn, { answer, cloud: was, text: whole });
    return reply;
  }

  /** The same once more with other pieces: judged again after a question, planned again after an order. */
  async function done(
    turn: Turn,
    topic: Topic,
    meant: Understanding,
    asking: Asking,
  ): Promise<Reply | undefined> {
    const operation = operations.get(topic.operation ?? '');
    if (!operation) return undefined;
    const raw = renewedPieces(operation, rawSlots(operation, meant, people));
    if (Object.keys(raw).length === 0) return undefined;
    const filled = without(topic.slots, raw);
    const isQuestion = topic.wasQuestion || meant.text.trim().endsWith('?');
    if (operation.kind !== 'task' || !isQuestion) {
      const draft = { operation, filled, raw, explicit: false, project: topic.project };
      return (await doing.begin(turn, draft)).reply;
    }
    const renewed = clearPieces(operation, raw, asking);
    if (!renewed) return undefined;
    const slots = { ...filled, ...renewed };
    await topics.remember(turn, { operation: operation.id, slots, wasQuestion: true });
    return checks.answer(turn, { task: operation, slots, form: 'may', isSure: false }, asking);
  }

  /** The cloud named, or that of the region named. */
  function cloudIn({ slots }: Understanding, asking: Asking | undefined): string | undefined {
    const [region] = slots.regions ?? [];
    const projects = asking?.world.directory.projects() ?? [];
    return slots.clouds?.[0] ?? projects.find((one) => one.region === region)?.cloud;
  }
}
