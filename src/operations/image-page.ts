import type { ImageQuery } from '../images/image-query.ts';
import type { ImageRow } from '../images/image-row.ts';
import type { ImagePage } from '../images/list-images.ts';
import type { World } from '../images/world.ts';
import { type Choice, plain, type Reply, type TableRow } from '../wording/reply.ts';
import type { Wording } from '../wording/wording.ts';
import { buttonFor, pressBegin } from './buttons.ts';
import {
  capacity,
  columns,
  here,
  imageStatus,
  projectName,
  shareStatus,
  tableReply,
} from './query.ts';
import type { Filled } from './slot.ts';
import { moment } from './spoken.ts';

/** Lines that a table in a message has room for. */
const most = 99;

/** What a page was asked for with: the operation and its pieces, and the query that they came to. */
interface Asked {
  readonly id: string;
  readonly slots: Filled;
  readonly query: ImageQuery;
}

/** A page of images as a reply: a sentence, a table, and a button for the next page. R-LIST-08 */
export function imagePage(wording: Wording) {
  return shown;

  function shown({ id, slots, query }: Asked, list: ImagePage, world: World): Reply {
    const rows = list.rows.slice(0, most);
    const words = (slots.words ?? []).join(' ');
    const narrowing = [words, ...(slots.filters ?? []).filter(isNarrowing)].filter(Boolean);
    const facts = { ...here(world), count: list.total, filters: narrowing.join(', ') };
    const [none, some] =
      narrowing.length === 0
        ? ['lists.images.none', 'lists.images.some']
        : ['lists.search.none', 'lists.search.some'];
    const sentence = wording.say(list.total === 0 ? none : some, facts);
    const isMine = query.visibility === 'private';
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
    return {
      ...reply,
      parts: [...reply.parts, { kind: 'note', line: wording.say('lists.page', range) }],
    };
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
    return buttonFor(plain(wording.say('choices.more')), value);
  }
}

/** It leaves images out; the others order or page them. */
function isNarrowing(filter: string): boolean {
  return !/^(?:sort\w*|direction|limit|marker)\W|^show=private$/.test(filter);
}

function countOf(members: number): string {
  return members === 0 ? '' : String(members);
}
