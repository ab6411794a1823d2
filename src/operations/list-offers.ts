import { plain } from '../wording/reply.ts';
import { pressBegin } from './buttons.ts';
import type { Query } from './operation.ts';
import { capacity, columns, here, projectName, query, shareStatus, tableReply } from './query.ts';
import { moment } from './spoken.ts';
import type { Tools } from './tools.ts';

/** Images that others offer to, or share with, the project; what waits for an answer comes first. R-LIST-04 */
export function listOffers(tools: Tools): Query {
  const { wording } = tools;
  return query(tools, {
    id: 'image.shared-with-me',
    verbs: ['shared', 'offers', 'received', 'inbox'],
    needs: 'ims:images:list',
    slots: [],
    words: () => ({}),
    answer: async (_, { world, caller }) => {
      const order = ['pending', 'accepted', 'rejected'];
      const offers = world.own.received.toSorted(
        (a, b) => order.indexOf(a.status) - order.indexOf(b.status),
      );
      const pending = offers.filter(({ status }) => status === 'pending');
      const facts = { ...here(world), count: offers.length, pending: pending.length };
      const key = offers.length === 0 ? 'lists.offers.none' : 'lists.offers.some';
      const header = columns(wording, ['name', 'share-status', 'owner', 'type', 'disk', 'offered']);
      const rows = offers.map((offer) => [
        offer.name,
        shareStatus(wording, offer),
        projectName(world.directory, offer.owner),
        offer.type,
        capacity(offer),
        moment(offer.offeredAt),
      ]);
      const choices = pending.slice(0, 5).map(({ name, owner, imageId }) => ({
        label: `${plain(wording.say('choices.accept'))} ${name}`,
        value: pressBegin(
          'image.accept',
          { offers: [`${owner}/${imageId}`] },
          { project: caller.project },
        ),
      }));
      return tableReply(wording.say(key, facts), header, rows, choices);
    },
  });
}
