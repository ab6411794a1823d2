import type { Finding } from '../images/finding.ts';
import type { ImageQuery } from '../images/image-query.ts';
import { queryFrom } from '../images/list-filters.ts';
import { listImages as listing } from '../images/list-images.ts';
import type { World } from '../images/world.ts';
import { privately, type Reply } from '../wording/reply.ts';
import { refusalReply } from './findings-text.ts';
import { imagePage } from './image-page.ts';
import {
  filtersAfterCommand,
  filtersHeard,
  filtersWritten,
  listFilter,
  withTimes,
} from './list-filters.ts';
import type { Asking, Query } from './operation.ts';
import { query } from './query.ts';
import type { Filled, Slot } from './slot.ts';
import { freeText } from './slot-kinds.ts';
import type { Tools } from './tools.ts';

/** Lines of a page, unless a cloud has shorter ones or the person asks for another number. */
const pageSize = 50;

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
  const shown = imagePage(wording);

  return async (id: string, slots: Filled, { world, caller }: Asking): Promise<Reply> => {
    const said = slots.filters ?? [];
    const asked = queryFrom(
      said.flatMap((filter) => withTimes(filter, Date.parse(world.now))),
      world.directory,
    );
    if ('findings' in asked) return refused(asked.findings);
    const wanted = withDefaults(asked.query, slots.words, world);
    const owners = world.own.received.map(({ owner }) => owner);
    const seen = wanted.visibility === 'private' ? { world } : await cloud.look(caller, owners);
    const list = listing(seen.world, wanted);
    if ('findings' in list) return refused(list.findings);
    return shown({ id, slots, query: wanted }, list, world);
  };

  function refused(findings: readonly Finding[]): Reply {
    return privately(refusalReply(speaking, [wording.say('lists.refused')], findings));
  }
}

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
