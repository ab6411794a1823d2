import type { App, Context, RespondFn } from '@slack/bolt';
import { WebAPIPlatformError } from '@slack/web-api';
import type { Conversation } from '../conversation/talk.ts';
import type { Turn } from '../conversation/turn.ts';
import type { Posted } from '../jobs/ports.ts';
import type { Card, Reply } from '../wording/reply.ts';
import type { Agent } from './agent.ts';
import { choiceOf } from './choices.ts';
import { formCallback } from './form-view.ts';
import { formWindows } from './form-windows.ts';
import { AskedAbout, Ordered, PressedButton, Said } from './payloads.ts';
import type { Poster } from './poster.ts';
import { isReplay, keyOf } from './turns.ts';

/** What the listeners hand over to. */
export interface Ears {
  readonly conversation: Conversation;
  readonly poster: Poster;
  /** Remembers which message shows a job. */
  readonly keepCard: (card: Card, posted: Posted) => Promise<void>;
  /** Shows somebody's Home tab. */
  readonly showHome: (who: string) => Promise<void>;
  readonly agent: Pick<Agent, 'thinking'>;
}

/** Every way in from Slack. A listener acknowledges, translates, calls and says; it decides nothing. */
export function listen(app: App, { conversation, poster, keepCard, showHome, agent }: Ears): void {
  const { forms } = conversation;
  const windows = formWindows(app, { forms, tell });

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
    // in the direct messages with Goldie the message of the job says it all
    const isDirect = turn.where.startsWith('D') && reply.more === undefined;
    const posted = isDirect ? await cardElsewhere(turn, reply, isReplay(context)) : undefined;
    if (posted?.channel !== turn.where) await respondTo(turn, reply, respond);
    if (!isDirect) await cardElsewhere(turn, reply, isReplay(context));
  });

  app.action(/.*/, async ({ ack, body, respond, context }) => {
    await ack();
    const press = PressedButton.safeParse(body).data;
    const [action] = press?.actions ?? [];
    if (!press || !action) return;
    const setting = choiceOf(action);
    if (setting !== undefined) return settle(press, setting, context);
    if (action.value === undefined) return;
    const { value } = action;
    const hasRoom = press.container.type === 'view';
    const isOpen =
      forms.opensForm(value, hasRoom) &&
      (await windows.open(press.trigger_id, () =>
        forms.open(turnOf(press, value, context), value),
      ));
    if (!isOpen) await answerPress(press, value, respond, context);
  });

  app.event('app_home_opened', async ({ event }) => {
    if (event.tab === 'home') await showHome(event.user);
  });

  app.shortcut(
    { callback_id: 'image_task', type: 'shortcut' },
    async ({ ack, shortcut, context }) => {
      await ack();
      const who = shortcut.user.id;
      const key = keyOf(context, shortcut.trigger_id);
      const turn: Turn = { who, key, where: who, origin: { person: who } };
      await windows.open(shortcut.trigger_id, () => forms.tasks(turn));
    },
  );

  app.shortcut(
    { callback_id: 'ask_goldie', type: 'message_action' },
    async ({ ack, shortcut, respond, context }) => {
      await ack();
      await answerAbout(AskedAbout.parse(shortcut), respond, context);
    },
  );

  app.shortcut(
    { callback_id: 'make_task', type: 'message_action' },
    async ({ ack, shortcut, context }) => {
      await ack();
      const { user, message } = AskedAbout.parse(shortcut);
      const key = keyOf(context, shortcut.trigger_id);
      const turn: Turn = { who: user.id, key, where: user.id, origin: { person: user.id } };
      const text = withoutUs(message.text, context.botUserId);
      await windows.open(shortcut.trigger_id, () => conversation.suggested(turn, text));
    },
  );

  // whoever sends something that is not ours is told at once instead of waiting for a time-out
  app.options(/^(?!fill:)/, async ({ ack }) => ack({ options: [] }));
  app.view(
    { callback_id: new RegExp(`^(?!${formCallback}$)`), type: 'view_submission' },
    async ({ ack }) => ack(),
  );

  async function answerTo(said: Said, context: Context, spot: Spot): Promise<void> {
    const turn: Turn = {
      who: said.user,
      key: keyOf(context, `${said.channel}:${said.ts}`),
      where: [spot.channel, spot.thread].filter(Boolean).join(':'),
      origin: spot,
    };
    await agent.thinking({ channel: said.channel, ts: said.thread_ts ?? said.ts }, async () => {
      const reply = await conversation.said(turn, withoutUs(said.text, context.botUserId));
      await say(spot, turn, reply, isReplay(context));
    });
  }

  /** Answers a message in its thread; where Goldie is no member, to the asker alone. */
  async function answerAbout(
    { user, channel, message }: AskedAbout,
    respond: RespondFn,
    context: Context,
  ): Promise<void> {
    const spot = { channel: channel.id, thread: message.thread_ts ?? message.ts };
    const turn: Turn = {
      who: user.id,
      key: keyOf(context, `about:${user.id}:${message.ts}`),
      where: `${spot.channel}:${spot.thread}`,
      origin: spot,
    };
    const reply = await conversation.said(turn, withoutUs(message.text, context.botUserId));
    try {
      await say(spot, turn, reply, isReplay(context));
    } catch (error) {
      if (!isNoMember(error)) throw error;
      await respondTo(turn, reply, respond);
      await cardElsewhere(turn, reply, isReplay(context));
    }
  }

  /** Answers where only the asker sees it. A file cannot go there: it goes to their direct messages. */
  async function respondTo(turn: Turn, reply: Reply, respond: RespondFn, replaces = false) {
    await respond({
      ...poster.looks(reply),
      response_type: 'ephemeral',
      replace_original: replaces,
    });
    if (reply.file) await poster.attach({ channel: turn.who }, reply.file);
    for (const next of reply.more ?? []) await respondTo(turn, next, respond);
  }

  /** A form has ended: what came of it is said in the person's direct messages, where its job can be followed. */
  async function tell(turn: Turn, reply: Reply, mayBeThere: boolean): Promise<void> {
    const posted = await poster.post({ channel: turn.who }, reply, turn.key, mayBeThere);
    if (reply.card) await keepCard(reply.card, posted);
    await showHome(turn.who);
  }

  /** A setting on the Home tab: the tab itself shows what was chosen. */
  async function settle(press: PressedButton, value: string, context: Context): Promise<void> {
    await conversation.pressed(turnOf(press, value, context), value);
    await showHome(press.user.id);
  }

  function turnOf({ user, container }: PressedButton, value: string, context: Context): Turn {
    const { channel_id: channel = user.id, message_ts: ts, thread_ts: thread } = container;
    const spot = { channel, ...(thread !== undefined && { thread }) };
    return {
      who: user.id,
      key: keyOf(context, `${user.id}:${ts}:${value}`),
      where: [channel, thread].filter(Boolean).join(':'),
      origin: container.is_ephemeral === true ? { person: user.id } : spot,
    };
  }

  async function say(spot: Spot, turn: Turn, reply: Reply, mayBeThere: boolean): Promise<void> {
    if (reply.seenBy === 'asker' && !spot.channel.startsWith('D')) {
      await poster.whisper(spot, turn.who, reply);
    } else {
      const posted = await poster.post(spot, reply, turn.key, mayBeThere);
      if (reply.card) await keepCard(reply.card, posted);
    }
    await sayMore(spot, turn, reply, mayBeThere);
  }

  async function sayMore(spot: Spot, turn: Turn, { more = [] }: Reply, mayBeThere: boolean) {
    for (const [at, next] of more.entries())
      await say(spot, { ...turn, key: `${turn.key}+${at + 1}` }, next, mayBeThere);
  }

  async function answerPress(
    press: PressedButton,
    value: string,
    respond: RespondFn,
    context: Context,
  ): Promise<void> {
    const { user, container } = press;
    const { type, channel_id: channel = user.id, message_ts: ts, thread_ts: thread } = container;
    const spot = { channel, ...(thread !== undefined && { thread }) };
    const turn = turnOf(press, value, context);
    const { reply, replaces, shows } = await conversation.pressed(turn, value);
    if (shows) await showAll(spot, turn, shows, respond, isReplay(context));
    if (type === 'view') {
      await say(spot, turn, { ...reply, seenBy: 'everyone' }, isReplay(context));
      return showHome(user.id);
    }
    if (container.is_ephemeral === true || ts === undefined) {
      await respondTo(turn, reply, respond, replaces);
      await cardElsewhere(turn, reply, isReplay(context));
      return;
    }
    if (!replaces) return say(spot, turn, reply, isReplay(context));
    await poster.edit({ channel, ts }, reply);
    if (reply.card) await keepCard(reply.card, { channel, ts });
    if (reply.file) await poster.attach(spot, reply.file);
    await sayMore(spot, turn, reply, isReplay(context));
  }

  /** Shows everybody in a place what only one of them saw; Slack lets Goldie do so even where it is no member. */
  async function showAll(
    spot: Spot,
    turn: Turn,
    reply: Reply,
    respond: RespondFn,
    mayBeThere: boolean,
  ): Promise<void> {
    try {
      await poster.post(spot, reply, turn.key, mayBeThere);
    } catch (error) {
      if (!isNoMember(error)) throw error;
      await respond({
        ...poster.looks(reply),
        response_type: 'in_channel',
        replace_original: false,
      });
    }
  }

  /** A message that only its reader sees cannot be edited later: the job gets a message in their direct messages. */
  async function cardElsewhere(
    turn: Turn,
    reply: Reply,
    mayBeThere: boolean,
  ): Promise<Posted | undefined> {
    if (!reply.card) return undefined;
    const card = { ...reply, choices: [] };
    const posted = await poster.post({ channel: turn.who }, card, turn.key, mayBeThere);
    await keepCard(reply.card, posted);
    return posted;
  }
}

interface Spot {
  readonly channel: string;
  readonly thread?: string;
}

/** Slack lets nobody write where they are no member. */
function isNoMember(error: unknown): boolean {
  return (
    error instanceof WebAPIPlatformError &&
    ['not_in_channel', 'channel_not_found', 'user_not_in_channel'].includes(error.data.error)
  );
}

function withoutUs(text: string, bot: string | undefined): string {
  return bot === undefined ? text : text.replaceAll(`<@${bot}>`, ' ').trim();
}
