import type { People } from '../access/people.ts';
import type { Asking, Operation } from '../operations/operation.ts';
import type { RawSlots } from '../operations/slot.ts';
import { listed, wordsOf } from '../operations/words.ts';
import type { Understander, Understanding } from '../understanding/meaning.ts';
import { privately, type Reply, saying } from '../wording/reply.ts';
import type { Wording } from '../wording/wording.ts';
import type { Actors } from './actors.ts';
import type { answering } from './answering.ts';
import { bareAnswer } from './bare-answers.ts';
import type { doing } from './doing.ts';
import { knownTo } from './known.ts';
import { pressValue, readPress } from './press.ts';
import { rawSlots } from './rough-slots.ts';
import { isOpen, type PendingQuestion } from './talk-state.ts';
import type { Talks } from './talks.ts';
import type { Pressed, Turn } from './turn.ts';

/** The ways a person reaches Goldie: saying something, ordering it by command, pressing a button. */
export interface Conversation {
  /** Free words, as Slack sends them. Words alone never change anything. */
  said(turn: Turn, text: string): Promise<Reply>;
  /** A slash command with its text. */
  ordered(turn: Turn, command: string, text: string): Promise<Reply>;
  /** The value of a pressed button. */
  pressed(turn: Turn, value: string): Promise<Pressed>;
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
  /** Cloud profile of somebody who acts for no project. */
  readonly defaultCloud: string;
  readonly clock: () => number;
}

