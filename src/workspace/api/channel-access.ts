import type { ChannelRecord } from '../team/channels.ts';
import type { Team } from '../team/team.ts';
import { type ApiRefusal, refuse } from './method.ts';

type Found = { readonly ok: true; readonly channel: ChannelRecord } | ApiRefusal;

/** The channel the bot may look into: it must be a member. */
export function channelOfBot(team: Team, reference: string): Found {
  const channel = team.channels.find(reference);
  if (!channel) return refuse('channel_not_found');
  if (channel.members.has(team.people.bot.id)) return { ok: true, channel };
  return refuse(channel.kind === 'public' ? 'not_in_channel' : 'channel_not_found');
}

/** The channel the bot may write to: a member's, or any public one with `chat:write.public`. */
export function channelToPostIn(team: Team, reference: string): Found {
  const channel = team.channels.find(reference);
  if (channel?.kind === 'im' && !team.manifest.hasMessagesTab)
    return refuse('messages_tab_disabled');
  if (channel?.kind === 'public' && team.manifest.scopes.has('chat:write.public'))
    return { ok: true, channel };
  return channelOfBot(team, reference);
}

const families = { public: 'channels', private: 'groups', im: 'im' } as const;

/** Scopes such as `channels:history` go by the kind of channel. */
export function scopeRefusal(
  team: Team,
  channel: ChannelRecord,
  right: 'read' | 'history',
): ApiRefusal | undefined {
  const needed = `${families[channel.kind]}:${right}`;
  const { scopes } = team.manifest;
  if (scopes.has(needed)) return undefined;
  return refuse('missing_scope', { needed, provided: [...scopes].join(',') });
}

export function scopesFor(right: 'read' | 'history'): readonly string[] {
  return [...Object.values(families), 'mpim'].map((family) => `${family}:${right}`);
}
