import { authMethods } from './auth.ts';
import { chatEditMethods } from './chat-edit.ts';
import { chatPostMethods } from './chat-post.ts';
import { conversationMethods } from './conversations.ts';
import { fileMethods } from './files.ts';
import { historyMethods } from './history.ts';
import type { Method } from './method.ts';
import { reactionMethods } from './reactions.ts';
import { userMethods } from './users.ts';
import { viewMethods } from './views.ts';

/** Every Web API method the workspace knows, by name. */
export const methods: Readonly<Record<string, Method>> = {
  ...authMethods,
  ...chatPostMethods,
  ...chatEditMethods,
  ...conversationMethods,
  ...fileMethods,
  ...historyMethods,
  ...reactionMethods,
  ...userMethods,
  ...viewMethods,
};
