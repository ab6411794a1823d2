import { withFiles } from './files-in-inputs.ts';
import type { Team } from './team.ts';
import type { StoredView } from './views.ts';

/** A view as the Web API and the interactions show it. */
export function viewShape(
  team: Team,
  { id, view, hash, rootId, previousId, values }: StoredView,
): Readonly<Record<string, unknown>> {
  const isModal = view.type === 'modal';
  return {
    id,
    team_id: team.seed.team.id,
    type: view.type,
    blocks: view.blocks,
    private_metadata: view.private_metadata ?? '',
    callback_id: view.callback_id ?? '',
    state: { values: withFiles(team, values) },
    hash,
    title: isModal ? view.title : null,
    clear_on_close: isModal && view.clear_on_close === true,
    notify_on_close: isModal && view.notify_on_close === true,
    close: (isModal && view.close) || null,
    submit: (isModal && view.submit) || null,
    previous_view_id: previousId,
    root_view_id: rootId,
    app_id: team.seed.app.id,
    external_id: view.external_id ?? '',
    app_installed_team_id: team.seed.team.id,
    bot_id: team.seed.app.bot,
  };
}
