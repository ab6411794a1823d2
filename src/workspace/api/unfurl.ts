import { z } from 'zod';
import { areBlocks } from '../blocks/block-problems.ts';
import { replace } from '../team/posting.ts';
import type { Team } from '../team/team.ts';
import { channelOfBot } from './channel-access.ts';
import { jsonValue, type Method, method, refuse } from './method.ts';

const Unfurls = z.record(
  z.string(),
  z.looseObject({ blocks: z.array(z.unknown()).optional(), text: z.string().optional() }),
);

export const unfurlMethods: Readonly<Record<string, Method>> = {
  'chat.unfurl': method({
    scopes: ['links:write'],
    args: z.looseObject({
      channel: z.string().optional(),
      ts: z.string().optional(),
      unfurl_id: z.string().optional(),
      source: z.enum(['composer', 'conversations_history']).optional(),
      unfurls: jsonValue,
    }),
    run(args, team) {
      const target = targetOf(team, args);
      if (!target) return refuse('cannot_unfurl_message');
      const found = channelOfBot(team, target.channel);
      if (!found.ok) return refuse('cannot_find_channel');
      const message = team.messages.get(found.channel.id, target.ts);
      if (!message) return refuse('cannot_find_message');
      const unfurls = Unfurls.safeParse(args.unfurls);
      if (!unfurls.success) return refuse('invalid_unfurls_format');
      const entries = Object.entries(unfurls.data);
      if (!entries.every(([, { blocks = [] }]) => areBlocks('message', blocks)))
        return refuse('cannot_parse_attachment');
      if (!entries.every(([url]) => message.text.includes(url.replaceAll('&', '&amp;'))))
        return refuse('cannot_unfurl_url');
      const attachments = entries.map(([url, unfurl], index) => ({
        ...unfurl,
        id: index + 1,
        from_url: url,
        is_app_unfurl: true,
        bot_id: team.seed.app.bot,
      }));
      replace(team, { ...message, attachments });
      return { ok: true };
    },
  }),
};

function targetOf(
  team: Team,
  args: {
    readonly channel?: string | undefined;
    readonly ts?: string | undefined;
    readonly unfurl_id?: string | undefined;
    readonly source?: string | undefined;
  },
): { readonly channel: string; readonly ts: string } | undefined {
  if (args.unfurl_id && args.source === 'conversations_history')
    return team.unfurls.get(args.unfurl_id);
  return args.channel && args.ts ? { channel: args.channel, ts: args.ts } : undefined;
}
