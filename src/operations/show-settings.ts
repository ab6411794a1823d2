import { News } from '../notices/news.ts';
import { wayOf } from '../notices/settings.ts';
import { hourOfDay } from '../wording/reader.ts';
import { type FactRow, plain } from '../wording/reply.ts';
import { pressBegin } from './buttons.ts';
import type { Asking, Query } from './operation.ts';
import { here, query } from './query.ts';
import { newsLabel } from './settings-kinds.ts';
import type { Tools } from './tools.ts';

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
        return { label: newsLabel(tools, news), value: [{ text: `${way}${quiet}` }] };
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

/** When the daily digest of somebody comes, in words. */
function dailyWords(
  { wording }: Pick<Tools, 'wording'>,
  { settings: { daily }, reader }: Pick<Asking, 'settings' | 'reader'>,
): string {
  if (!daily) return plain(wording.say('settings.none'));
  const facts = { at: hourOfDay(daily.hour, reader), zone: reader.zone };
  return plain(wording.say('settings.at', facts));
}
