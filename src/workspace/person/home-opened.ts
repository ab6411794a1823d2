import { eventWrapping } from '../team/event-wrapping.ts';
import type { Team } from '../team/team.ts';
import { viewShape } from '../team/view-shape.ts';
import { done, failed, type Outcome } from './outcome.ts';

/** Tells the app, when it subscribed to it, that a person looks at its Home or Messages tab. */
export function openHome(
  team: Team,
  { as, tab }: { readonly as: string; readonly tab: 'home' | 'messages' },
): Outcome {
  const channel = team.channels.directOf(as);
  if (!channel) return failed(`There is nobody with the id ${as}.`);
  if (!team.manifest.events.has('app_home_opened')) return done;
  const home = team.views.home(as);
  team.app.tell(
    eventWrapping(team, {
      type: 'app_home_opened',
      user: as,
      channel: channel.id,
      tab,
      ...(tab === 'home' && home && { view: viewShape(team, home) }),
      event_ts: team.ids.ts(),
    }),
  );
  return done;
}
