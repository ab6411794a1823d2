import type { ProjectId } from '../images/ids.ts';
import type { Asking, Operation } from '../operations/operation.ts';
import { here } from '../operations/query.ts';
import {
  everyOf,
  type Filled,
  find,
  type Nearest,
  type Option,
  type RawSlots,
  type Slot,
} from '../operations/slot.ts';
import type { Facts } from '../wording/marked-text.ts';
import { plain, type Reply, saying } from '../wording/reply.ts';
import type { Wording } from '../wording/wording.ts';
import { answerIn, type Heard } from './answer-in.ts';
import { pressValue } from './press.ts';
import { type PendingQuestion, patience } from './talk-state.ts';
import type { Talks } from './talks.ts';
import type { Turn } from './turn.ts';

/** An operation being put together, piece by piece. */
export interface Draft {
  readonly operation: Operation;
  readonly filled: Filled;
  readonly raw: RawSlots;
  /** It was ordered by a command, not in free words. */
  readonly explicit: boolean;
  /** The person has already seen everything there is to agree to. */
  readonly agreed?: boolean;
  /** Project that it is for; by default the one that the person acts for. */
  readonly project?: ProjectId | undefined;
}

/** Every piece is there, or the next one was asked for, or there is nothing it could be. */
export type Filling =
  | { readonly kind: 'complete'; readonly slots: Filled }
  | { readonly kind: 'asked'; readonly reply: Reply };

const most = 10;

/** Finds out what was meant by each piece, and asks for one missing or unclear piece at a time. */
export function questions(talks: Talks, wording: Wording, nearest: Nearest, clock: () => number) {
  return {
    fill,
    isComplete,
    answerIn: (heard: Heard, slot: Slot, asking: Asking) => answerIn(heard, slot, asking, nearest),
  };

  async function fill(turn: Turn, draft: Draft, asking: Asking): Promise<Filling> {
    const { filled, raw, open } = settled(draft, asking);
    if (!open) return { kind: 'complete', slots: filled };
    const { slot, trouble } = open;
    const nothing = nothingFor(draft.operation, slot, asking);
    const reply = nothing ?? (await ask(turn, { ...draft, filled, raw }, slot, trouble, asking));
    return { kind: 'asked', reply };
  }

  /** Nothing would have to be asked for. */
  function isComplete(draft: Draft, asking: Asking): boolean {
    return settled(draft, asking).open === undefined;
  }

  /** The pieces that are clear, up to the first one that is not. */
  function settled(draft: Draft, asking: Asking) {
    const filled: Record<string, readonly string[]> = { ...draft.filled };
    const raw = { ...draft.raw };
    for (const slot of draft.operation.slots) {
      if (filled[slot.name]) continue;
      const said = raw[slot.name] ?? [];
      delete raw[slot.name];
      const meant = slot.loose && !draft.explicit ? said.filter(isOne(slot, asking)) : said;
      const trouble = settle(slot, meant, asking, filled);
      if (trouble) return { filled, raw, open: { slot, trouble } };
    }
    return { filled, raw };
  }

  /** Where there is nothing to choose from, nothing is asked. */
  function nothingFor({ id }: Operation, { name, kind }: Slot, asking: Asking): Reply | undefined {
    if (kind.open || kind.options(asking).length > 0) return undefined;
    const key = `questions.${id}.${name}-none`;
    return saying(
      wording.say(wording.has(key) ? key : 'questions.nothing-to-choose', here(asking.world)),
    );
  }

  /** Fills the slot from what was said, or says what is in the way. */
  function settle(
    slot: Slot,
    said: readonly string[],
    asking: Asking,
    filled: Record<string, readonly string[]>,
  ): Trouble | undefined {
    if (said.length === 0) return isNeeded(slot, filled, asking) ? missing : undefined;
    const values: string[] = [];
    for (const words of meantBy(said, slot, asking)) {
      const every = everyOf(words, slot.kind, asking);
      if (every) {
        values.push(...every);
        continue;
      }
      const found = find(words, slot.kind, asking, nearest);
      if (found.kind === 'several') return { key: 'several', said: words, options: found.options };
      if (found.kind === 'unknown') return { key: 'unknown', said: words, options: found.near };
      values.push(found.value);
    }
    if (values.length === 0) return isNeeded(slot, filled, asking) ? missing : undefined;
    filled[slot.name] = slot.many ? [...new Set(values)] : values.slice(0, 1);
    return undefined;
  }

  /** Of several names said where one is wanted, the first that is one. */
  function meantBy(said: readonly string[], slot: Slot, asking: Asking) {
    const known = said.find(isOne(slot, asking));
    return slot.many || known === undefined ? said : [known];
  }

  function isOne({ kind }: Slot, asking: Asking) {
    return (words: string) => find(words, kind, asking, nearest).kind === 'found';
  }

  async function ask(
    turn: Turn,
    { operation, filled, raw, explicit, agreed = false }: Draft,
    slot: Slot,
    trouble: Trouble,
    asking: Asking,
  ): Promise<Reply> {
    const all = slot.kind.options(asking);
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
    const shown = { id: question.id, options, outOf: all.length };
    return questionReply(operation, slot, trouble, shown, here(asking.world));
  }

  function optionLabel({ label, status, detail }: Option): string {
    const state = status === undefined ? undefined : plain(wording.say(`statuses.${status}`));
    const about = [state, detail].filter(Boolean).join(', ');
    return about === '' ? label : `${label} (${about})`;
  }

  function questionReply(
    operation: Operation,
    slot: Slot,
    { key, said = '', options: near }: Trouble,
    { id, options, outOf }: Shown,
    place: Facts,
  ): Reply {
    const question = wording.say(`questions.${operation.id}.${slot.name}`);
    const own = `questions.${operation.id}.${slot.name}-${key}`;
    const what = wording.has(own) ? own : `questions.${key}`;
    const lines = [
      ...(key === 'missing' ? [] : [wording.say(what, { ...place, said: shortened(said) })]),
      ...(key === 'unknown' && near.length > 0
        ? [wording.say('questions.did-you-mean')]
        : [question]),
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
}

/** There is one question at a time in one place; asked again by the same turn it is the same question. */
function supersedes(question: PendingQuestion, old: PendingQuestion): boolean {
  return old.id === question.id || (old.where === question.where && old.answeredBy === undefined);
}

function isNeeded({ required }: Slot, filled: Filled, asking: Asking): boolean {
  return typeof required === 'boolean' ? required : required(filled, asking);
}

/** The question as it is shown: its options, out of how many. */
interface Shown {
  readonly id: string;
  readonly options: readonly Option[];
  readonly outOf: number;
}

interface Trouble {
  readonly key: 'missing' | 'several' | 'unknown';
  readonly said?: string;
  readonly options: readonly Option[];
}

function shortened(said: string): string {
  return said.length > 80 ? `${said.slice(0, 79)}…` : said;
}

const missing: Trouble = { key: 'missing', options: [] };
