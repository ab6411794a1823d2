import { z } from 'zod';
import { replace } from '../team/posting.ts';
import { channelOfBot } from './channel-access.ts';
import { type Method, method, refuse } from './method.ts';

export const reactionMethods: Readonly<Record<string, Method>> = {
  'reactions.add': method({
    scopes: ['reactions:write'],
    args: z.looseObject({
      channel: z.string().min(1),
      name: z.string(),
      timestamp: z.string().min(1),
    }),
    run(args, team) {
      const found = channelOfBot(team, args.channel);
      if (!found.ok) return found;
      if (!/^[a-z0-9_+'-]+(::skin-tone-[2-6])?$/.test(args.name)) return refuse('invalid_name');
      const message = team.messages.get(found.channel.id, args.timestamp);
      if (!message) return refuse('message_not_found');
      const bot = team.people.bot.id;
      const known = message.reactions ?? [];
      const same = known.find((reaction) => reaction.name === args.name);
      if (same?.users.includes(bot)) return refuse('already_reacted');
      replace(team, {
        ...message,
        reactions: same
          ? known.map((one) => (one === same ? { ...one, users: [...one.users, bot] } : one))
          : [...known, { name: args.name, users: [bot] }],
      });
      return { ok: true };
    },
  }),
};
