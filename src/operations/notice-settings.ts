import { z } from 'zod';
import { News, Way, waysOf } from '../notices/news.ts';
import { withDaily, withSilence, withWay } from '../notices/settings.ts';
import { hourOfDay } from '../wording/reader.ts';
import { plain, privately, saying } from '../wording/reply.ts';
import type { Query } from './operation.ts';
import { here, query } from './query.ts';
import { hourKind, newsKind, newsLabel, stateKind, wayKind } from './settings-kinds.ts';
import { hourIn, newsIn, stateIn, wayIn } from './settings-words.ts';
import type { RawSlots, Slot, SlotKind } from './slot.ts';
import type { Tools } from './tools.ts';

const Notify = z.object({ news: z.tuple([News]), way: z.tuple([Way]) });
const Daily = z.object({ hour: z.tuple([z.string()]) });
const Channel = z.object({ news: z.tuple([News]), state: z.tuple([z.enum(['on', 'off'])]) });

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
      const facts = { news: newsLabel(tools, news) };
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
    hears: (text) => ({ hour: said(hourIn(text)) }),
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
      const facts = { ...here(world), news: newsLabel(tools, news) };
      return saying(wording.say(`settings.channel-${state}`, facts));
    },
  });
}

function notifyWords(text: string): RawSlots {
  return { news: said(newsIn(text)), way: said(wayIn(text)) };
}

function channelWords(text: string): RawSlots {
  return { news: said(newsIn(text)), state: said(stateIn(text)) };
}

function said(one: string | undefined): readonly string[] {
  return one === undefined ? [] : [one];
}

/** A piece that is heard in the whole of what was said. */
function spoken(name: string, kind: SlotKind): Slot {
  return { name, kind, required: true, many: false, from: [] };
}
