import { assistantMethods } from './assistant.ts';
import { authMethods } from './auth.ts';
import { chatEditMethods } from './chat-edit.ts';
import { chatPostMethods } from './chat-post.ts';
import { conversationMethods } from './conversations.ts';
import { fileMethods } from './files.ts';
import { functionMethods } from './functions.ts';
import { historyMethods } from './history.ts';
import type { Method } from './method.ts';
import { reactionMethods } from './reactions.ts';
import { sessionMethods } from './sessions.ts';
import { streamMethods } from './streams.ts';
import { unfurlMethods } from './unfurl.ts';
import { usergroupMethods } from './usergroups.ts';
import { userMethods } from './users.ts';
import { viewMethods } from './views.ts';

/** Every Web API method the workspace knows, by name. */
export const methods: Readonly<Record<string, Method>> = {
  ...assistantMethods,
  ...authMethods,
  ...chatPostMethods,
  ...chatEditMethods,
  ...conversationMethods,
  ...fileMethods,
  ...functionMethods,
  ...historyMethods,
  ...reactionMethods,
  ...sessionMethods,
  ...streamMethods,
  ...unfurlMethods,
  ...usergroupMethods,
  ...userMethods,
  ...viewMethods,
};
