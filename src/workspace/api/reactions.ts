import { z } from 'zod';
import type { StoredMessage } from '../team/message.ts';
import { changeReaction, reactionOf } from '../team/reactions.ts';
import type { Team } from '../team/team.ts';
import { channelOfBot } from './channel-access.ts';
import { type ApiRefusal, type Method, method, refuse } from './method.ts';

const args = z.looseObject({
  channel: z.string().min(1),
  name: z.string(),
  timestamp: z.string().min(1),
});

export const reactionMethods: Readonly<Record<string, Method>> = {
  'reactions.add': method({
    scopes: ['reactions:write'],
    args,
    run(args, team) {
      const found = reactedTo(team, args);
      if (!found.ok) return found;
      const user = team.people.bot.id;
      if (reactionOf(found.message, args.name)?.users.includes(user))
        return refuse('already_reacted');
      changeReaction(team, found.message, { do: 'add', name: args.name, user });
      return { ok: true };
    },
  }),

  'reactions.remove': method({
    scopes: ['reactions:write'],
    args,
    run(args, team) {
      const found = reactedTo(team, args);
      if (!found.ok) return found;
      const user = team.people.bot.id;
      if (!reactionOf(found.message, args.name)?.users.includes(user)) return refuse('no_reaction');
      changeReaction(team, found.message, { do: 'remove', name: args.name, user });
      return { ok: true };
    },
  }),
};

function reactedTo(
  team: Team,
  { channel, name, timestamp }: z.infer<typeof args>,
): { readonly ok: true; readonly message: StoredMessage } | ApiRefusal {
  const found = channelOfBot(team, channel);
  if (!found.ok) return found;
  if (!/^[a-z0-9_+'-]+(::skin-tone-[2-6])?$/.test(name)) return refuse('invalid_name');
  const message = team.messages.get(found.channel.id, timestamp);
  return message ? { ok: true, message } : refuse('message_not_found');
}
