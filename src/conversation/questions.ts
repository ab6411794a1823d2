import type { Asking } from '../operations/operation.ts';
import {
  type Filled,
  type Nearest,
  type Option,
  offeredBy,
  type Slot,
} from '../operations/slot.ts';
import { plain, type Reply, saying } from '../wording/reply.ts';
import type { Wording } from '../wording/wording.ts';
import { answerIn, type Heard } from './answer-in.ts';
import { type Draft, type OpenPiece, settled } from './draft.ts';
import { pressValue } from './press.ts';
import { questionWords } from './question-words.ts';
import { type PendingQuestion, patience } from './talk-state.ts';
import type { Talks } from './talks.ts';
import type { Turn } from './turn.ts';

/** Every piece is there, or the next one was asked for, or there is nothing it could be. */
export type Filling =
  | { readonly kind: 'complete'; readonly slots: Filled }
  | { readonly kind: 'asked'; readonly reply: Reply };

/** Options that a question is shown with. */
const most = 10;

/** Asks for one missing or unclear piece at a time. */
export function questions(talks: Talks, wording: Wording, nearest: Nearest, clock: () => number) {
  const words = questionWords(wording);
  return {
    fill,
    isComplete,
    answerIn: (heard: Heard, slot: Slot, asking: Asking) => answerIn(heard, slot, asking, nearest),
  };

  async function fill(turn: Turn, draft: Draft, asking: Asking): Promise<Filling> {
    const { filled, raw, open } = settled(draft, asking, nearest);
    if (!open) return { kind: 'complete', slots: filled };
    const nothing = words.nothing(draft.operation, open.slot, asking);
    const reply = nothing
      ? saying(nothing)
      : await ask(turn, { ...draft, filled, raw }, open, asking);
    return { kind: 'asked', reply };
  }

  /** Nothing would have to be asked for. */
  function isComplete(draft: Draft, asking: Asking): boolean {
    return settled(draft, asking, nearest).open === undefined;
  }

  async function ask(turn: Turn, draft: Draft, open: OpenPiece, asking: Asking): Promise<Reply> {
    const { operation, filled, raw, explicit, agreed = false } = draft;
    const { slot, trouble } = open;
    const all = offeredBy(slot.kind, asking);
    const options = (trouble.options.length > 0 ? trouble.options : all).slice(0, most);
    const question: PendingQuestion = {
      id: turn.key,
      where: turn.where,
      operation: operation.id,
      project: asking.caller.project,
      filled,
      raw,
      asking: slot.name,
      options: options.map(({ value, label }) => ({ value, label })),
      explicit,
      agreed,
      until: new Date(clock() + patience).toISOString(),
    };
    await talks.change(turn.who, (talk) => ({
      talk: {
        ...talk,
        questions: [...talk.questions.filter((old) => !supersedes(question, old)), question],
      },
      found: undefined,
    }));
    return questionReply(draft, open, { id: question.id, options, outOf: all.length }, asking);
  }

  function questionReply(
    { operation }: Draft,
    { slot, trouble: { key, said = '', options: near } }: OpenPiece,
    { id, options, outOf }: Shown,
    asking: Asking,
  ): Reply {
    const isGuess = key === 'unknown' && near.length > 0;
    const lines = [
      ...(key === 'missing' ? [] : [words.trouble(operation, slot, key, said, asking)]),
      isGuess ? wording.say('questions.did-you-mean') : words.question(operation, slot),
    ];
    return {
      ...saying(...lines),
      ...(near.length === 0 &&
        outOf > options.length && {
          parts: [
            { kind: 'paragraph', lines },
            {
              kind: 'note',
              line: wording.say('questions.more', { count: outOf - options.length }),
            },
          ],
        }),
      choices: [
        ...options.map((option, at) => ({
          label: optionLabel(option),
          value: pressValue({ does: 'pick', id, option: at }),
        })),
        { label: plain(wording.say('choices.cancel')), value: pressValue({ does: 'drop', id }) },
      ],
    };
  }

  function optionLabel(option: Option): string {
    const about = words.about(option);
    return about === '' ? option.label : `${option.label} (${about})`;
  }
}

/** The question as it is shown: its options, out of how many. */
interface Shown {
  readonly id: string;
  readonly options: readonly Option[];
  readonly outOf: number;
}

/** There is one question at a time in one place; asked again by the same turn it is the same question. */
function supersedes(question: PendingQuestion, old: PendingQuestion): boolean {
  return old.id === question.id || (old.where === question.where && old.answeredBy === undefined);
}
