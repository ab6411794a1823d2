import { News, Way } from '../notices/news.ts';
import { hourOfDay } from '../wording/reader.ts';
import { plain } from '../wording/reply.ts';
import { hourIn, newsIn, stateIn, wayIn } from './settings-words.ts';
import type { Option, SlotKind } from './slot.ts';
import type { Tools } from './tools.ts';

/** What people call a kind of news. */
export function newsLabel({ wording }: Pick<Tools, 'wording'>, news: News): string {
  return plain(wording.say(`settings.news.${news}`));
}

/** A kind of news. */
export function newsKind(tools: Pick<Tools, 'wording'>): SlotKind {
  return {
    options: () => News.options.map((value) => ({ value, label: newsLabel(tools, value) })),
    accept: newsIn,
  };
}

/** A way to get it. */
export function wayKind({ wording }: Pick<Tools, 'wording'>): SlotKind {
  return {
    options: () =>
      Way.options.map((value) => ({ value, label: plain(wording.say(`settings.ways.${value}`)) })),
    accept: wayIn,
  };
}

/** On or off. */
export function stateKind({ wording }: Pick<Tools, 'wording'>): SlotKind {
  const states = ['on', 'off'] as const;
  return {
    options: () =>
      states.map((value) => ({ value, label: plain(wording.say(`settings.states.${value}`)) })),
    accept: stateIn,
  };
}

/** An hour of the day, or none. */
export function hourKind({ wording }: Pick<Tools, 'wording'>): SlotKind {
  // the first ones become buttons: those at which people begin their day
  const hours = Array.from({ length: 24 }, (_, at) => (at + 7) % 24);
  return {
    options: ({ reader }): readonly Option[] => [
      ...hours.map((hour) => ({ value: String(hour), label: hourOfDay(hour, reader) })),
      { value: 'off', label: plain(wording.say('settings.none')) },
    ],
    accept: hourIn,
  };
}
