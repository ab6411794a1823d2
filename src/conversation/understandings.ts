import type { People } from '../access/people.ts';
import type { Asking, Operation } from '../operations/operation.ts';
import type { Understander, Understanding } from '../understanding/meaning.ts';
import type { Reply } from '../wording/reply.ts';
import type { Wording } from '../wording/wording.ts';
import type { answering } from './answering.ts';
import { isObjection } from './bare-answers.ts';
import { agedAt } from './by-age.ts';
import type { checks } from './checks.ts';
import type { feedback } from './feedback.ts';
import type { followUps } from './follow-ups.ts';
import type { handOver } from './hand-over.ts';
import { knownTo } from './known.ts';
import { oneByOne } from './one-by-one.ts';
import type { Pending } from './pending.ts';
import { beginsWith, pointedAt, spelledOut } from './pointing.ts';
import { rawSlots } from './rough-slots.ts';
import type { Topic } from './talk-state.ts';
import { thingsNamed } from './things.ts';
import type { Topics } from './topics.ts';
import type { Turn } from './turn.ts';
import { wishIn } from './wish-in.ts';
import type { wishes } from './wishes.ts';

interface Parts {
  readonly people: People;
  readonly wording: Wording;
  readonly operations: ReadonlyMap<string, Operation>;
  readonly pending: Pending;
  readonly topics: Topics;
  readonly understander: Understander;
  readonly answering: ReturnType<typeof answering>;
  readonly checks: ReturnType<typeof checks>;
  readonly wishes: ReturnType<typeof wishes>;
  readonly feedback: ReturnType<typeof feedback>;
  readonly followed: ReturnType<typeof followUps>;
  readonly handOver: ReturnType<typeof handOver>;
  /** Cloud profile of somebody who acts for no project. */
  readonly defaultCloud: string;
}

