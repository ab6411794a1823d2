import type { Team } from './team.ts';

/** The outer part that every event has in common. */
export function eventWrapping(
  team: Team,
  event: Readonly<Record<string, unknown>>,
): Readonly<Record<string, unknown>> {
  const { id } = team.seed.team;
  return {
    token: team.verification,
    team_id: id,
    context_team_id: id,
    api_app_id: team.seed.app.id,
    event,
    type: 'event_callback',
    event_id: team.ids.of('Ev'),
    event_time: Math.floor(team.clock() / 1000),
    authorizations: [
      {
        enterprise_id: null,
        team_id: id,
        user_id: team.people.bot.id,
        is_bot: true,
        is_enterprise_install: false,
      },
    ],
    is_ext_shared_channel: false,
    event_context: team.ids.of('4-'),
  };
}
