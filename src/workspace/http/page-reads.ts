/** What the page asks for: the state, a channel's messages, a thread. */
import type { MessagePage, PageState } from '../page-api.ts';
import { pageChannel } from '../team/channels.ts';
import { pageMessage, type StoredMessage } from '../team/message.ts';
import { pagePerson } from '../team/people.ts';
import type { Team } from '../team/team.ts';
import { openView } from '../team/views.ts';
import { json, type Reply, sentence } from './reply.ts';

/** The most messages one answer carries. */
const mostMessages = 200;

export function pageRead(team: Team, url: URL): Reply {
  const me = url.searchParams.get('as') ?? team.seed.people[0]?.id ?? '';
  if (!team.people.human(me)) return sentence(`There is nobody with the id ${me}.`, 404);
  if (url.pathname === '/page/state') return json(stateFor(team, me));
  const channel = url.searchParams.get('channel') ?? '';
  if (!team.channels.get(channel)?.members.has(me))
    return sentence('You are not in this channel.', 403);
  if (url.pathname === '/page/messages')
    return json(recent(team, channel, url.searchParams.get('before') ?? undefined));
  if (url.pathname === '/page/thread')
    return json(thread(team, channel, url.searchParams.get('ts') ?? ''));
  return sentence(`There is nothing at ${url.pathname}.`, 404);
}

function stateFor(team: Team, me: string): PageState {
  const home = team.views.home(me);
  const mine = team.channels.all.filter((channel) => channel.members.has(me));
  return {
    team: team.seed.team,
    me,
    bot: team.people.bot.id,
    people: team.people.all.map(pagePerson),
    channels: mine.map((channel) => pageChannel(channel, team.people)),
    commands: [...team.manifest.commands.values()].map(({ command, description, usageHint }) => ({
      command,
      description,
      usageHint,
    })),
    shortcuts: team.manifest.shortcuts,
    views: team.views.stack(me).map(openView),
    agents: mine.flatMap(({ id }) => team.agents.threadsIn(id)),
    prompts: mine.flatMap(({ id }) => team.agents.promptsIn(id) ?? []),
    home: home ? openView(home) : null,
    botConnected: team.app.connected(),
  };
}

function recent(team: Team, channel: string, before: string | undefined): MessagePage {
  const { messages, hasMore } = team.messages.stretch(channel, { before, limit: mostMessages });
  return { messages: messages.map((message) => shown(team, message)), hasMore };
}

function thread(team: Team, channel: string, ts: string): MessagePage {
  const messages = team.messages.thread(channel, ts).map((message) => shown(team, message));
  return { messages, hasMore: false };
}

function shown(team: Team, message: StoredMessage) {
  return pageMessage(message, team.messages.replyCount(message));
}
