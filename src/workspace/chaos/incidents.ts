import type { EventQueue } from '../delivery/event-queue.ts';
import type { SocketMode } from '../delivery/socket-mode.ts';
import type { Team } from '../team/team.ts';
import type { Incident } from '../workshop-api.ts';

/** Makes one thing happen that happens on Slack now and then. */
export type HaveIncident = (incident: Incident) => void;

export function incidents(
  team: Team,
  events: EventQueue,
  sockets: SocketMode | undefined,
): HaveIncident {
  return (incident) => {
    switch (incident) {
      case 'drop-sockets':
        return sockets?.drop();
      case 'refresh-sockets':
        return sockets?.refresh();
      case 'repeat-last-event':
        return events.repeatLast();
      case 'rate-limit-events':
        return events.send(rateLimited(team));
    }
  };
}

/** Slack's notice that it holds back events of this minute: an event without an inner event. */
function rateLimited(team: Team): Readonly<Record<string, unknown>> {
  return {
    token: team.verification,
    type: 'app_rate_limited',
    team_id: team.seed.team.id,
    minute_rate_limited: Math.floor(team.clock() / 60_000) * 60,
    api_app_id: team.seed.app.id,
  };
}
