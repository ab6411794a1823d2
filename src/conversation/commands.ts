import { pressBegin } from '../operations/buttons.ts';
import { feedbackCommand } from '../operations/feedback-command.ts';
import type { Asking, Operation } from '../operations/operation.ts';
import type { Understander, Understanding } from '../understanding/meaning.ts';
import { nearest } from '../understanding/nearest.ts';
import { privately, type Reply, saying } from '../wording/reply.ts';
import type { Wording } from '../wording/wording.ts';
import type { Actors } from './actors.ts';
import type { doing } from './doing.ts';
import type { Forms } from './forms.ts';
import { knownTo } from './known.ts';
import type { Pending } from './pending.ts';
import type { sharing } from './sharing.ts';
import type { Turn } from './turn.ts';

/** The command that only answers questions. */
const faqCommand = '/image-faq';

interface Parts {
  readonly actors: Actors;
  readonly wording: Wording;
  readonly operations: ReadonlyMap<string, Operation>;
  readonly understander: Understander;
  readonly pending: Pending;
  readonly doing: ReturnType<typeof doing>;
  readonly forms: Forms;
  readonly sharing: ReturnType<typeof sharing>;
  /** What administrators see of what was not understood. */
  readonly overview: (turn: Turn) => Reply;
  /** What is clear without asking what else it may mean. */
  readonly settled: (
    turn: Turn,
    meant: Understanding,
    asking: Asking | undefined,
  ) => Promise<Reply | undefined>;
  readonly understood: (
    turn: Turn,
    meant: Understanding,
    asking: Asking | undefined,
  ) => Promise<Reply>;
}

/** Words that stand in sentences and nowhere in what help shows. */
const sentenceWords =
  /\b(?:please|can|could|would|should|how|what|which|why|when|i|we|me|my|our|the|an?|of|called|named|want|need|it|this|that)\b(?!=)/i;

/** Slash commands: words in the order that help shows, or any words. Only who typed it sees the answer, and may share it. */
export function commands(parts: Parts) {
  const { actors, wording, operations, understander, pending, doing, forms, sharing } = parts;
  return async (turn: Turn, command: string, text: string): Promise<Reply> => {
    const asking = await actors.asking(turn.who);
    if (command === faqCommand) return privately(await answered(turn, text, asking));
    const own = [...operations.values()].find(({ slash }) => slash === command);
    if (own) return privately(await inAnyWords(turn, own, text, asking));

    const words = text.trim().toLowerCase();
    if (feedbackCommand.verbs.some((word) => word === words)) return parts.overview(turn);
    const [verb = 'help'] = text.trim().split(/\s/, 1).filter(Boolean);
    const named = [...operations.values()].find(({ verbs }) => verbs.includes(verb.toLowerCase()));
    if (named) {
      const rest = text.trim().slice(verb.length).trim();
      return privately(await inAnyWords(turn, named, rest, asking));
    }
    const meant = understander.understand(text, knownTo(asking));
    const clear = await parts.settled(turn, meant, asking);
    const isLost = meant.kind === 'out-of-scope' || meant.alternatives.length === 0;
    const means = meant.kind === 'out-of-scope' || meant.kind === 'unsure';
    if (!clear && means && isLost && isWord(verb) && !sentenceWords.test(text))
      return privately(unknown(verb));
    return privately(clear ?? (await understood(turn, meant, asking)));
  };

  /** There is no such word after `/image`: those that look like it, and where all of them are. */
  function unknown(word: string): Reply {
    const all = [...operations.values()].flatMap(({ id, verbs }) =>
      verbs.map((verb) => ({ id, verb })),
    );
    const near = nearest(
      word,
      all.map(({ verb }) => verb),
    );
    const meant = near.flatMap((verb) => all.find((one) => one.verb === verb) ?? []);
    const lines = [
      wording.say('questions.no-command', { word }),
      wording.say(meant.length > 0 ? 'questions.did-you-mean' : 'questions.all-commands'),
    ];
    return {
      ...saying(...lines),
      choices: [...meant, { id: 'help', verb: 'help' }].map(({ id, verb }) => ({
        label: `/image ${verb}`,
        value: pressBegin(id),
      })),
    };
  }

  /** What follows a command is read as help says; where that leads nowhere, as anything somebody may say. */
  async function inAnyWords(
    turn: Turn,
    operation: Operation,
    text: string,
    asking: Asking | undefined,
  ): Promise<Reply> {
    const draft = { operation, filled: {}, raw: operation.words(text), explicit: true };
    if (
      asking &&
      isSentence(text, operation) &&
      (!doing.isComplete(draft, asking) || operation.slots.length === 0)
    ) {
      const said = (words: string) => understander.understand(words, knownTo(asking));
      const meant = [said(text), said(`${operation.verbs[0]} ${text}`)].find(
        ({ kind, id, speech }) =>
          (kind === 'operation' && id === operation.id) ||
          (kind === 'answer' && speech === 'question'),
      );
      if (meant) return understood(turn, meant, asking);
    }
    if (operation.kind === 'task') await pending.drop(turn);
    const { reply } = await doing.begin(turn, draft);
    if (operation.kind === 'query' && asking && doing.isComplete(draft, asking))
      return sharing.offered(turn, reply, asking.caller.project);
    return forms.offered(turn, reply);
  }

  /** Answers a question and does nothing else, whatever it is. */
  async function answered(turn: Turn, text: string, asking: Asking | undefined): Promise<Reply> {
    if (text.trim() === '') return saying(...wording.lines('answers.ask'));
    const meant = understander.understand(text, knownTo(asking));
    if (meant.kind === 'answer') return understood(turn, meant, asking);
    const alternatives = meant.alternatives.filter(({ kind }) => kind === 'answer');
    const { wishes: _, ...unsure } = meant;
    return parts.understood(turn, { ...unsure, kind: 'unsure', id: null, alternatives }, asking);
  }

  /** Answers may be shared with the channel; those with something of a project in them only where that may be seen. */
  async function understood(
    turn: Turn,
    meant: Understanding,
    asking: Asking | undefined,
  ): Promise<Reply> {
    const reply = await parts.understood(turn, meant, asking);
    const isQuery = operations.get(meant.id ?? '')?.kind === 'query';
    const isAnswer = meant.kind === 'answer' || (meant.kind === 'operation' && isQuery);
    return isAnswer ? sharing.offered(turn, reply, asking?.caller.project) : reply;
  }
}

/** As commands are written: one word of Latin letters. */
function isWord(verb: string): boolean {
  return /^[a-z-]{3,30}$/i.test(verb);
}

/** Written as people speak, rather than in the order that help shows; nobody speaks in `name=value`, and quotes hold names. */
function isSentence(text: string, { verbs }: Operation): boolean {
  const words = text
    .replaceAll(/"[^"]*"|“[^”]*”/g, ' ')
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => !word.includes('='));
  return sentenceWords.test(words.join(' ')) || verbs.some((verb) => words.includes(verb));
}
