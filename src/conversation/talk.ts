import type { People } from '../access/people.ts';
import type { Answers } from '../answers/answer.ts';
import type { ProjectId } from '../images/ids.ts';
import type { Asking, Operation } from '../operations/operation.ts';
import type { RawSlots } from '../operations/slot.ts';
import type { Understander, Understanding } from '../understanding/meaning.ts';
import { privately, type Reply, saying } from '../wording/reply.ts';
import type { Wording } from '../wording/wording.ts';
import type { Actors } from './actors.ts';
import type { answering } from './answering.ts';
import { bareAnswer, isObjection } from './bare-answers.ts';
import { checks as checksBy } from './checks.ts';
import { corrections } from './corrections.ts';
import type { doing } from './doing.ts';
import { feedback as feedbackFor } from './feedback.ts';
import { followUps } from './follow-ups.ts';
import { type Forms, forms as formsOf } from './forms.ts';
import { handOver as handOverBy } from './hand-over.ts';
import { knownTo } from './known.ts';
import { oneByOne } from './one-by-one.ts';
import { pendingIn } from './pending.ts';
import { beginsWith, pointedAt } from './pointing.ts';
import type { FeedbackLog, Helpdesk, TaughtPhrases } from './ports.ts';
import { readPress } from './press.ts';
import type { proposals } from './proposals.ts';
import { rawSlots } from './rough-slots.ts';
import type { PendingQuestion } from './talk-state.ts';
import type { Talks } from './talks.ts';
import { knowingTaught } from './taught.ts';
import { teaching as teachingFor } from './teaching.ts';
import { thingsNamed } from './things.ts';
import type { Topics } from './topics.ts';
import type { Pressed, Turn } from './turn.ts';
import { wishIn } from './wish-in.ts';
import { yesOrNo } from './yes-or-no.ts';

/** The ways a person reaches Goldie: saying something, ordering it by command, pressing a button. */
export interface Conversation {
  /** Free words, as Slack sends them. Words alone never change anything. */
  said(turn: Turn, text: string): Promise<Reply>;
  /** A slash command with its text. */
  ordered(turn: Turn, command: string, text: string): Promise<Reply>;
  /** The value of a pressed button. */
  pressed(turn: Turn, value: string): Promise<Pressed>;
  /** The same by form, where Slack can show one. */
  readonly forms: Forms;
}

interface Parts {
  readonly talks: Talks;
  readonly actors: Actors;
  readonly people: People;
  readonly wording: Wording;
  readonly operations: ReadonlyMap<string, Operation>;
  readonly understander: Understander;
  readonly answering: ReturnType<typeof answering>;
  readonly doing: ReturnType<typeof doing>;
  readonly proposals: ReturnType<typeof proposals>;
  readonly topics: Topics;
  readonly answers: Answers;
  readonly log: FeedbackLog;
  readonly taught: TaughtPhrases;
  /** Undefined where no channel is set up for it. */
  readonly helpdesk: Helpdesk | undefined;
  /** Cloud profile of somebody who acts for no project. */
  readonly defaultCloud: string;
  readonly clock: () => number;
}

interface Beginning {
  readonly agreed?: boolean;
  readonly preview?: boolean;
  readonly project?: ProjectId | undefined;
}

