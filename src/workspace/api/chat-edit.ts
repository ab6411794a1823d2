import { z } from 'zod';
import type { StoredMessage } from '../team/message.ts';
import { edit, takeBack } from '../team/posting.ts';
import { slackMessage } from '../team/slack-message.ts';
import type { Team } from '../team/team.ts';
import { channelOfBot } from './channel-access.ts';
import { contentArgs, readContent } from './message-content.ts';
import { type ApiRefusal, jsonValue, type Method, method, refuse } from './method.ts';

/** Source: Slack, "chat.update"; longer text is refused rather than cut. */
const mostEditedText = 4000;

const place = { channel: z.string().min(1), ts: z.string().min(1) };

export const chatEditMethods: Readonly<Record<string, Method>> = {
  'chat.update': method({
    scopes: ['chat:write'],
    args: z.looseObject({ ...place, ...contentArgs, metadata: jsonValue.optional() }),
    run(args, team) {
      const found = ownMessage(team, args, 'cant_update_message');
      if (!found.ok) return found;
      if ((args.text?.length ?? 0) > mostEditedText) return refuse('msg_too_long');
      // unlike chat.postMessage, an edit looks for names unless it is told not to
      const read = readContent(team, { ...args, parse: args.parse ?? 'client' });
      if (!read.ok) return read;
      const { text, blocks, attachments } = read.content;
      const message = edit(team, found.message, {
        ...(args.text !== undefined && { text }),
        ...(blocks.length > 0 || args.blocks !== undefined ? { blocks } : {}),
        ...(attachments && { attachments }),
        ...(args.metadata !== undefined && { metadata: args.metadata }),
      });
      return {
        ok: true,
        channel: message.channel,
        ts: message.ts,
        text: message.text,
        message: slackMessage(team, message, { withMetadata: true }),
      };
    },
  }),

  'chat.delete': method({
    scopes: ['chat:write'],
    args: z.looseObject(place),
    run(args, team) {
      const found = ownMessage(team, args, 'cant_delete_message');
      if (!found.ok) return found;
      takeBack(team, found.message);
      return { ok: true, channel: found.message.channel, ts: found.message.ts };
    },
  }),

  'chat.getPermalink': method({
    args: z.looseObject({ channel: z.string().min(1), message_ts: z.string().min(1) }),
    run(args, team) {
      const found = channelOfBot(team, args.channel);
      if (!found.ok) return found;
      const message = team.messages.get(found.channel.id, args.message_ts);
      if (!message) return refuse('message_not_found');
      const thread = message.threadTs
        ? `?thread_ts=${message.threadTs}&cid=${message.channel}`
        : '';
      const path = `/archives/${message.channel}/p${message.ts.replace('.', '')}${thread}`;
      return { ok: true, channel: message.channel, permalink: `${team.origin()}${path}` };
    },
  }),
};

/** A message of the app's own; ephemeral ones cannot be found. */
function ownMessage(
  team: Team,
  args: { readonly channel: string; readonly ts: string },
  otherwise: string,
): { readonly ok: true; readonly message: StoredMessage } | ApiRefusal {
  const found = channelOfBot(team, args.channel);
  if (!found.ok) return found;
  const message = team.messages.get(found.channel.id, args.ts);
  if (!message) return refuse('message_not_found');
  return message.botId === team.seed.app.bot ? { ok: true, message } : refuse(otherwise);
}
