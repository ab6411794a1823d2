import { z } from 'zod';
import type { Team } from '../team/team.ts';
import { channelToPostIn } from './channel-access.ts';
import { type ApiRefusal, type Method, method, refuse } from './method.ts';

export const sessionStatus = z.enum(['active', 'processing', 'suspended', 'closed']);

const thread = { channel_id: z.string().min(1), thread_ts: z.string().optional() };
const title = z.string().min(1).max(200);

/** Agent sessions in threads: while one is processing, people see a Stop button. */
export const sessionMethods: Readonly<Record<string, Method>> = {
  'agents.sessions.setStatus': method({
    scopes: ['chat:write'],
    args: z.looseObject({ ...thread, status: sessionStatus, title: title.optional() }),
    run(args, team) {
      const found = sessionAt(team, args);
      if (!found.ok) return found;
      const before = team.agents.thread(found.channel, found.threadTs);
      const isNew = before.session === null;
      const after = team.agents.change(found.channel, found.threadTs, {
        session: args.status,
        ...(isNew && args.title !== undefined && { title: args.title }),
      });
      return { ok: true, status: after.session, title: after.title };
    },
  }),

  'agents.sessions.rename': method({
    scopes: ['chat:write'],
    args: z.looseObject({ ...thread, title }),
    run(args, team) {
      const found = sessionAt(team, args);
      if (!found.ok) return found;
      if (team.agents.thread(found.channel, found.threadTs).session === null)
        return refuse('session_not_found');
      const after = team.agents.change(found.channel, found.threadTs, { title: args.title });
      return { ok: true, title: after.title };
    },
  }),
};

function sessionAt(
  team: Team,
  args: { readonly channel_id: string; readonly thread_ts?: string | undefined },
): { readonly ok: true; readonly channel: string; readonly threadTs: string } | ApiRefusal {
  // where the feature is not there, Slack does not know the method
  if (!team.manifest.isAgent) return refuse('unknown_method');
  const found = channelToPostIn(team, args.channel_id);
  if (!found.ok) return found;
  const first = team.messages.get(found.channel.id, args.thread_ts ?? '');
  if (!first) return refuse('invalid_thread_ts');
  return { ok: true, channel: found.channel.id, threadTs: first.threadTs ?? first.ts };
}
