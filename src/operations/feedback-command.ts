import type { Entry } from './group.ts';

/** What was not understood or not liked, for administrators; src/conversation/teaching.ts answers it. */
export const feedbackCommand = {
  id: 'feedback',
  verbs: ['feedback'],
  needs: 'cts:traces:list',
} as const satisfies Entry;
