import type { ImageQuery } from '../images/image-query.ts';
import type { ImageRow } from '../images/image-row.ts';
import { queryFrom } from '../images/list-filters.ts';
import { type ImageList, listImages as listing } from '../images/list-images.ts';
import type { World } from '../images/world.ts';
import type { Facts } from '../wording/marked-text.ts';
import {
  type Choice,
  type Part,
  plain,
  privately,
  type Reply,
  type TableRow,
} from '../wording/reply.ts';
import { pressBegin } from './buttons.ts';
import { refusalReply } from './findings-text.ts';
import {
  filtersAfterCommand,
  filtersHeard,
  filtersWritten,
  listFilter,
  withTimes,
} from './list-filters.ts';
import type { Asking, Query } from './operation.ts';
import {
  capacity,
  columns,
  here,
  imageStatus,
  projectName,
  query,
  shareStatus,
  tableReply,
} from './query.ts';
import type { Filled, Slot } from './slot.ts';
import { freeText } from './slot-kinds.ts';
import { moment } from './spoken.ts';
import type { Tools } from './tools.ts';

/** Lines of a page, unless a cloud has shorter ones or the person asks for another number. */
const pageSize = 50;

/** Lines that a table in a message has room for. */
const most = 99;

const filters: Slot = {
  name: 'filters',
  kind: listFilter,
  required: false,
  many: true,
  from: ['projects'],
};

/** The images of the project by whatever the clouds can filter and sort by, a page at a time. R-LIST-01 to 08 */
export function listImages(tools: Tools): Query {
  const page = pageOf(tools);
  return query(tools, {
    id: 'image.list',
    verbs: ['list', 'ls', 'images'],
    slash: '/image-list',
    needs: 'ims:images:list',
    slots: [filters],
    words: filtersAfterCommand,
    hears: filtersHeard,
    answer: (slots, asking) => page('image.list', slots, asking),
  });
}

/** Images whose name, operating system, description or tags hold all the words. */
export function searchImages(tools: Tools): Query {
  const page = pageOf(tools);
  return query(tools, {
    id: 'image.search',
    verbs: ['search', 'find'],
    needs: 'ims:images:list',
    slots: [
      { ...filters, from: [] },
      {
        name: 'words',
        kind: freeText,
        required: ({ filters: said }) => said === undefined,
        many: true,
        from: ['names', 'images', 'quoted'],
      },
    ],
    words: (text) => {
      const { filters: said, rest } = filtersWritten(text);
      const words = rest.trim().split(/\s+/).filter(Boolean);
      return { ...(said.length > 0 && { filters: said }), ...(words.length > 0 && { words }) };
    },
    hears: (text) => filtersHeard(text, { withSystems: false }),
    answer: (slots, asking) => page('image.search', slots, asking),
  });
}

/** Answers with a page of the list that was asked for, and a button for the next. */
function pageOf({ wording, cloud }: Tools) {
  const speaking = { wording, directory: cloud.directory };

  return async (id: string, slots: Filled, { world, caller }: Asking): Promise<Reply> => {
    const said = slots.filters ?? [];
    const asked = queryFrom(
      said.flatMap((filter) => withTimes(filter, Date.parse(world.now))),
      world.directory,
    );
    if ('findings' in asked) return refused(asked);
    const wanted = withDefaults(asked.query, slots.words, world);
    const owners = world.own.received.map(({ owner }) => owner);
    const seen = wanted.visibility === 'private' ? { world } : await cloud.look(caller, owners);
    const list = listing(seen.world, wanted);
    if ('findings' in list) return refused(list);
    return shown(id, slots, wanted, list, world);
  };

  function refused({ findings }: Extract<ImageList, { findings: unknown }>): Reply {
    return privately(refusalReply(speaking, [wording.say('lists.refused')], findings));
  }

  function shown(
    id: string,
    slots: Filled,
    wanted: ImageQuery,
    list: Extract<ImageList, { rows: unknown }>,
    world: World,
  ): Reply {
    const rows = list.rows.slice(0, most);
    const words = (slots.words ?? []).join(' ');
    const narrowing = [words, ...(slots.filters ?? []).filter(isNarrowing)].filter(Boolean);
    const facts = { ...here(world), count: list.total, filters: narrowing.join(', ') };
    const [none, some] =
      narrowing.length === 0
        ? ['lists.images.none', 'lists.images.some']
        : ['lists.search.none', 'lists.search.some'];
    const sentence = wording.say(list.total === 0 ? none : some, facts);
    const isMine = wanted.visibility === 'private';
    const names = ['name', 'status', 'type', 'os', 'disk', isMine ? 'shared' : 'owner', 'created'];
    const last = rows.at(-1);
    const isMore = list.from + rows.length < list.total;
    const reply = tableReply(
      sentence,
      columns(wording, names),
      rows.map((row) => cells(row, isMine, world)),
      isMore && last ? more(id, slots, last.id) : [],
    );
    if (list.from === 0 && !isMore) return reply;
    const range = { from: list.from + 1, to: list.from + rows.length, count: list.total };
    return { ...reply, parts: [...reply.parts, note('lists.page', range)] };
  }

  function cells(row: ImageRow, isMine: boolean, { directory }: World): TableRow {
    const { name, image, share, type, osVersion, minDisk, owner, relation, createdAt } = row;
    const members = image?.members.length ?? 0;
    const isOffer = share !== undefined && (share !== 'accepted' || !image);
    const open = () => plain(wording.say('lists.public'));
    return [
      name,
      isOffer ? shareStatus(wording, { status: share }) : image ? imageStatus(wording, image) : '',
      type,
      osVersion ?? image?.osType ?? '',
      capacity({ type, minDisk }),
      isMine ? countOf(members) : relation === 'public' ? open() : projectName(directory, owner),
      moment(createdAt),
    ];
  }

  function more(id: string, slots: Filled, marker: string): readonly Choice[] {
    const before = (slots.filters ?? []).filter((filter) => !filter.startsWith('marker='));
    const value = pressBegin(id, { ...slots, filters: [...before, `marker=${marker}`] });
    return value.length > longestValue
      ? []
      : [{ label: plain(wording.say('choices.more')), value }];
  }

  function note(key: string, facts: Facts): Part {
    return { kind: 'note', line: wording.say(key, facts) };
  }
}

/** A button brings back no more than 2000 characters. */
const longestValue = 1900;

/** Of a list without further words, the private images are meant, in pages that fit into a message. R-LIST-07 */
function withDefaults(
  asked: ImageQuery,
  words: readonly string[] | undefined,
  { profile }: World,
): ImageQuery {
  const isOfOthers = asked.owner !== undefined;
  return {
    limit: Math.min(pageSize, profile.limits.listDefault),
    ...(!isOfOthers && { visibility: 'private' }),
    ...asked,
    ...(words && { words }),
  };
}

/** It leaves images out; the others order or page them. */
function isNarrowing(filter: string): boolean {
  return !/^(?:sort\w*|direction|limit|marker)\W|^show=private$/.test(filter);
}

function countOf(members: number): string {
  return members === 0 ? '' : String(members);
}