export function conversation(parts: Parts): Conversation {
  const { talks, actors, people, wording, operations, understander, answering, doing } = parts;
  return { said, ordered, pressed };

  async function said(turn: Turn, text: string): Promise<Reply> {
    const asking = await actors.asking(turn.who);
    const meant = understander.understand(text, knownTo(asking));
    const talk = await talks.of(turn.who);
    const question = talk.questions.find(
      (one) => one.where === turn.where && isOpen(one, turn.key),
    );
    const bare = bareAnswer(meant.text);
    if (bare) return answered(turn, bare, question);
    if (question && asking && !isNewSubject(meant)) return continued(turn, question, meant.text);

    const reply = await understood(turn, meant, asking);
    return question && meant.kind === 'answer' ? remindedOf(question, reply) : reply;
  }

  /** Somebody who is being asked something and says something else, clearly, has changed the subject. */
  function isNewSubject({ kind, text }: Understanding): boolean {
    return (kind === 'answer' || kind === 'operation') && wordsOf(text).length > 1;
  }

  async function understood(
    turn: Turn,
    meant: Understanding,
    asking: Asking | undefined,
  ): Promise<Reply> {
    const { kind, id, slots, speech, alternatives } = meant;
    if (kind === 'smalltalk' && id !== null) return answering.smalltalk(id);
    if (kind === 'out-of-scope') return answering.outside();
    if (kind === 'answer' && id !== null)
      return answering.faq(id, slots.clouds?.[0] ?? cloudOf(asking));

    const operation = id === null ? undefined : operations.get(id);
    if (kind !== 'operation' || !operation) return answering.unsure(alternatives);
    if (speech === 'negated') return saying(...wording.lines('answers.negated'));
    const draft = {
      operation,
      filled: {},
      raw: rawSlots(operation, slots, people),
      explicit: false,
    };
    const { reply } = await doing.begin(turn, draft, { preview: speech === 'hypothetical' });
    return reply;
  }

  /** A bare yes or no belongs to the one thing that waits for this person in this place. */
  async function answered(
    turn: Turn,
    bare: 'yes' | 'no',
    question: PendingQuestion | undefined,
  ): Promise<Reply> {
    const { proposals } = await talks.of(turn.who);
    const open = proposals.filter(
      ({ where, used, until }) =>
        where === turn.where && !used && Date.parse(until) > parts.clock(),
    );
    const [proposal] = open;
    if (bare === 'no' && question) return (await drop(turn, question.id)).reply;
    if (!proposal) return saying(...wording.lines('proposals.none-open'));
    if (open.length > 1) return which(open);
    const { reply } = await (bare === 'yes'
      ? doing.confirm(turn, proposal.id)
      : doing.cancel(turn, proposal.id));
    return reply;
  }

  function which(open: readonly { readonly id: string; readonly title: string }[]): Reply {
    return {
      ...saying(wording.say('proposals.which')),
      choices: open.map(({ id, title }) => ({
        label: title,
        value: pressValue({ does: 'confirm', id }),
      })),
    };
  }

  async function continued(turn: Turn, question: PendingQuestion, text: string): Promise<Reply> {
    const operation = operations.get(question.operation);
    const slot = operation?.slots.find(({ name }) => name === question.asking);
    if (!operation || !slot) return answering.unsure([]);
    const words = slot.many
      ? listed(wordsOf(text))
      : [text.trim().replace(/^["“`](.*)["”`]$/s, '$1')];
    return carriedOn(turn, question, operation, { ...question.raw, [question.asking]: words });
  }

  async function carriedOn(
    turn: Turn,
    { id, filled, explicit }: PendingQuestion,
    operation: Operation,
    raw: RawSlots,
  ): Promise<Reply> {
    await settle(turn, id);
    return (await doing.begin(turn, { operation, filled, raw, explicit })).reply;
  }

  /** A question in between was answered; the one that is pending is still open. */
  function remindedOf({ operation, asking }: PendingQuestion, reply: Reply): Reply {
    const question = wording.say(`questions.${operation}.${asking}`);
    const reminder = { kind: 'paragraph', lines: [question] } as const;
    return { ...reply, parts: [...reply.parts, reminder] };
  }

  async function ordered(turn: Turn, command: string, text: string): Promise<Reply> {
    const own = [...operations.values()].find(({ slash }) => slash === command);
    if (own) return privately(await commanded(turn, own, text));

    const [verb = 'help', ...rest] = text.trim().split(/\s+/).filter(Boolean);
    const named = [...operations.values()].find(({ verbs }) => verbs.includes(verb.toLowerCase()));
    if (named) return privately(await commanded(turn, named, rest.join(' ')));
    return privately(await said(turn, text));
  }

  async function commanded(turn: Turn, operation: Operation, text: string): Promise<Reply> {
    const raw = operation.words(text);
    return (await doing.begin(turn, { operation, filled: {}, raw, explicit: true })).reply;
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
      case 'answer':
        return {
          reply: answering.faq(press.id, cloudOf(await actors.asking(turn.who))),
          replaces: false,
        };
      case 'begin': {
        const operation = operations.get(press.operation);
        if (!operation) return stale();
        const draft = { operation, filled: {}, raw: press.slots, explicit: false };
        return doing.begin(turn, draft, { agreed: press.agreed });
      }
      default:
        return stale();
    }
  }

  async function pick(turn: Turn, id: string, option: number): Promise<Pressed> {
    const { questions } = await talks.of(turn.who);
    const question = questions.find((one) => one.id === id && isOpen(one, turn.key));
    const value = question?.options[option]?.value;
    const operation = question && operations.get(question.operation);
    if (!question || !operation || value === undefined) return stale();
    const raw = { ...question.raw, [question.asking]: [value] };
    return { reply: await carriedOn(turn, question, operation, raw), replaces: true };
  }

  async function drop(turn: Turn, id: string): Promise<Pressed> {
    const { questions } = await talks.of(turn.who);
    if (!questions.some((one) => one.id === id && isOpen(one, turn.key))) return stale();
    await settle(turn, id);
    return { reply: saying(wording.say('questions.dropped')), replaces: true };
  }

  /** The question has its answer; only this turn may answer it again. */
  async function settle({ who, key }: Turn, id: string): Promise<void> {
    await talks.change(who, (talk) => ({
      talk: {
        ...talk,
        questions: talk.questions.map((one) => (one.id === id ? { ...one, answeredBy: key } : one)),
      },
      found: undefined,
    }));
  }

  /** The button belongs to somebody else, or to a time that is over. */
  function stale(): Pressed {
    return { reply: privately(saying(wording.say('proposals.not-yours'))), replaces: false };
  }

  function cloudOf(asking: Asking | undefined): string {
    return asking?.world.profile.id ?? parts.defaultCloud;
  }
}
