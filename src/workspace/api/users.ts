import { z } from 'zod';
import type { Member } from '../team/people.ts';
import type { Team } from '../team/team.ts';
import { count, flag, type Method, method, refuse } from './method.ts';
import { pageFrom } from './paging.ts';

export const userMethods: Readonly<Record<string, Method>> = {
  'users.info': method({
    scopes: ['users:read'],
    args: z.looseObject({ user: z.string().min(1), include_locale: flag.default(false) }),
    run(args, team) {
      const member = team.people.get(args.user);
      if (!member) return refuse('user_not_found');
      return { ok: true, user: userShape(team, member, args.include_locale) };
    },
  }),

  'users.list': method({
    scopes: ['users:read'],
    args: z.looseObject({
      cursor: z.string().optional(),
      limit: count.max(1000).default(1000),
      include_locale: flag.default(false),
    }),
    run(args, team) {
      const found = pageFrom(team.people.all, args);
      if (!found) return refuse('invalid_cursor');
      return {
        ok: true,
        members: found.page.map((member) => userShape(team, member, args.include_locale)),
        cache_ts: Math.floor(team.clock() / 1000),
        response_metadata: { next_cursor: found.nextCursor },
      };
    },
  }),
};

function userShape(
  team: Team,
  member: Member,
  withLocale: boolean,
): Readonly<Record<string, unknown>> {
  const zone = member['time zone'];
  return {
    id: member.id,
    team_id: team.seed.team.id,
    name: member.handle,
    deleted: false,
    color: member.color.slice(1),
    real_name: member.name,
    tz: zone,
    tz_label: zone,
    tz_offset: offsetOf(zone, team.clock()),
    profile: {
      title: member.isBot ? '' : member.title,
      real_name: member.name,
      real_name_normalized: member.name,
      display_name: member.handle,
      display_name_normalized: member.handle,
      team: team.seed.team.id,
      ...(member.isBot && { bot_id: team.seed.app.bot, api_app_id: team.seed.app.id }),
    },
    is_admin: false,
    is_owner: false,
    is_primary_owner: false,
    is_restricted: member.restricted,
    is_ultra_restricted: false,
    is_bot: member.isBot,
    is_app_user: false,
    updated: 0,
    ...(withLocale && { locale: member.locale }),
  };
}

/** Seconds between a time zone and UTC at a moment. */
function offsetOf(zone: string, at: number): number {
  const name = new Intl.DateTimeFormat('en-US', { timeZone: zone, timeZoneName: 'longOffset' })
    .formatToParts(at)
    .find((part) => part.type === 'timeZoneName')?.value;
  const [, sign, hours, minutes] = /GMT([+-])(\d\d):(\d\d)/.exec(name ?? '') ?? [];
  if (!sign) return 0;
  return (sign === '-' ? -1 : 1) * (Number(hours) * 3600 + Number(minutes) * 60);
}
