import { z } from 'zod';
import { type Method, method, refuse } from './method.ts';

/** Who am I, and does the line work. `apps.connections.open` lives with the sockets. */
export const authMethods: Readonly<Record<string, Method>> = {
  'api.test': method({
    token: 'none',
    args: z.record(z.string(), z.unknown()),
    run({ error, token: _, ...args }) {
      return typeof error === 'string'
        ? refuse(error, { args: { ...args, error } })
        : { ok: true, args };
    },
  }),

  'auth.test': method({
    args: z.looseObject({}),
    run: (_, team) => ({
      ok: true,
      url: `https://${team.seed.team.domain}.slack.com/`,
      team: team.seed.team.name,
      user: team.people.bot.handle,
      team_id: team.seed.team.id,
      user_id: team.people.bot.id,
      bot_id: team.seed.app.bot,
      is_enterprise_install: false,
    }),
  }),

  'apps.connections.open': method({
    token: 'app',
    args: z.looseObject({}),
    run(_, team) {
      const path = team.app.socketPath();
      if (path === undefined) return refuse('not_allowed_token_type');
      return { ok: true, url: `${team.origin().replace(/^http/, 'ws')}${path}` };
    },
  }),
};
