import { z } from 'zod';
import { channelToPostIn } from './channel-access.ts';
import { jsonValue, type Method, method, refuse } from './method.ts';

const words = z.string().max(255);
const thread = { channel_id: z.string().min(1), thread_ts: z.string() };
const Prompts = z.array(z.looseObject({ title: words.min(1), message: z.string().min(1) })).min(1);
const Loading = z.array(z.string()).max(10);

/** Source: Slack, "assistant.threads.setSuggestedPrompts". */
const mostPrompts = 4;

/** What an agent shows besides messages. Works in channels too, as Slack's does since 2026. */
export const assistantMethods: Readonly<Record<string, Method>> = {
  'assistant.threads.setStatus': method({
    scopes: ['chat:write', 'assistant:write'],
    args: z.looseObject({
      ...thread,
      status: words,
      loading_messages: jsonValue.optional(),
    }),
    run(args, team) {
      const found = channelToPostIn(team, args.channel_id);
      if (!found.ok) return found;
      if (!team.messages.get(found.channel.id, args.thread_ts)) return refuse('invalid_thread_ts');
      const loading = Loading.safeParse(args.loading_messages ?? []);
      if (!loading.success) return refuse('invalid_arguments');
      team.agents.change(found.channel.id, args.thread_ts, {
        status: args.status,
        loading: loading.data,
      });
      return { ok: true };
    },
  }),

  'assistant.threads.setTitle': method({
    scopes: ['assistant:write'],
    args: z.looseObject({ ...thread, title: words.min(1) }),
    run(args, team) {
      const found = channelToPostIn(team, args.channel_id);
      if (!found.ok) return found;
      if (!team.messages.get(found.channel.id, args.thread_ts)) return refuse('invalid_thread_ts');
      team.agents.change(found.channel.id, args.thread_ts, { title: args.title });
      return { ok: true };
    },
  }),

  'assistant.threads.setSuggestedPrompts': method({
    scopes: ['assistant:write'],
    args: z.looseObject({
      channel_id: z.string().min(1),
      thread_ts: z.string().optional(),
      title: words.optional(),
      prompts: jsonValue,
    }),
    run(args, team) {
      const found = channelToPostIn(team, args.channel_id);
      if (!found.ok) return found;
      const prompts = Prompts.max(mostPrompts).safeParse(args.prompts);
      if (!prompts.success) return refuse('invalid_arguments');
      // with a thread_ts the call does nothing for apps with the agent view, and says nothing about it
      if (team.manifest.isAgent && args.thread_ts) return { ok: true };
      team.agents.suggest({
        channel: found.channel.id,
        title: args.title ?? '',
        prompts: prompts.data.map(({ title, message }) => ({ title, message })),
      });
      return { ok: true };
    },
  }),
};
