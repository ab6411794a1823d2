import { imagesUsed } from '../images/quota.ts';
import { plain } from '../wording/reply.ts';
import type { Query } from './operation.ts';
import { here, query } from './query.ts';
import type { Tools } from './tools.ts';

/** How many images the project has and may have. R-QUO-01 */
export function showQuota(tools: Tools): Query {
  const { wording } = tools;
  return query(tools, {
    id: 'quota.show',
    verbs: ['quota', 'quotas', 'limits'],
    slash: '/image-quota',
    needs: 'ims:quotas:get',
    slots: [],
    words: () => ({}),
    answer: async (_, { world }) => {
      const { own, profile } = world;
      const used = imagesUsed(own);
      const quota = profile.quota.images;
      const facts = { ...here(world), used, quota, left: Math.max(0, quota - used) };
      const sentence = wording.say('quota.images', facts);
      const { system, data, 'full-ecs': fullEcs } = profile.share.maxMembers;
      const received = own.received.filter(({ status }) => status === 'accepted').length;
      return {
        text: plain(sentence),
        parts: [
          { kind: 'paragraph', lines: [sentence] },
          {
            kind: 'bullets',
            items: [
              wording.say('quota.received', { count: received }),
              wording.say('quota.members', { system, data, fullEcs }),
            ],
          },
          { kind: 'note', line: wording.say('quota.raise', { cloud: profile.label }) },
        ],
        seenBy: 'everyone',
      };
    },
  });
}
