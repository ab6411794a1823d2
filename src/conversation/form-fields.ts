import type { Asking, Operation } from '../operations/operation.ts';
import {
  type Filled,
  find,
  isNeeded,
  type Option,
  offeredBy,
  type Slot,
} from '../operations/slot.ts';
import { listed, wordsOf } from '../operations/words.ts';
import { type Line, plain } from '../wording/reply.ts';
import type { Wording } from '../wording/wording.ts';
import type { Entries, Field, FormOption } from './form.ts';
import { questionWords } from './question-words.ts';

/** Longest value of an option that Slack brings back. */
const longestValue = 75;

/** Options that fit into a list; more are found by typing. */
const mostListed = 100;

/** What was entered, looked up; or what is wrong, by piece. */
export interface Read {
  readonly filled: Filled;
  readonly faults: Readonly<Record<string, string>>;
}

export type FormFields = ReturnType<typeof formFields>;

/** The inputs for the pieces of an operation. */
export function formFields(wording: Wording) {
  const words = questionWords(wording);
  return { fields, nothing, search, read };

  /** Pieces that there is nothing to choose for are left out. */
  function fields(operation: Operation, given: Filled, asking: Asking): readonly Field[] {
    return operation.slots
      .filter(({ kind }) => kind.open || offeredBy(kind, asking).length > 0)
      .map((slot) => field(operation, slot, given[slot.name] ?? [], asking));
  }

  /** Why the operation cannot be begun: a piece that it always needs could be nothing. */
  function nothing(operation: Operation, asking: Asking): Line | undefined {
    return operation.slots
      .filter(({ required }) => required === true)
      .map((slot) => words.nothing(operation, slot, asking))
      .find((line) => line !== undefined);
  }

  function field(
    operation: Operation,
    slot: Slot,
    given: readonly string[],
    asking: Asking,
  ): Field {
    const options = inForm(offeredBy(slot.kind, asking));
    const known = inForm(slot.kind.options(asking));
    const isText = options.length === 0;
    const chosen = isText
      ? given.slice(0, 1).map(() => typed(given.join(', ')))
      : given.map((value) => known.find((one) => one.value === value) ?? typed(value));
    return {
      name: slot.name,
      label: plain(words.question(operation, slot)),
      kind: isText ? 'text' : kindOf(slot, options),
      many: slot.many,
      optional: slot.required !== true,
      options: options.slice(0, mostListed),
      given: chosen,
    };
  }

  function inForm(options: readonly Option[]): readonly FormOption[] {
    const short = options.filter(({ value }) => value.length <= longestValue);
    return [...new Map(short.map((one) => [one.value, shown(one)])).values()];
  }

  function shown(option: Option): FormOption {
    const { value, label } = option;
    const about = words.about(option);
    return { value, label, ...(about !== '' && { about }) };
  }

  /** What fits the letters typed so far, and the letters themselves where they mean something. */
  function search(slot: Slot, letters: string, asking: Asking): readonly FormOption[] {
    const wanted = letters.trim().toLowerCase();
    const { kind } = slot;
    const options = inForm(wanted === '' ? offeredBy(kind, asking) : kind.options(asking));
    const begins = options.filter(({ label }) => label.toLowerCase().startsWith(wanted));
    const has = options.filter(
      (one) => !begins.includes(one) && one.label.toLowerCase().includes(wanted),
    );
    const meant = wanted === '' ? undefined : kind.accept?.(letters.trim(), asking);
    const isNew = meant !== undefined && !options.some(({ value }) => value === meant);
    const own =
      isNew && meant.length <= longestValue
        ? [{ ...typed(meant), about: plain(wording.say('forms.typed')) }]
        : [];
    return [...begins, ...has, ...own].slice(0, mostListed);
  }

  /** Looks up what was entered, as if it had been said. */
  function read(operation: Operation, entries: Entries, asking: Asking): Read {
    const filled: Record<string, readonly string[]> = {};
    const faults: Record<string, string> = {};
    for (const slot of operation.slots) {
      const said = piecesOf(slot, entries[slot.name] ?? [], asking);
      const values: string[] = [];
      for (const entry of said) {
        const found = find(entry, slot.kind, asking, () => []);
        if (found.kind === 'found') values.push(found.value);
        else faults[slot.name] = plain(words.trouble(operation, slot, found.kind, entry, asking));
      }
      if (values.length > 0)
        filled[slot.name] = slot.many ? [...new Set(values)] : values.slice(0, 1);
      else if (said.length === 0 && isNeeded(slot, filled, asking))
        faults[slot.name] = plain(
          words.nothing(operation, slot, asking) ?? words.question(operation, slot),
        );
    }
    return { filled, faults };
  }
}

/** A text for several things is a list of them. */
function piecesOf(slot: Slot, entries: readonly string[], asking: Asking): readonly string[] {
  const isText = slot.kind.options(asking).length === 0;
  return slot.many && isText ? entries.flatMap((text) => listed(wordsOf(text))) : entries;
}

function kindOf({ kind }: Slot, options: readonly FormOption[]): Field['kind'] {
  return kind.open || options.length > mostListed ? 'search' : 'choice';
}

function typed(value: string): FormOption {
  return { value, label: value };
}