export function conversation(parts: Parts): Conversation {
  const { talks, actors, people, wording, operations, topics, answering, doing } = parts;
  const understander = knowingTaught(parts.understander, parts.taught, operations);
  const feedback = feedbackFor(parts);
  const teaching = teachingFor(parts);
  const handOver = handOverBy(parts);
  const pending = pendingIn(talks, parts.clock);
  const answered = yesOrNo({ pending, wording, doing });
  const checks = checksBy(parts);
  const corrected = corrections({ people, operations, pending, doing });
  const followed = followUps({ ...parts, understander, checks });
  const eachOf = oneByOne({ people, operations, pending, wording, understood: understoodAlone });
  const forms = formsOf({ actors, wording, operations, doing, pending });
  return { said, ordered, pressed, forms };

  async function said(turn: Turn, text: string): Promise<Reply> {
    const asking = await actors.asking(turn.who);
    const meant = understander.understand(text, knownTo(asking));
    const bare = bareAnswer(meant.text);
    if (bare) return answered(turn, bare);

    const forPeople = await handOver.askedIn(turn, meant.text);
    if (forPeople !== undefined) return handOver.reply(turn, forPeople, asking);
    const righted = await corrected(turn, meant);
    if (righted) return righted;
    const question = await pending.question(turn);
    if (!question) return understood(turn, meant, asking);
    const continued = await carriedOnBy(turn, question, meant);
    return continued ?? remindedOf(turn, question, await understood(turn, meant, asking));
  }

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
    heard: Understanding,
    asking: Asking | undefined,
  ): Promise<Reply> {
    const meant = pointedAt(heard, subjectOf(heard), await topics.before(turn));
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
    const report = asking && (await answering.reporting(answer)?.answer({}, asking));
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
    const { slots, alternatives } = meant;
    const wish = wishIn(meant, operations);
    switch (wish.kind) {
      case 'none':
        return isObjection(meant.text)
          ? takenBack(turn, alternatives)
          : missed(turn, meant, asking, answering.unsure(alternatives));
      case 'negated':
        return leftAlone(turn, wish.operation);
      case 'command':
        return (await begun(turn, wish.operation, wish.raw)).reply;
      case 'wish': {
        const raw = rawSlots(wish.operation, slots, people);
        return (await begun(turn, wish.operation, raw, { preview: wish.onlyToSee })).reply;
      }
    }
  }

  /** A new wish in free words or from a button. A task takes the place of whatever was being asked. */
  async function begun(
    turn: Turn,
    operation: Operation,
    raw: RawSlots,
    { agreed = false, preview = false, project }: Beginning = {},
  ): Promise<Pressed> {
    if (operation.kind === 'task' && !preview) await dropQuestion(turn);
    const draft = { operation, filled: {}, raw, explicit: false, project };
    return doing.begin(turn, draft, { agreed, preview });
  }

  /** "Don't": what was asked about it here is dropped, plans for it are cancelled, and nothing else happens. */
  async function leftAlone(turn: Turn, { id: unwanted }: Operation): Promise<Reply> {
    const question = await pending.question(turn);
    if (question?.operation === unwanted) await dropQuestion(turn);
    for (const { id, operation } of await pending.plans(turn))
      if (operation === unwanted) await doing.cancel(turn, id);
    return saying(...wording.lines('answers.negated'));
  }

  /** "No, wait ...": a later yes must not carry out what was objected to. */
  async function takenBack(turn: Turn, alternatives: Understanding['alternatives']) {
    const plans = await pending.plans(turn);
    if (plans.length === 0) return answering.unsure(alternatives);
    for (const { id } of plans) await doing.cancel(turn, id);
    return saying(...wording.lines('answers.taken-back'));
  }

  async function dropQuestion(turn: Turn): Promise<void> {
    const question = await pending.question(turn);
    if (question) await pending.settle(turn, question.id);
  }

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
    const named = rawSlots(operation, meant.slots, people)[slot.name] ?? [];
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

  async function ordered(turn: Turn, command: string, text: string): Promise<Reply> {
    const own = [...operations.values()].find(({ slash }) => slash === command);
    if (own) return privately(await commanded(turn, own, text));

    if (/^\s*feedback\s*$/i.test(text)) return teaching.overview(turn);
    const [verb = 'help'] = text.trim().split(/\s/, 1).filter(Boolean);
    const named = [...operations.values()].find(({ verbs }) => verbs.includes(verb.toLowerCase()));
    if (named)
      return privately(await commanded(turn, named, text.trim().slice(verb.length).trim()));

    const asking = await actors.asking(turn.who);
    const meant = understander.understand(text, knownTo(asking));
    const bare = bareAnswer(meant.text);
    return privately(await (bare ? answered(turn, bare) : understood(turn, meant, asking)));
  }

  async function commanded(turn: Turn, operation: Operation, text: string): Promise<Reply> {
    if (operation.kind === 'task') await dropQuestion(turn);
    const raw = operation.words(text);
    const { reply } = await doing.begin(turn, { operation, filled: {}, raw, explicit: true });
    return forms.offered(turn, reply);
  }

  async function pressed(turn: Turn, value: string): Promise<Pressed> {
    const press = readPress(value);
    switch (press?.does) {
      case 'confirm':
        return doing.confirm(turn, press.id);
      case 'cancel':
        return doing.cancel(turn, press.id);
      case 'pick':
        return pick(turn, press.id, press.option);
      case 'drop':
        return drop(turn, press.id);
      case 'form':
        return askAgain(turn, press.id);
      case 'answer':
        return { reply: await answeredById(turn, press.id), replaces: false };
      case 'rate':
        return {
          reply: await feedback.rated(turn, press, (await actors.asking(turn.who))?.caller.project),
          replaces: false,
        };
      case 'teach':
        return teaching.pressed(turn, press);
      case 'hand-over': {
        const asking = await actors.asking(turn.who);
        return { reply: await handOver.reply(turn, press.text, asking), replaces: false };
      }
      case 'begin': {
        const operation = operations.get(press.operation);
        return operation ? begun(turn, operation, press.slots, press) : stale();
      }
      default:
        return stale();
    }
  }

  async function answeredById(turn: Turn, id: string): Promise<Reply> {
    const cloud = cloudOf(await actors.asking(turn.who));
    await topics.remember(turn, { answer: id, cloud });
    return rateable(answering.faq(id, cloud), id, answering.titleOf(id) ?? '');
  }

  async function pick(turn: Turn, id: string, option: number): Promise<Pressed> {
    const question = await pending.questionById(turn, id);
    const value = question?.options[option]?.value;
    const operation = question && operations.get(question.operation);
    if (!question || !operation || value === undefined) return stale();
    return { reply: await carriedOn(turn, question, operation, [value]), replaces: true };
  }

  /** Where no form can be shown, the question is asked as it was. */
  async function askAgain(turn: Turn, id: string): Promise<Pressed> {
    const question = await pending.questionById(turn, id);
    const operation = question && operations.get(question.operation);
    return operation ? doing.begin(turn, { ...question, operation }) : stale();
  }

  async function drop(turn: Turn, id: string): Promise<Pressed> {
    if (!(await pending.questionById(turn, id))) return stale();
    await pending.settle(turn, id);
    return { reply: saying(wording.say('questions.dropped')), replaces: true };
  }

  /** The button belongs to somebody else, or to a time that is over. */
  function stale(): Pressed {
    return { reply: privately(saying(wording.say('proposals.not-yours'))), replaces: false };
  }

  function cloudOf(asking: Asking | undefined): string {
    return asking?.world.profile.id ?? parts.defaultCloud;
  }
}
