/** Which events a message is for the app: only subscribed ones, only where the bot is a member. */
import type { ChannelRecord } from './channels.ts';
import { eventWrapping } from './event-wrapping.ts';
import type { StoredMessage } from './message.ts';
import { mentionsIn } from './pings.ts';
import { slackMessage } from './slack-message.ts';
import type { Team } from './team.ts';

type Happening =
  | { readonly kind: 'posted' | 'deleted'; readonly message: StoredMessage }
  | { readonly kind: 'changed'; readonly message: StoredMessage; readonly before: StoredMessage };

type Event = Readonly<Record<string, unknown>>;

const channelTypes = { public: 'channel', private: 'group', im: 'im' } as const;
const subscriptions = {
  public: 'message.channels',
  private: 'message.groups',
  im: 'message.im',
} as const;

export function eventsAbout(team: Team, happening: Happening): readonly Event[] {
  const channel = team.channels.get(happening.message.channel);
  if (!channel?.members.has(team.people.bot.id) || happening.message.system) return [];
  return [...mention(team, channel, happening), ...plain(team, channel, happening)].map((event) =>
    eventWrapping(team, event),
  );
}

function mention(team: Team, channel: ChannelRecord, happening: Happening): readonly Event[] {
  const { message, kind } = happening;
  const bot = team.people.bot.id;
  if (kind !== 'posted' || channel.kind === 'im' || message.user === bot) return [];
  if (!team.manifest.events.has('app_mention')) return [];
  const isMentioned = mentionsIn(message.text, message.blocks).some(
    (found) => found.kind === 'user' && found.user === bot,
  );
  if (!isMentioned) return [];
  return [
    {
      ...slackMessage(team, message),
      type: 'app_mention',
      channel: channel.id,
      event_ts: message.ts,
    },
  ];
}

function plain(team: Team, channel: ChannelRecord, happening: Happening): readonly Event[] {
  if (!team.manifest.events.has(subscriptions[channel.kind])) return [];
  const { message } = happening;
  const where = { channel: channel.id, channel_type: channelTypes[channel.kind] };
  if (happening.kind === 'posted') {
    const subtype = message.files && message.botId === undefined ? { subtype: 'file_share' } : {};
    return [{ ...slackMessage(team, message), ...where, ...subtype, event_ts: message.ts }];
  }
  const hidden = { type: 'message', ...where, hidden: true };
  const ts = message.editedTs ?? message.ts;
  if (happening.kind === 'changed')
    return [
      {
        ...hidden,
        subtype: 'message_changed',
        message: slackMessage(team, message),
        previous_message: slackMessage(team, happening.before),
        ts,
        event_ts: ts,
      },
    ];
  return [
    {
      ...hidden,
      subtype: 'message_deleted',
      previous_message: slackMessage(team, message),
      deleted_ts: message.ts,
      ts,
      event_ts: ts,
    },
  ];
}
