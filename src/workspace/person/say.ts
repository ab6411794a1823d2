import { randomUUID } from 'node:crypto';
import type { StoredMessage } from '../team/message.ts';
import { post, systemLine } from '../team/posting.ts';
import type { Team } from '../team/team.ts';
import { partsOf } from '../text/typed-text.ts';
import { richTextOf, textWithTokens } from '../text/written-text.ts';
import { command } from './command.ts';
import { tellLinks } from './links.ts';
import { done, failed, type Outcome } from './outcome.ts';

export interface Said {
  readonly as: string;
  readonly channel: string;
  readonly text: string;
  readonly threadTs?: string | undefined;
}

/** Longer messages are refused by Slack's own composer. */
const mostCharacters = 12_000;

/** What the send button does: runs a slash command or posts what was typed. */
export async function send(team: Team, said: Said): Promise<Outcome> {
  const refusal = whyNotSent(team, said);
  if (refusal) return failed(refusal);
  const did = /^\/[a-z]/i.test(said.text) ? 'types' : 'says';
  team.feed.tell({ type: 'deed', deed: { ...said, user: said.as, did } });
  if (did === 'says') return { ok: true, ts: say(team, said).ts };
  if (said.threadTs === undefined) return command(team, said);
  const text = 'Slash commands do not work in threads. Type it in the channel instead.';
  systemLine(team, { ...said, user: said.as, text });
  return done;
}

/** Posts what a person typed, read the way Slack reads it. */
function say(team: Team, { as, channel, text, threadTs }: Said): StoredMessage {
  const parts = partsOf(text, team.directory);
  const first = threadTs === undefined ? undefined : team.messages.get(channel, threadTs);
  const message = post(team, {
    channel,
    user: as,
    clientMsgId: randomUUID(),
    text: textWithTokens(parts),
    blocks: richTextOf(parts, team.ids.of('b').slice(0, 6)),
    threadTs: first?.threadTs ?? threadTs,
  });
  tellLinks(team, message, parts);
  return message;
}

function whyNotSent(team: Team, { as, channel, text, threadTs }: Said): string | undefined {
  if (!team.people.human(as)) return `There is nobody with the id ${as}.`;
  if (!team.channels.get(channel)?.members.has(as)) return 'You are not in this channel.';
  if (text.trim() === '') return 'Type a message first.';
  if (text.length > mostCharacters)
    return `A message can have ${mostCharacters} characters; this one has ${text.length}.`;
  if (threadTs !== undefined && !team.messages.get(channel, threadTs))
    return 'This thread does not exist any more.';
  return undefined;
}
