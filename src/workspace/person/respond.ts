/** What an app says through a response_url or together with its acknowledgement. */
import { z } from 'zod';
import { asBot } from '../api/chat-post.ts';
import { readContent } from '../api/message-content.ts';
import { edit, post, takeBack } from '../team/posting.ts';
import type { ResponseTarget } from '../team/response-urls.ts';
import type { Team } from '../team/team.ts';

const Words = z.looseObject({
  text: z.string().optional(),
  blocks: z.unknown().optional(),
  attachments: z.unknown().optional(),
  response_type: z.enum(['ephemeral', 'in_channel']).default('ephemeral'),
  replace_original: z.union([z.boolean(), z.stringbool()]).default(false),
  delete_original: z.union([z.boolean(), z.stringbool()]).default(false),
  thread_ts: z.string().optional(),
  parse: z.enum(['none', 'full', 'client']).optional(),
});

export type Responded = { readonly ok: true } | { readonly ok: false; readonly error: string };

/**
 * Posts, replaces or deletes, as the app asked. Needs no scope and no membership, and an empty
 * acknowledgement says nothing.
 */
export function respond(team: Team, target: ResponseTarget, payload: unknown): Responded {
  const parsed = Words.safeParse(payload ?? {});
  if (!parsed.success) return { ok: false, error: 'invalid_payload' };
  const { data } = parsed;
  const original =
    target.ts === undefined
      ? undefined
      : (team.messages.get(target.channel, target.ts) ??
        team.ephemerals.get(target.channel, target.ts));
  if (data.delete_original) {
    if (original) takeBack(team, original);
    return { ok: true };
  }
  const read = readContent(team, data);
  if (!read.ok) return read.error === 'no_text' && isSilent(payload) ? { ok: true } : read;
  if (data.replace_original && original) {
    edit(team, original, { attachments: undefined, ...read.content });
    return { ok: true };
  }
  post(team, {
    ...asBot(team),
    ...read.content,
    channel: target.channel,
    threadTs: data.thread_ts,
    visibleTo: data.response_type === 'ephemeral' ? target.user : undefined,
  });
  return { ok: true };
}

function isSilent(payload: unknown): boolean {
  return (
    payload === undefined ||
    payload === null ||
    (typeof payload === 'object' && Object.keys(payload).length === 0)
  );
}
