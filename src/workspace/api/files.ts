import { z } from 'zod';
import { post } from '../team/posting.ts';
import { storedText } from '../text/written-text.ts';
import { channelOfBot } from './channel-access.ts';
import { asBot, threadOf } from './chat-post.ts';
import { count, jsonValue, type Method, method, refuse } from './method.ts';

const Completed = z.array(z.looseObject({ id: z.string(), title: z.string().optional() })).min(1);

/** Upload in Slack's three steps: ask for an address, send the bytes there, complete. */
export const fileMethods: Readonly<Record<string, Method>> = {
  'files.getUploadURLExternal': method({
    scopes: ['files:write'],
    args: z.looseObject({ filename: z.string().min(1).max(255), length: count.min(1) }),
    run(args, team) {
      const file = team.files.announce(args.filename, args.length);
      if (!file) return refuse('storage_limit_reached');
      const upload_url = `${team.origin()}/upload/v1/${file.uploadKey}`;
      return { ok: true, upload_url, file_id: file.id };
    },
  }),

  'files.completeUploadExternal': method({
    scopes: ['files:write'],
    args: z.looseObject({
      files: jsonValue,
      channel_id: z.string().optional(),
      channels: z.string().optional(),
      thread_ts: z.string().optional(),
      initial_comment: z.string().optional(),
    }),
    run(args, team) {
      const wanted = Completed.safeParse(args.files);
      if (!wanted.success) return refuse('invalid_arguments');
      const channelId = args.channel_id ?? args.channels;
      const found = channelId === undefined ? undefined : channelOfBot(team, channelId);
      if (found && !found.ok) return found;
      if (!wanted.data.every(({ id }) => team.files.get(id)?.content))
        return refuse('file_not_found');
      const thread = threadOf(team, found?.channel.id ?? '', args.thread_ts);
      if (!thread.ok) return thread;
      const files = wanted.data.flatMap(({ id, title }) => team.files.complete(id, title) ?? []);
      if (files.length < wanted.data.length) return refuse('file_not_found');
      if (found)
        post(team, {
          ...asBot(team),
          channel: found.channel.id,
          threadTs: thread.threadTs,
          text: storedText(args.initial_comment ?? ''),
          blocks: [],
          files: files.map((file) => team.files.card(file)),
        });
      return { ok: true, files: files.map(({ id, title }) => ({ id, title })) };
    },
  }),
};
