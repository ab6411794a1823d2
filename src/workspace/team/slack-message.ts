import type { StoredMessage } from './message.ts';
import { slackFile } from './slack-file.ts';
import type { Team } from './team.ts';

/** A message as the Web API and the events show it. */
export function slackMessage(
  team: Team,
  message: StoredMessage,
  { withMetadata = false } = {},
): Readonly<Record<string, unknown>> {
  const replies = team.messages.replyCount(message);
  return {
    type: 'message',
    user: message.user,
    ...(message.botId && { bot_id: message.botId, app_id: team.seed.app.id }),
    ...(message.clientMsgId && { client_msg_id: message.clientMsgId }),
    text: message.text,
    team: team.seed.team.id,
    ts: message.ts,
    ...(message.blocks.length > 0 && { blocks: message.blocks }),
    ...(message.attachments && { attachments: message.attachments }),
    ...threadOf(team, message, replies),
    ...(message.files && { files: message.files.map((file) => slackFile(team, file)) }),
    ...(message.streaming && { streaming_state: 'in_progress' }),
    ...(message.editedTs && { edited: { user: message.user, ts: message.editedTs } }),
    ...(message.reactions && {
      reactions: message.reactions.map((reaction) => ({
        ...reaction,
        count: reaction.users.length,
      })),
    }),
    ...(withMetadata && message.metadata !== undefined && { metadata: message.metadata }),
  };
}

function threadOf(team: Team, message: StoredMessage, replies: number): object {
  if (message.threadTs && message.threadTs !== message.ts)
    return {
      thread_ts: message.threadTs,
      parent_user_id: team.messages.get(message.channel, message.threadTs)?.user,
    };
  return replies > 0 ? { thread_ts: message.ts, reply_count: replies } : {};
}
