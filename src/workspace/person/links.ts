import { eventWrapping } from '../team/event-wrapping.ts';
import type { StoredMessage } from '../team/message.ts';
import type { Team } from '../team/team.ts';
import type { Part } from '../text/typed-text.ts';

/** Tells the app about links into the domains that its manifest names. */
export function tellLinks(team: Team, message: StoredMessage, parts: readonly Part[]): void {
  const isMember = team.channels.get(message.channel)?.members.has(team.people.bot.id);
  if (!isMember || !team.manifest.events.has('link_shared')) return;
  const links = parts.flatMap((part) => (part.kind === 'link' ? linkInto(team, part.url) : []));
  if (links.length === 0) return;
  const unfurlId = `${team.ids.of('Uf')}.${message.ts}`;
  team.unfurls.set(unfurlId, { channel: message.channel, ts: message.ts });
  team.app.tell(
    eventWrapping(team, {
      type: 'link_shared',
      user: message.user,
      channel: message.channel,
      message_ts: message.ts,
      ...(message.threadTs && { thread_ts: message.threadTs }),
      links,
      unfurl_id: unfurlId,
      source: 'conversations_history',
      is_bot_user_member: true,
      event_ts: message.ts,
    }),
  );
}

function linkInto(team: Team, url: string): readonly { domain: string; url: string }[] {
  if (!URL.canParse(url)) return [];
  const { hostname } = new URL(url);
  const domain = team.manifest.unfurlDomains.find(
    (known) => hostname === known || hostname.endsWith(`.${known}`),
  );
  return domain === undefined ? [] : [{ domain, url }];
}
