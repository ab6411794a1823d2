import { z } from 'zod';
import { News, Way, waysOf } from '../notices/news.ts';
import { wayOf, withDaily, withSilence, withWay } from '../notices/settings.ts';
import { hourOfDay } from '../wording/reader.ts';
import { type FactRow, plain, privately, saying } from '../wording/reply.ts';
import { pressBegin } from './buttons.ts';
import type { Asking, Query } from './operation.ts';
import { here, query } from './query.ts';
import type { Option, RawSlots, Slot, SlotKind } from './slot.ts';
import type { Tools } from './tools.ts';

/** Words that tell the kinds of news apart, wherever they stand in a text; the first that fits counts. */
const newsWords: readonly (readonly [RegExp, News])[] = [
  [/\b(?:fail(?:s|ed|ures?)?|errors?|problems?|go(?:es)? wrong)\b/i, 'failures'],
  [/\b(?:endings?|ends?|expir(?:es?|ed|ing|y)|(?:recycle )?bin|gone)\b/i, 'endings'],
  [/\b(?:offers?|offered|waiting)\b/i, 'offers'],
  [/\b(?:answers?|accept(?:s|ed)?|reject(?:s|ed|ions?)?|declined?)\b/i, 'answers'],
  [/\b(?:jobs?|work|finish(?:es|ed)?|done|ready)\b/i, 'jobs'],
  [/\b(?:shares?|shared|sharing|withdrawn|deleted|stopped)\b/i, 'shares'],
];

const wayWords: readonly (readonly [RegExp, Way])[] = [
  [/\b(?:off|never|nothing|stop telling|mute|silence|not at all)\b/i, 'off'],
  [/\b(?:digest|daily|summary|once a day)\b/i, 'digest'],
  [/\b(?:direct(?:ly)?|dms?|private(?:ly)?|message me|myself)\b/i, 'direct'],
  [/\b(?:channel|usual(?:ly)?|where i asked|normal(?:ly)?|default)\b/i, 'usual'],
];

function heard<T>(words: readonly (readonly [RegExp, T])[], said: string): T | undefined {
  return words.find(([pattern]) => pattern.test(said))?.[1];
}

function heardIn<T extends string>(
  words: readonly (readonly [RegExp, T])[],
  text: string,
): readonly string[] {
  return [heard(words, text) ?? []].flat();
}

function notifyWords(text: string): RawSlots {
  return { news: heardIn(newsWords, text), way: heardIn(wayWords, text) };
}

function channelWords(text: string): RawSlots {
  return { news: heardIn(newsWords, text), state: heardIn(stateWords, text) };
}

/** A piece that is heard in the whole of what was said. */
function spoken(name: string, kind: SlotKind): Slot {
  return { name, kind, required: true, many: false, from: [] };
}

const Notify = z.object({ news: z.tuple([News]), way: z.tuple([Way]) });
const Daily = z.object({ hour: z.tuple([z.string()]) });
const Channel = z.object({ news: z.tuple([News]), state: z.tuple([z.enum(['on', 'off'])]) });

/** Which news there is, and how one gets it. */
export function showSettings(tools: Tools): Query {
  const { wording } = tools;
  return query(tools, {
    id: 'settings.show',
    verbs: ['settings', 'preferences'],
    slots: [],
    words: () => ({}),
    answer: async (_, asking) => {
      const { settings, world, caller } = asking;
      const { silent } = await tools.settings.channels.of(caller.project);
      const title = wording.say('settings.title', here(world));
      const rows = News.options.map((news): FactRow => {
        const way = plain(wording.say(`settings.ways.${wayOf(settings, news)}`));
        const quiet = silent.includes(news) ? plain(wording.say('settings.quiet')) : '';
        return { label: labelOf(tools, news), value: [{ text: `${way}${quiet}` }] };
      });
      const daily: FactRow = {
        label: plain(wording.say('settings.daily')),
        value: [{ text: dailyWords(tools, asking) }],
      };
      return {
        text: plain(title),
        parts: [
          { kind: 'paragraph', lines: [title] },
          { kind: 'facts', rows: [...rows, daily] },
          { kind: 'note', line: wording.say('settings.how') },
        ],
        choices: ['settings.notify', 'settings.daily'].map((id) => ({
          label: plain(wording.say(`help.${id}.button`)),
          value: pressBegin(id),
        })),
        seenBy: 'asker',
      };
    },
  });
}

/** Choose how one gets a kind of news. What waits for a decision cannot be put off. */
export function setNotify(tools: Tools): Query {
  const { wording, clock } = tools;
  return query(tools, {
    id: 'settings.notify',
    verbs: ['notify', 'notifications'],
    slots: [spoken('news', newsKind(tools)), spoken('way', wayKind(tools))],
    words: notifyWords,
    hears: notifyWords,
    answer: async (slots, { settle }) => {
      const {
        news: [news],
        way: [way],
      } = Notify.parse(slots);
      const facts = { news: labelOf(tools, news) };
      if (!waysOf[news].includes(way)) {
        const ways = waysOf[news].map((one) => plain(wording.say(`settings.ways.${one}`)));
        return privately(
          saying(wording.say('settings.no-such-way', { ...facts, ways: ways.join(', ') })),
        );
      }
      await settle((settings) => withWay(settings, news, way, new Date(clock()).toISOString()));
      const chosen = { ...facts, way: plain(wording.say(`settings.ways.${way}`)) };
      return privately(saying(wording.say('settings.chosen', chosen)));
    },
  });
}