/** What free words lead to once it is clear what they mean: an answer, a wish begun, or a question back. */
export function understandings(parts: Parts) {
  const { people, wording, operations, pending, topics, answering, checks } = parts;
  const { feedback, followed, handOver, defaultCloud, understander } = parts;
  const eachOf = oneByOne({ people, operations, pending, wording, understood: understoodAlone });
  const { begun, leftAlone, takenBack } = parts.wishes;
  return { understood, answeredById };

  async function understood(
    turn: Turn,
    meant: Understanding,
    asking: Asking | undefined,
  ): Promise<Reply> {
    const before = await topics.before(turn);
    const gone = await followed(turn, meant, before, asking);
    if (gone) return gone;
    return meant.wishes ? eachOf(turn, meant.wishes, asking) : understoodAlone(turn, meant, asking);
  }

  /** One wish or question, with "it" filled in and what was named remembered. */
  async function understoodAlone(
    turn: Turn,
    said: Understanding,
    asking: Asking | undefined,
  ): Promise<Reply> {
    const before = await topics.before(turn);
    const heard = withName(said, before, asking);
    const subject = subjectOf(heard);
    const pointed = pointedAt(heard, subject, before, asking);
    const meant = agedAt(pointed, subject, asking);
    const { kind, id, slots, text } = meant;
    if (kind === 'smalltalk' && id !== null) return answering.smalltalk(id);
    const things = asking ? thingsNamed(slots, asking) : [];
    const cloud = slots.clouds?.[0] ?? cloudOf(asking);
    const answer = kind === 'answer' && id !== null ? id : undefined;
    const checking = asking && checks.checkingIn(meant, asking);
    if (checking) {
      const { task, slots: filled } = checking;
      const project = asking.caller.project;
      const about = { operation: task.id, slots: filled, project, wasQuestion: true };
      await topics.remember(turn, { text, things, ...about, ...(answer && { answer, cloud }) });
      const checked = await checks.answer(turn, checking, asking);
      if (checked) return checked;
    } else if (things.length > 0 || kind !== 'operation')
      await topics.remember(turn, { text, things, ...(answer && { answer, cloud }) });
    if (kind === 'out-of-scope') return missed(turn, meant, asking, answering.outside());
    if (answer !== undefined)
      return rateable(await reported(answering.faq(answer, cloud), answer, asking), answer, text);
    return wished(turn, meant, asking);
  }

  /**
   * "How big is it?" means more with the name of what was spoken of. An order keeps its meaning, and only finds its pieces
   * better.
   */
  function withName(
    said: Understanding,
    before: readonly Topic[],
    asking: Asking | undefined,
  ): Understanding {
    const isOrder = said.speech === 'order';
    if (!isOrder && said.speech !== 'question') return said;
    const isClear = said.kind === 'operation' || said.kind === 'answer';
    const spelled = spelledOut(said.text, isOrder ? subjectOf(said) : undefined, before);
    if (spelled === undefined) return said;
    const again = { ...understander.understand(spelled, knownTo(asking)), text: said.text };
    if (isOrder) return again.id === said.id && said.kind === 'operation' ? again : said;
    const isClearer = again.kind === 'operation' || again.kind === 'answer';
    return isClearer && (!isClear || again.sureness > said.sureness) ? again : said;
  }

  /** What was not understood is written down, and can be passed on to people. */
  async function missed(
    turn: Turn,
    meant: Understanding,
    asking: Asking | undefined,
    reply: Reply,
  ): Promise<Reply> {
    const kind = meant.kind === 'out-of-scope' ? 'outside' : 'unsure';
    await feedback.missed(turn, meant, kind, asking?.caller.project);
    if (kind === 'outside') return reply;
    return { ...reply, choices: [...(reply.choices ?? []), ...handOver.choice(meant.text)] };
  }

  function rateable(reply: Reply, answer: string, text: string): Reply {
    return { ...reply, choices: [...(reply.choices ?? []), ...feedback.thumbs(answer, text)] };
  }

  /** An answer with what the asker has of the thing it is about. */
  async function reported(reply: Reply, answer: string, asking: Asking | undefined) {
    const reporting = answering.reporting(answer);
    const needs = reporting?.needs;
    if (!asking || (needs !== undefined && !asking.caller.actions.has(needs))) return reply;
    const report = await reporting?.answer({}, asking);
    const [first] = report?.parts ?? [];
    return first ? { ...reply, parts: [first, ...reply.parts] } : reply;
  }

  /** The operation that a text is about, if only perhaps: its pieces are what "it" may stand for. */
  function subjectOf({ slots, id, alternatives, text }: Understanding): Operation | undefined {
    const [meaning = ''] = [slots.about, id, alternatives[0]?.id].flatMap((one) => one ?? []);
    const subject = operations.get(meaning) ?? answering.operationOf(meaning);
    return subject ?? [...operations.values()].find((one) => beginsWith(one, text));
  }

  async function wished(
    turn: Turn,
    meant: Understanding,
    asking: Asking | undefined,
  ): Promise<Reply> {
    const { alternatives } = meant;
    const wish = wishIn(meant, operations);
    switch (wish.kind) {
      case 'none':
        return isObjection(meant.text)
          ? ((await takenBack(turn)) ?? answering.unsure(alternatives))
          : missed(turn, meant, asking, answering.unsure(alternatives));
      case 'negated':
        return leftAlone(turn, wish.operation);
      case 'command':
        return (await begun(turn, wish.operation, wish.raw)).reply;
      case 'wish': {
        const raw = rawSlots(wish.operation, meant, people);
        return (await begun(turn, wish.operation, raw, { preview: wish.onlyToSee })).reply;
      }
    }
  }

  /** The answer to a question of the FAQ that was chosen from a list. */
  async function answeredById(turn: Turn, id: string, asking: Asking | undefined): Promise<Reply> {
    const title = answering.titleOf(id);
    if (title === undefined) return answering.unsure([]);
    const cloud = cloudOf(asking);
    await topics.remember(turn, { answer: id, cloud });
    return rateable(answering.faq(id, cloud), id, title);
  }

  function cloudOf(asking: Asking | undefined): string {
    return asking?.world.profile.id ?? defaultCloud;
  }
}
