import { z } from 'zod';
import { flag, type Method, method, refuse } from './method.ts';

export const usergroupMethods: Readonly<Record<string, Method>> = {
  'usergroups.list': method({
    scopes: ['usergroups:read'],
    args: z.looseObject({
      include_users: flag.default(false),
      include_count: flag.default(false),
    }),
    run: (args, team) => ({
      ok: true,
      usergroups: team.seed.groups.map((group) => ({
        id: group.id,
        team_id: team.seed.team.id,
        is_usergroup: true,
        name: group.name,
        handle: group.handle,
        description: '',
        is_external: false,
        date_create: 0,
        date_delete: 0,
        ...(args.include_count && { user_count: group.members.length }),
        ...(args.include_users && { users: group.members }),
      })),
    }),
  }),

  'usergroups.users.list': method({
    scopes: ['usergroups:read'],
    args: z.looseObject({ usergroup: z.string().min(1) }),
    run(args, team) {
      const group = team.seed.groups.find(({ id }) => id === args.usergroup);
      return group ? { ok: true, users: group.members } : refuse('no_such_subteam');
    },
  }),
};
