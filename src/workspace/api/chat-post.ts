import { z } from 'zod';
import { post } from '../team/posting.ts';
import { slackMessage } from '../team/slack-message.ts';
import type { Team } from '../team/team.ts';
import { channelToPostIn } from './channel-access.ts';
import { contentArgs, readContent } from './message-content.ts';
import { type ApiRefusal, flag, jsonValue, type Method, method, refuse } from './method.ts';

const threadTs = z
  .string()
  .regex(/^\d{10}\.\d{6}$/)
  .optional();

const Metadata = z.looseObject({
  event_type: z.string().min(1).max(255),
  event_payload: z.record(z.string(), z.unknown()),
});

export const chatPostMethods: Readonly<Record<string, Method>> = {
  'chat.postMessage': method({
    scopes: ['chat:write'],
    args: z.looseObject({
      channel: z.string().min(1),
      ...contentArgs,
      thread_ts: threadTs,
      reply_broadcast: flag.optional(),
      metadata: jsonValue.optional(),
    }),
    run(args, team) {
      const found = channelToPostIn(team, args.channel);
      if (!found.ok) return found;
      const read = readContent(team, args);
      if (!read.ok) return read;
      const metadata = args.metadata === undefined ? undefined : Metadata.safeParse(args.metadata);
      if (metadata && !metadata.success) return refuse('invalid_metadata_format');
      const thread = threadOf(team, found.channel.id, args.thread_ts);
      if (!thread.ok) return thread;
      const message = post(team, {
        ...asBot(team),
        ...read.content,
        channel: found.channel.id,
        threadTs: thread.threadTs,
        metadata: metadata?.data,
      });
      return {
        ok: true,
        channel: message.channel,
        ts: message.ts,
        message: slackMessage(team, message, { withMetadata: true }),
      };
    },
  }),

  'chat.postEphemeral': method({
    scopes: ['chat:write'],
    args: z.looseObject({
      channel: z.string().min(1),
      user: z.string().min(1),
      ...contentArgs,
      thread_ts: threadTs,
    }),
    run(args, team) {
      const found = channelToPostIn(team, args.channel);
      if (!found.ok) return found;
      if (!found.channel.members.has(args.user)) return refuse('user_not_in_channel');
      const read = readContent(team, args);
      if (!read.ok) return read;
      const message = post(team, {
        ...asBot(team),
        ...read.content,
        channel: found.channel.id,
        threadTs: args.thread_ts,
        visibleTo: args.user,
      });
      return { ok: true, message_ts: message.ts };
    },
  }),
};

export function asBot(team: Team): { readonly user: string; readonly botId: string } {
  return { user: team.people.bot.id, botId: team.seed.app.bot };
}

/** A reply to a reply belongs to the same thread. */
export function threadOf(
  team: Team,
  channel: string,
  ts: string | undefined,
): { readonly ok: true; readonly threadTs: string | undefined } | ApiRefusal {
  if (ts === undefined) return { ok: true, threadTs: undefined };
  const first = team.messages.get(channel, ts);
  if (!first) return refuse('thread_not_found');
  return { ok: true, threadTs: first.threadTs ?? first.ts };
}
