import { z } from 'zod';
import type { Image } from '../images/image.ts';
import { queryByTag, type TagQuery, tagsInUse } from '../images/tag-query.ts';
import { type Choice, plain, privately, type Reply, type TableRow } from '../wording/reply.ts';
import { pressBegin } from './buttons.ts';
import { refusalReply } from './findings-text.ts';
import type { Asking, Query } from './operation.ts';
import { columns, here, imageStatus, query, tableReply } from './query.ts';
import { freeText } from './slot-kinds.ts';
import { moment } from './spoken.ts';
import { tagPieces, tagQueryOf, tagsHeard } from './tag-words.ts';
import type { Tools } from './tools.ts';

/** Lines that a table in a message has room for. */
const most = 99;

/** Keys with a button. */
const mostButtons = 5;

const Args = z.object({ tags: z.array(z.string()).min(1) });

/** Images by their tags: with all, any or none of some, or without any. R-TAGQ-01 to 05 */
export function taggedImages(tools: Tools): Query {
  const { wording } = tools;
  return query(tools, {
    id: 'image.tagged',
    verbs: ['tagged'],
    needs: 'ims:images:list',
    slots: [{ name: 'tags', kind: freeText, required: true, many: true, from: [] }],
    words: tagPieces,
    hears: tagsHeard,
    answer: async (slots, asking) => {
      const { tags } = Args.parse(slots);
      const asked = tagQueryOf(tags);
      const found = queryByTag(asking.world, asked);
      if ('findings' in found) {
        const speaking = { wording, directory: tools.cloud.directory };
        return privately(refusalReply(speaking, [wording.say('lists.refused')], found.findings));
      }
      return listed(tags, asked, found, asking);
    },
  });

  function listed(
    tags: readonly string[],
    { offset = 0 }: TagQuery,
    { images, total }: { readonly images: readonly Image[]; readonly total: number },
    { world }: Asking,
  ): Reply {
    const shown = images.slice(0, most);
    const facts = {
      ...here(world),
      count: total,
      tags: tags.filter(isAboutTags).map(said).join(', '),
    };
    const header = columns(wording, ['name', 'status', 'type', 'tags', 'created']);
    const next = offset + shown.length;
    const isMore = shown.length > 0 && next < total;
    const reply = tableReply(
      wording.say(total === 0 ? 'lists.tagged.none' : 'lists.tagged.some', facts),
      header,
      shown.map(
        (image): TableRow => [
          image.name,
          imageStatus(wording, image),
          image.type,
          tagsOf(image),
          moment(image.createdAt),
        ],
      ),
      isMore ? [more(tags, next)] : [],
    );
    if (offset === 0 && !isMore) return reply;
    const range = { from: offset + 1, to: next, count: total };
    return {
      ...reply,
      parts: [...reply.parts, { kind: 'note', line: wording.say('lists.page', range) }],
    };
  }

  function more(tags: readonly string[], offset: number): Choice {
    const before = tags.filter((tag) => !/^offset=/i.test(tag));
    const value = pressBegin('image.tagged', { tags: [...before, `offset=${offset}`] });
    return { label: plain(wording.say('choices.more')), value };
  }
}

/** Which tags there are on the images of the project, with their values. */
export function listTags(tools: Tools): Query {
  const { wording } = tools;
  return query(tools, {
    id: 'tag.list',
    verbs: ['tags'],
    needs: 'ims:images:list',
    slots: [],
    words: () => ({}),
    answer: async (_, { world }) => {
      const used = tagsInUse(world);
      const facts = { ...here(world), count: used.length };
      const sentence = wording.say(
        used.length === 0 ? 'lists.tags.none' : 'lists.tags.some',
        facts,
      );
      const rows = used
        .slice(0, most)
        .map(
          ({ key, values, images }): TableRow => [
            key,
            [...values].map(([value, count]) => `${value || '""'} (${count})`).join(', '),
            String(images),
          ],
        );
      const choices = used.slice(0, mostButtons).map(({ key }) => ({
        label: plain(wording.say('choices.images-with-tag', { key })),
        value: pressBegin('image.tagged', { tags: [`all:${key}`] }),
      }));
      return tableReply(sentence, columns(wording, ['key', 'values', 'images']), rows, choices);
    },
  });
}

function tagsOf({ tags }: Image): string {
  return Object.entries(tags)
    .map(([key, value]) => (value === '' ? key : `${key} = ${value}`))
    .join(', ');
}

/** The others count or page. */
function isAboutTags(piece: string): boolean {
  return !/^(?:count$|limit=|offset=)/i.test(piece);
}

/** Pieces as they are typed. */
function said(piece: string): string {
  return piece
    .replace(/^all:/, '')
    .replace(/^none:/, 'without ')
    .replace(/^(any|not-all):/, '$1 ');
}
