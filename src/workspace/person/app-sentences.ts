import type { Answer } from '../delivery/delivery.ts';
import type { Team } from '../team/team.ts';

/** What a person reads when the app did not take what they did; undefined when it did. */
export function whyNot(team: Team, answer: Answer): string | undefined {
  const { name } = team.manifest;
  switch (answer.kind) {
    case 'acknowledged':
      return undefined;
    case 'late':
      return `${name} did not respond in time. Try again in a moment. (operation_timeout)`;
    case 'unreachable':
      return `${name} is not connected. Start it and try again. (dispatch_failed)`;
    case 'refused':
      return `${name} answered with an error, HTTP ${answer.status}. (dispatch_failed)`;
  }
}
