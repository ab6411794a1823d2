import type { App } from '@slack/bolt';
import type { Conversation } from '../conversation/talk.ts';
import type { Turn } from '../conversation/turn.ts';
import type { Reply } from '../wording/reply.ts';
import type { Agent } from './agent.ts';
import type { Poster } from './poster.ts';
import { isReplay, keyOf } from './turns.ts';

export interface AgentEars {
  readonly conversation: Pick<Conversation, 'welcome' | 'stopped'>;
  readonly poster: Poster;
  readonly agent: Agent;
}

/** The ways in that Slack opens to agents: somebody comes to talk, somebody presses Slack's Stop. */
export function listenAsAgent(app: App, { conversation, poster, agent }: AgentEars): void {
  const { welcome } = conversation;

  app.event('app_home_opened', async ({ event, context }) => {
    if (event.tab !== 'messages') return;
    const { user: who, channel } = event;
    const key = keyOf(context, `${who}:${event.event_ts}`);
    const greeting = await welcome.greeting({ who, key, where: channel, origin: { channel } });
    if (greeting) await poster.post({ channel }, greeting, `greeting:${who}`, isReplay(context));
    await agent.suggest(channel, await welcome.prompts(who));
  });

  app.event('agent_session_stopped', async ({ event, context }) => {
    const { user: who, channel, thread_ts: thread } = event;
    const spot = { channel, thread };
    const turn: Turn = {
      who,
      key: keyOf(context, `${who}:${event.event_ts}`),
      where: `${channel}:${thread}`,
      origin: spot,
    };
    const reply = await conversation.stopped(turn, { channel, ts: thread });
    for (const [at, one] of [reply, ...(reply.more ?? [])].entries()) await say(at, one);
    await agent.resting({ channel, ts: thread });

    async function say(at: number, one: Reply): Promise<void> {
      if (one.seenBy === 'asker' && !channel.startsWith('D')) await poster.whisper(spot, who, one);
      else
        await poster.post(spot, one, at === 0 ? turn.key : `${turn.key}+${at}`, isReplay(context));
    }
  });
}
