import type { Team } from '../team/team.ts';

/** Forgets everything that was said, shown and shared; people and channels stay. The app is told nothing. */
export function resetTeam(team: Team): void {
  team.messages.clear();
  team.ephemerals.clear();
  team.views.clear();
  team.files.clear();
  team.agents.clear();
  team.streams.clear();
  team.functionRuns.clear();
  team.unfurls.clear();
  team.pings.splice(0);
  team.feed.tell({ type: 'reset' });
}
