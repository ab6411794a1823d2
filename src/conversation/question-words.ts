import type { Asking, Operation } from '../operations/operation.ts';
import { here } from '../operations/query.ts';
import { type Option, offeredBy, type Slot } from '../operations/slot.ts';
import { type Line, plain } from '../wording/reply.ts';
import type { Wording } from '../wording/wording.ts';

/** The words in which pieces of an operation are asked for, the same in a talk and on a form. */
export interface QuestionWords {
  question(operation: Operation, slot: Slot): Line;
  /** What is wrong with what was said for a piece. */
  trouble(
    operation: Operation,
    slot: Slot,
    key: 'several' | 'unknown',
    said: string,
    asking: Asking,
  ): Line;
  /** That there is nothing a piece could be; undefined where there is something. */
  nothing(operation: Operation, slot: Slot, asking: Asking): Line | undefined;
  /** What tells an option from others: its state and its origin. Empty when it has neither. */
  about(option: Option): string;
}

export function questionWords(wording: Wording): QuestionWords {
  return { question, trouble, nothing, about };

  function question({ id }: Operation, { name }: Slot): Line {
    return wording.say(`questions.${id}.${name}`);
  }

  function trouble(
    { id }: Operation,
    { name }: Slot,
    key: 'several' | 'unknown',
    said: string,
    { world }: Asking,
  ): Line {
    const own = `questions.${id}.${name}-${key}`;
    const facts = { ...here(world), said: shortened(said) };
    return wording.say(wording.has(own) ? own : `questions.${key}`, facts);
  }

  function nothing({ id }: Operation, { name, kind }: Slot, asking: Asking): Line | undefined {
    if (kind.open || offeredBy(kind, asking).length > 0) return undefined;
    const own = `questions.${id}.${name}-none`;
    return wording.say(wording.has(own) ? own : 'questions.nothing-to-choose', here(asking.world));
  }

  function about({ status, detail }: Option): string {
    const state = status === undefined ? undefined : plain(wording.say(`statuses.${status}`));
    return [state, detail].filter(Boolean).join(', ');
  }
}

function shortened(said: string): string {
  return said.length > 80 ? `${said.slice(0, 79)}…` : said;
}
