import { z } from 'zod';
import { slackMessage } from '../team/slack-message.ts';
import { channelOfBot, scopeRefusal, scopesFor } from './channel-access.ts';
import { count, flag, type Method, method, refuse } from './method.ts';
import { cursorAt, markOf, pageFrom } from './paging.ts';

const stretchArgs = {
  channel: z.string().min(1),
  cursor: z.string().optional(),
  limit: count.max(999).default(100),
  oldest: z.coerce.string().optional(),
  latest: z.coerce.string().optional(),
  inclusive: flag.default(false),
  include_all_metadata: flag.default(false),
};

export const historyMethods: Readonly<Record<string, Method>> = {
  'conversations.history': method({
    scopes: scopesFor('history'),
    args: z.looseObject(stretchArgs),
    run(args, team) {
      const found = channelOfBot(team, args.channel);
      if (!found.ok) return found;
      const denied = scopeRefusal(team, found.channel, 'history');
      if (denied) return denied;
      const mark = args.cursor ? markOf(args.cursor) : undefined;
      if (args.cursor && !mark) return refuse('invalid_cursor');
      // '~' sorts after every digit, '!' before: they let a bound be in or out
      const { messages, hasMore } = team.messages.stretch(found.channel.id, {
        before: mark ?? (args.latest && `${args.latest}${args.inclusive ? '~' : ''}`),
        after: args.oldest ? earliest(args.oldest, args.inclusive) : '',
        limit: Math.max(args.limit, 1),
      });
      return {
        ok: true,
        messages: messages
          .map((message) =>
            slackMessage(team, message, { withMetadata: args.include_all_metadata }),
          )
          .reverse(),
        has_more: hasMore,
        pin_count: 0,
        response_metadata: { next_cursor: hasMore ? cursorAt(messages[0]?.ts ?? '') : '' },
      };
    },
  }),

  'conversations.replies': method({
    scopes: scopesFor('history'),
    args: z.looseObject({ ...stretchArgs, ts: z.string().min(1) }),
    run(args, team) {
      const found = channelOfBot(team, args.channel);
      if (!found.ok) return found;
      const denied = scopeRefusal(team, found.channel, 'history');
      if (denied) return denied;
      const asked = team.messages.get(found.channel.id, args.ts);
      if (!asked) return refuse('thread_not_found');
      const [first, ...replies] = team.messages.thread(
        found.channel.id,
        asked.threadTs ?? asked.ts,
      );
      const inTime = replies.filter((reply) => isWithin(reply.ts, args));
      const thread = pageFrom(first ? [first, ...inTime] : inTime, args);
      if (!thread) return refuse('invalid_cursor');
      return {
        ok: true,
        messages: thread.page.map((message) =>
          slackMessage(team, message, { withMetadata: args.include_all_metadata }),
        ),
        has_more: thread.nextCursor !== '',
        response_metadata: { next_cursor: thread.nextCursor },
      };
    },
  }),
};

interface Bounds {
  readonly oldest?: string | undefined;
  readonly latest?: string | undefined;
  readonly inclusive: boolean;
}

function isWithin(ts: string, { oldest, latest, inclusive }: Bounds): boolean {
  if (inclusive && (ts === oldest || ts === latest)) return true;
  return (!oldest || ts > oldest) && (!latest || ts < latest);
}

/** The bound just before `oldest` when it is to be included. */
function earliest(oldest: string, inclusive: boolean): string {
  if (!inclusive) return oldest;
  const micros = Math.max(Math.round(Number(oldest) * 1e6) - 1, 0);
  return `${Math.floor(micros / 1e6)}.${String(micros % 1e6).padStart(6, '0')}`;
}
