import { z } from 'zod';
import type { ChannelRecord } from '../team/channels.ts';
import type { Team } from '../team/team.ts';
import { channelOfBot, scopeRefusal, scopesFor } from './channel-access.ts';
import { count, flag, type Method, method, refuse } from './method.ts';
import { pageFrom } from './paging.ts';

const kinds = { public: 'public_channel', private: 'private_channel', im: 'im' } as const;
const paged = { cursor: z.string().optional(), limit: count.max(1000).default(100) };

export const conversationMethods: Readonly<Record<string, Method>> = {
  'conversations.open': method({
    scopes: ['channels:manage', 'groups:write', 'im:write', 'mpim:write'],
    args: z.looseObject({
      users: z.string().optional(),
      channel: z.string().optional(),
      return_im: flag.optional(),
    }),
    run(args, team) {
      const wanted = args.channel ?? args.users;
      if (!wanted) return refuse('users_list_not_supplied');
      if (wanted.includes(',')) return refuse('too_many_users');
      const direct = team.channels.directOf(wanted) ?? team.channels.get(wanted);
      if (direct?.kind !== 'im')
        return refuse(args.channel ? 'channel_not_found' : 'user_not_found');
      const channel = args.return_im ? channelShape(team, direct) : { id: direct.id };
      return { ok: true, no_op: true, already_open: true, channel };
    },
  }),

  'conversations.info': method({
    scopes: scopesFor('read'),
    args: z.looseObject({ channel: z.string().min(1), include_num_members: flag.optional() }),
    run(args, team) {
      const channel = team.channels.find(args.channel);
      const isMember = channel?.members.has(team.people.bot.id);
      if (!channel || (!isMember && channel.kind !== 'public')) return refuse('channel_not_found');
      const denied = scopeRefusal(team, channel, 'read');
      if (denied) return denied;
      return {
        ok: true,
        channel: {
          ...channelShape(team, channel),
          ...(args.include_num_members && { num_members: channel.members.size }),
        },
      };
    },
  }),

  'conversations.list': method({
    scopes: scopesFor('read'),
    args: z.looseObject({ types: z.string().default('public_channel'), ...paged }),
    run(args, team) {
      const types = args.types.split(',').map((type) => type.trim());
      if (
        !types.every((type) => ['public_channel', 'private_channel', 'im', 'mpim'].includes(type))
      )
        return refuse('invalid_types');
      const seen = team.channels.all.filter(
        (channel) =>
          types.includes(kinds[channel.kind]) &&
          (channel.kind === 'public' || channel.members.has(team.people.bot.id)),
      );
      const denied = seen.map((channel) => scopeRefusal(team, channel, 'read')).find(Boolean);
      if (denied) return denied;
      const found = pageFrom(seen, args);
      if (!found) return refuse('invalid_cursor');
      return {
        ok: true,
        channels: found.page.map((channel) => channelShape(team, channel)),
        response_metadata: { next_cursor: found.nextCursor },
      };
    },
  }),

  'conversations.members': method({
    scopes: scopesFor('read'),
    args: z.looseObject({ channel: z.string().min(1), ...paged }),
    run(args, team) {
      const found = channelOfBot(team, args.channel);
      if (!found.ok) return refuse('channel_not_found');
      const denied = scopeRefusal(team, found.channel, 'read');
      if (denied) return denied;
      const members = pageFrom([...found.channel.members], args);
      if (!members) return refuse('invalid_cursor');
      return {
        ok: true,
        members: members.page,
        response_metadata: { next_cursor: members.nextCursor },
      };
    },
  }),
};

function channelShape(team: Team, channel: ChannelRecord): Readonly<Record<string, unknown>> {
  const isDirect = channel.kind === 'im';
  const flags = {
    is_channel: !isDirect,
    is_group: false,
    is_im: isDirect,
    is_mpim: false,
    is_private: channel.kind !== 'public',
    is_archived: false,
  };
  if (isDirect) return { id: channel.id, ...flags, user: channel.name, is_open: true };
  return {
    id: channel.id,
    name: channel.name,
    name_normalized: channel.name,
    ...flags,
    is_general: channel.name === 'general',
    is_member: channel.members.has(team.people.bot.id),
    topic: { value: channel.topic, creator: '', last_set: 0 },
    purpose: { value: '', creator: '', last_set: 0 },
    context_team_id: team.seed.team.id,
  };
}