/** Get a digest every day at an hour of one's own day, or none. */
export function setDaily(tools: Tools): Query {
  const { wording, clock } = tools;
  return query(tools, {
    id: 'settings.daily',
    verbs: ['daily'],
    slots: [spoken('hour', hourKind(tools))],
    words: (text) => ({ hour: text.trim() === '' ? [] : [text.trim()] }),
    hears: (text) => ({ hour: [hourIn(text) ?? []].flat() }),
    answer: async (slots, { settle, reader }) => {
      const {
        hour: [chosen],
      } = Daily.parse(slots);
      const hour = chosen === 'off' ? undefined : Number(chosen);
      await settle((settings) => withDaily(settings, hour, new Date(clock()).toISOString()));
      if (hour === undefined) return privately(saying(wording.say('settings.daily-off')));
      const facts = { at: hourOfDay(hour, reader), zone: reader.zone };
      return privately(saying(wording.say('settings.daily-on', facts)));
    },
  });
}

/** Choose what the project's channel is told. */
export function setChannel(tools: Tools): Query {
  const { wording } = tools;
  return query(tools, {
    id: 'settings.channel',
    verbs: ['channel'],
    needs: 'ims:images:update',
    slots: [spoken('news', newsKind(tools)), spoken('state', stateKind(tools))],
    words: channelWords,
    hears: channelWords,
    answer: async (slots, { caller, world }) => {
      const {
        news: [news],
        state: [state],
      } = Channel.parse(slots);
      const change = (settings: Parameters<typeof withSilence>[0]) =>
        withSilence(settings, news, state === 'off');
      await tools.settings.channels.change(caller.project, change);
      const facts = { ...here(world), news: labelOf(tools, news) };
      return saying(wording.say(`settings.channel-${state}`, facts));
    },
  });
}

/** When the daily digest of somebody comes, in words. */
function dailyWords(
  { wording }: Pick<Tools, 'wording'>,
  { settings: { daily }, reader }: Pick<Asking, 'settings' | 'reader'>,
): string {
  if (!daily) return plain(wording.say('settings.none'));
  const facts = { at: hourOfDay(daily.hour, reader), zone: reader.zone };
  return plain(wording.say('settings.at', facts));
}

function labelOf({ wording }: Pick<Tools, 'wording'>, news: News): string {
  return plain(wording.say(`settings.news.${news}`));
}

function newsKind(tools: Pick<Tools, 'wording'>): SlotKind {
  return {
    options: () => News.options.map((value) => ({ value, label: labelOf(tools, value) })),
    accept: (said) => heard(newsWords, said),
  };
}

function wayKind({ wording }: Pick<Tools, 'wording'>): SlotKind {
  return {
    options: () =>
      Way.options.map((value) => ({ value, label: plain(wording.say(`settings.ways.${value}`)) })),
    accept: (said) => heard(wayWords, said),
  };
}

function stateKind({ wording }: Pick<Tools, 'wording'>): SlotKind {
  const states = ['on', 'off'] as const;
  return {
    options: () =>
      states.map((value) => ({ value, label: plain(wording.say(`settings.states.${value}`)) })),
    accept: (said) => heard(stateWords, said),
  };
}

const stateWords: readonly (readonly [RegExp, 'on' | 'off'])[] = [
  [/\b(?:off|no more|not|stop|silence|mute|quiet|don't|without)\b/i, 'off'],
  [/\b(?:on|again|tell|show|post|with)\b/i, 'on'],
];

/** `8`, `8:00`, `8 am`, `17 o'clock`; `off`. */
function hourKind({ wording }: Pick<Tools, 'wording'>): SlotKind {
  // the first ones become buttons: those at which people begin their day
  const hours = Array.from({ length: 24 }, (_, at) => (at + 6) % 24);
  return {
    options: ({ reader }): readonly Option[] => [
      ...hours.map((hour) => ({ value: String(hour), label: hourOfDay(hour, reader) })),
      { value: 'off', label: plain(wording.say('settings.none')) },
    ],
    accept: hourIn,
  };
}

function hourIn(said: string): string | undefined {
  if (/\b(?:off|none|never|no more|stop|end|cancel)\b/i.test(said)) return 'off';
  const { hour, half } =
    /\b(?<hour>\d{1,2})(?::00)?\s*(?<half>[ap]m)?\b(?!:)/i.exec(said)?.groups ?? {};
  if (hour === undefined) return undefined;
  const number = Number(hour);
  if (half === undefined) return number < 24 ? String(number) : undefined;
  if (number < 1 || number > 12) return undefined;
  return String((number % 12) + (half.toLowerCase() === 'pm' ? 12 : 0));
}
