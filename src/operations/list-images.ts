import type { Image } from '../images/image.ts';
import { isGone } from '../images/image-states.ts';
import type { Asking, Query } from './operation.ts';
import { capacity, columns, here, imageStatus, query, tableReply } from './query.ts';
import { freeText } from './slot-kinds.ts';
import { moment } from './spoken.ts';
import type { Tools } from './tools.ts';

const most = 50;

/** The private images of the project, newest first. R-LIST-03, R-LIST-04 */
export function listImages(tools: Tools): Query {
  const { wording } = tools;
  return query(tools, {
    id: 'image.list',
    verbs: ['list', 'ls', 'images'],
    needs: 'ims:images:list',
    slots: [],
    words: () => ({}),
    answer: async (_, asking) => {
      const images = listed(asking);
      const facts = { ...here(asking.world), count: images.length };
      const key = images.length === 0 ? 'lists.images.none' : 'lists.images.some';
      return table(images, facts, key, { wording });
    },
  });
}

/** Images whose name, operating system, description or tags hold all the words. */
export function searchImages(tools: Tools): Query {
  const { wording } = tools;
  return query(tools, {
    id: 'image.search',
    verbs: ['search', 'find'],
    needs: 'ims:images:list',
    slots: [
      {
        name: 'words',
        kind: freeText,
        required: true,
        many: true,
        from: ['names', 'images', 'quoted'],
      },
    ],
    words: (text) => (text.trim() === '' ? {} : { words: text.trim().split(/\s+/) }),
    answer: async ({ words = [] }, asking) => {
      const images = listed(asking).filter((image) => words.every((word) => holds(image, word)));
      const facts = { ...here(asking.world), count: images.length, words: words.join(' ') };
      const key = images.length === 0 ? 'lists.search.none' : 'lists.search.some';
      return table(images, facts, key, { wording });
    },
  });
}

function listed({ world }: Asking): readonly Image[] {
  return world.own.images
    .filter((image) => !isGone(image))
    .toSorted((a, b) => b.createdAt.localeCompare(a.createdAt));
}

function holds({ name, osVersion = '', description, tags }: Image, word: string): boolean {
  const words = [name, osVersion, description, ...Object.entries(tags).flat()].join(' ');
  return words.toLowerCase().includes(word.toLowerCase());
}

function table(
  images: readonly Image[],
  facts: ReturnType<typeof here>,
  key: string,
  { wording }: Pick<Tools, 'wording'>,
) {
  const header = columns(wording, ['name', 'status', 'type', 'os', 'disk', 'shared', 'created']);
  const rows = images
    .slice(0, most)
    .map((image) => [
      image.name,
      imageStatus(wording, image),
      image.type,
      image.osVersion ?? image.osType,
      capacity(image),
      image.members.length === 0 ? '' : String(image.members.length),
      moment(image.createdAt),
    ]);
  const sentence = wording.say(key, facts);
  return tableReply(sentence, header, rows);
}
