import type { Person, SlashCommand } from '../../page-api.ts';

/** One line of the completion list. */
export interface Completion {
  readonly id: string;
  readonly label: string;
  readonly detail: string;
  readonly hint: string;
  /** What takes the place of the typed beginning. */
  readonly insert: string;
  readonly person?: Person;
}

export interface Completions {
  /** Where the typed beginning starts in the text; it ends at the caret. */
  readonly from: number;
  readonly offers: readonly Completion[];
}

const NONE: Completions = { from: 0, offers: [] };
const MOST_OFFERS = 8;

function ranked<T>(all: readonly T[], nameOf: (one: T) => string, typed: string): readonly T[] {
  const wanted = typed.toLocaleLowerCase();
  const name = (one: T) => nameOf(one).toLocaleLowerCase();
  const begins = all.filter((one) => name(one).startsWith(wanted));
  const contains = all.filter((one) => !begins.includes(one) && name(one).includes(wanted));
  return [...begins, ...contains].slice(0, MOST_OFFERS);
}

function commandsFor(typed: string, commands: readonly SlashCommand[]): Completions {
  const offers = ranked(commands, ({ command }) => command, typed).map((one) => ({
    id: one.command,
    label: one.command,
    detail: one.description,
    hint: one.usageHint,
    insert: `${one.command} `,
  }));
  return { from: 0, offers };
}

function peopleFor(typed: string, from: number, people: readonly Person[]): Completions {
  const botFirst = people.toSorted((a, b) => Number(b.isBot) - Number(a.isBot));
  const offers = ranked(botFirst, ({ name }) => name, typed).map((person) => ({
    id: person.id,
    label: person.name,
    detail: person.title,
    hint: person.isBot ? 'app' : '',
    insert: `@${person.name} `,
    person,
  }));
  return { from, offers };
}

/**
 * What to offer for a text with the caret at `caret`: commands for a `/` at the very beginning,
 * people and the bot for an `@` at the beginning of a word.
 */
export function completionsFor(
  text: string,
  caret: number,
  known: { readonly commands: readonly SlashCommand[]; readonly people: readonly Person[] },
): Completions {
  const before = text.slice(0, caret);
  if (/^\/\S*$/.test(before)) return commandsFor(before, known.commands);
  const [, typed] = /(?:^|\s)@([\p{L}\p{N}._-]*)$/u.exec(before) ?? [];
  return typed === undefined ? NONE : peopleFor(typed, caret - typed.length - 1, known.people);
}

/** The text and caret after an offer was taken. */
export function completed(
  text: string,
  caret: number,
  from: number,
  { insert }: Completion,
): { readonly text: string; readonly caret: number } {
  return {
    text: text.slice(0, from) + insert + text.slice(caret).replace(/^ /, ''),
    caret: from + insert.length,
  };
}
