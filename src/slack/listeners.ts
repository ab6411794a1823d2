import type { App, Context, RespondFn } from '@slack/bolt';
import type { Conversation } from '../conversation/talk.ts';
import type { Turn } from '../conversation/turn.ts';
import type { Posted } from '../jobs/ports.ts';
import type { Card, Reply } from '../wording/reply.ts';
import { arrival, replayed } from './intake.ts';
import { Ordered, PressedButton, Said } from './payloads.ts';
import type { Poster } from './poster.ts';
import { render } from './render.ts';

/** What the listeners hand over to. */
export interface Ears {
  readonly conversation: Conversation;
  readonly poster: Poster;
  /** Remembers which message shows a job. */
  readonly keepCard: (card: Card, posted: Posted) => Promise<void>;
  /** Shows somebody's Home tab. */
  readonly showHome: (who: string) => Promise<void>;
}

/** Every way in from Slack. A listener acknowledges, translates, calls and says; it decides nothing. */
export function listen(app: App, { conversation, poster, keepCard, showHome }: Ears): void {
  app.event('app_mention', async ({ event, context }) => {
    const said = Said.parse(event);
    const thread = said.thread_ts ?? said.ts;
    await answerTo(said, context, { channel: said.channel, thread });
  });

  app.event('message', async ({ event, context }) => {
    const said = Said.safeParse(event).data;
    const isPlain = said?.subtype === undefined || said.subtype === 'file_share';
    if (said?.channel_type !== 'im' || !isPlain || said.bot_id !== undefined) return;
    const { channel, thread_ts: thread } = said;
    await answerTo(said, context, { channel, ...(thread !== undefined && { thread }) });
  });

  app.command(/.*/, async ({ ack, command, respond, context }) => {
    await ack();
    const order = Ordered.parse(command);
    const turn: Turn = {
      who: order.user_id,
      key: keyOf(context, order.trigger_id),
      where: order.channel_id,
      origin: { person: order.user_id },
    };
    const reply = await conversation.ordered(turn, order.command, order.text);
    for (const each of [reply, ...(reply.more ?? [])])
      await respond({ ...render(each), response_type: 'ephemeral', replace_original: false });
    await cardElsewhere(turn, reply, isReplay(context));
  });

  app.action(/.*/, async ({ ack, body, respond, context }) => {
    await ack();
    const press = PressedButton.safeParse(body).data;
    const value = press?.actions[0]?.value;
    if (press && value !== undefined) await answerPress(press, value, respond, context);
  });

  app.event('app_home_opened', async ({ event }) => {
    if (event.tab === 'home') await showHome(event.user);
  });

  // nothing of ours sends these yet; whoever does is told at once instead of waiting for a time-out
  app.shortcut(/.*/, async ({ ack }) => ack());
  app.options(/.*/, async ({ ack }) => ack({ options: [] }));
  app.view(/.*/, async ({ ack }) => ack());

  async function answerTo(said: Said, context: Context, spot: Spot): Promise<void> {
    const turn: Turn = {
      who: said.user,
      key: keyOf(context, `${said.channel}:${said.ts}`),
      where: [spot.channel, spot.thread].filter(Boolean).join(':'),
      origin: spot,
    };
    const reply = await conversation.said(turn, withoutUs(said.text, context.botUserId));
    await say(spot, turn, reply, isReplay(context));
  }

  async function say(spot: Spot, turn: Turn, reply: Reply, mayBeThere: boolean): Promise<void> {
    if (reply.seenBy === 'asker' && !spot.channel.startsWith('D')) {
      await poster.whisper(spot, turn.who, reply);
    } else {
      const posted = await poster.post(spot, reply, turn.key, mayBeThere);
      if (reply.card) await keepCard(reply.card, posted);
    }
    for (const [at, next] of (reply.more ?? []).entries())
      await say(spot, { ...turn, key: `${turn.key}+${at + 1}` }, next, mayBeThere);
  }

  async function answerPress(
    { user, container }: PressedButton,
    value: string,
    respond: RespondFn,
    context: Context,
  ): Promise<void> {
    const { type, channel_id: channel = user.id, message_ts: ts, thread_ts: thread } = container;
    const hidden = container.is_ephemeral === true;
    const spot = { channel, ...(thread !== undefined && { thread }) };
    const turn: Turn = {
      who: user.id,
      key: keyOf(context, `${user.id}:${ts}:${value}`),
      where: [channel, thread].filter(Boolean).join(':'),
      origin: hidden ? { person: user.id } : spot,
    };
    const { reply, replaces } = await conversation.pressed(turn, value);
    if (type === 'view') {
      await say(spot, turn, { ...reply, seenBy: 'everyone' }, isReplay(context));
      return showHome(user.id);
    }
    if (hidden || ts === undefined) {
      await respond({ ...render(reply), response_type: 'ephemeral', replace_original: replaces });
      return cardElsewhere(turn, reply, isReplay(context));
    }
    if (!replaces) return say(spot, turn, reply, isReplay(context));
    await poster.edit({ channel, ts }, reply);
    if (reply.card) await keepCard(reply.card, { channel, ts });
  }

  /** A message that only its reader sees cannot be edited later: the job gets a message in their direct messages. */
  async function cardElsewhere(turn: Turn, reply: Reply, mayBeThere: boolean): Promise<void> {
    if (!reply.card) return;
    const card = { ...reply, choices: [] };
    const posted = await poster.post({ channel: turn.who }, card, turn.key, mayBeThere);
    await keepCard(reply.card, posted);
  }
}

interface Spot {
  readonly channel: string;
  readonly thread?: string;
}

/** The arrival's own key; the fallback names the same thing where none was kept. */
function keyOf(context: Context, otherwise: string): string {
  const kept: unknown = context[arrival];
  return typeof kept === 'string' ? kept : otherwise;
}

function isReplay(context: Context): boolean {
  return context[replayed] === true;
}

function withoutUs(text: string, bot: string | undefined): string {
  return bot === undefined ? text : text.replaceAll(`<@${bot}>`, ' ').trim();
}
