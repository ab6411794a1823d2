import type { Team } from '../team/team.ts';
import { viewShape } from '../team/view-shape.ts';
import { whoAndWhere } from './container.ts';
import { done, failed, type Outcome } from './outcome.ts';

/** Closes the modal on top; the app hears of it when it asked to be notified. */
export async function closeView(
  team: Team,
  { as, viewId }: { readonly as: string; readonly viewId: string },
): Promise<Outcome> {
  const stack = team.views.stack(as);
  const top = stack.at(-1);
  if (!top || top.id !== viewId) return failed('This window is not open any more.');
  const clears = top.view.type === 'modal' && top.view.clear_on_close === true;
  const closing = clears ? stack : [top];
  if (clears) team.views.closeAll(as);
  else team.views.close(top);
  const heard = closing.filter(({ view }) => view.type === 'modal' && view.notify_on_close);
  await Promise.all(
    heard.map((stored) =>
      team.app.ask({
        type: 'interactive',
        takesAnswer: false,
        payload: {
          type: 'view_closed',
          ...whoAndWhere(team, as),
          view: viewShape(team, stored),
          is_cleared: clears,
        },
      }),
    ),
  );
  return done;
}
