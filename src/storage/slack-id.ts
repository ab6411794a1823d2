import { z } from 'zod';

/** Nothing but letters and digits, so that no name of a person can become a path. */
export const SlackId = z.string().regex(/^[A-Z0-9]+$/, 'a Slack ID is capital letters and digits');
