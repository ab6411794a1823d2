import { z } from 'zod';
import type { StoredMessage } from '../team/message.ts';
import { post, replace } from '../team/posting.ts';
import { slackMessage } from '../team/slack-message.ts';
import { blocksOfStream, type Drawn, type Stream } from '../team/streams.ts';
import type { Team } from '../team/team.ts';
import { storedText } from '../text/written-text.ts';
import { channelOfBot, channelToPostIn } from './channel-access.ts';
import { asBot, threadOf } from './chat-post.ts';
import { readContent } from './message-content.ts';
import { type ApiRefusal, jsonValue, type Method, method, refuse } from './method.ts';
import { sessionStatus } from './sessions.ts';
import { withChunks } from './stream-chunks.ts';

const said = { markdown_text: z.string().optional(), chunks: jsonValue.optional() };
const place = { channel: z.string().min(1), ts: z.string().min(1) };

/** Messages that grow while the app thinks. Source: Slack, "chat.startStream" and its siblings. */
export const streamMethods: Readonly<Record<string, Method>> = {
  'chat.startStream': method({
    scopes: ['chat:write'],
    args: z.looseObject({
      channel: z.string().min(1),
      thread_ts: z.string().min(1),
      ...said,
      recipient_team_id: z.string().optional(),
      recipient_user_id: z.string().optional(),
      task_display_mode: z.enum(['timeline', 'plan', 'dense']).default('timeline'),
    }),
    run(args, team) {
      const found = channelToPostIn(team, args.channel);
      if (!found.ok) return found;
      const { channel } = found;
      if (channel.kind !== 'im' && !args.recipient_team_id)
        return refuse('missing_recipient_team_id');
      if (channel.kind !== 'im' && !args.recipient_user_id)
        return refuse('missing_recipient_user_id');
      const thread = threadOf(team, channel.id, args.thread_ts);
      if (!thread.ok) return thread;
      const { threadTs = args.thread_ts } = thread;
      const empty = { markdown: '', planTitle: '', tasks: [], blocks: [] };
      const read = withChunks(team, empty, args);
      if (!read.ok) return read;
      const mode = args.task_display_mode;
      const message = post(team, {
        ...asBot(team),
        channel: channel.id,
        threadTs,
        text: storedText(read.content.markdown),
        blocks: blocksOfStream({ ...read.content, mode }),
        streaming: true,
      });
      team.streams.put({ ...read.content, channel: channel.id, ts: message.ts, threadTs, mode });
      return { ok: true, channel: message.channel, ts: message.ts };
    },
  }),

  'chat.appendStream': method({
    scopes: ['chat:write'],
    args: z.looseObject({ ...place, ...said }),
    run(args, team) {
      const found = streamAt(team, args);
      if (!found.ok) return found;
      if (args.markdown_text === undefined && args.chunks === undefined) return refuse('no_text');
      const read = withChunks(team, found.stream, args);
      if (!read.ok) return read;
      const stream = team.streams.put({ ...found.stream, ...read.content });
      draw(team, found.message, stream);
      return { ok: true, channel: stream.channel, ts: stream.ts };
    },
  }),

  'chat.stopStream': method({
    scopes: ['chat:write'],
    args: z.looseObject({
      ...place,
      ...said,
      blocks: jsonValue.optional(),
      metadata: jsonValue.optional(),
      session_status: sessionStatus.optional(),
    }),
    run(args, team) {
      const found = streamAt(team, args);
      if (!found.ok) return found;
      const read = withChunks(team, found.stream, args);
      if (!read.ok) return read;
      const last =
        args.blocks === undefined ? undefined : readContent(team, { blocks: args.blocks });
      if (last && !last.ok) return last;
      const blocks = [...read.content.blocks, ...(last?.content.blocks ?? [])];
      const stream = { ...found.stream, ...read.content, blocks };
      team.streams.end(stream);
      const { metadata } = args;
      const message = draw(team, { ...found.message, metadata, streaming: false }, stream);
      if (args.session_status)
        team.agents.change(stream.channel, stream.threadTs, { session: args.session_status });
      return {
        ok: true,
        channel: stream.channel,
        ts: stream.ts,
        message: slackMessage(team, message, { withMetadata: true }),
      };
    },
  }),
};

function streamAt(
  team: Team,
  { channel, ts }: { readonly channel: string; readonly ts: string },
): { readonly ok: true; readonly stream: Stream; readonly message: StoredMessage } | ApiRefusal {
  const found = channelOfBot(team, channel);
  if (!found.ok) return found;
  const message = team.messages.get(found.channel.id, ts);
  if (!message) return refuse('message_not_found');
  if (message.botId !== team.seed.app.bot) return refuse('message_not_owned_by_app');
  const stream = team.streams.at(found.channel.id, ts);
  return typeof stream === 'string' ? refuse(stream) : { ok: true, stream, message };
}

/** Shows what the stream says by now; no edit mark and no event, as on Slack. */
function draw(team: Team, message: StoredMessage, stream: Drawn) {
  const drawn = {
    ...message,
    text: storedText(stream.markdown),
    blocks: blocksOfStream(stream),
  };
  replace(team, drawn);
  return drawn;
}
