import type { Message } from '../page-api.ts';
import { pageMessage, type StoredMessage } from '../team/message.ts';
import type { Team } from '../team/team.ts';

/** A message as somebody sees it, with what a test wants to know besides. */
export interface SeenMessage extends Message {
  /** Set when the app posted it. */
  readonly botId?: string;
  /** The only person who sees it, when it is ephemeral. */
  readonly visibleTo?: string;
  readonly metadata?: unknown;
}

export function seen(team: Team, message: StoredMessage): SeenMessage {
  return {
    ...pageMessage(message, team.messages.replyCount(message)),
    ...(message.files && {
      files: message.files.map((file) => ({ ...file, url: `${team.origin()}${file.url}` })),
    }),
    ...(message.botId && { botId: message.botId }),
    ...(message.visibleTo && { visibleTo: message.visibleTo }),
    ...(message.metadata !== undefined && { metadata: message.metadata }),
  };
}
