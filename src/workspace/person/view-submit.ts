import { z } from 'zod';
import { readView } from '../api/views.ts';
import type { InputValues } from '../page-api.ts';
import type { Team } from '../team/team.ts';
import { viewShape } from '../team/view-shape.ts';
import { mostModals, type StoredView } from '../team/views.ts';
import { whyNot } from './app-sentences.ts';
import { whoAndWhere } from './container.ts';
import { elementsIn } from './elements.ts';
import { fileComplaint } from './file-complaint.ts';
import { complaint, layered, stateOf } from './input-values.ts';
import { done, failed, type Outcome } from './outcome.ts';

const Acknowledgement = z.union([
  z.looseObject({
    response_action: z.literal('errors'),
    errors: z.record(z.string(), z.string()),
  }),
  z.looseObject({ response_action: z.enum(['update', 'push']), view: z.unknown() }),
  z.looseObject({ response_action: z.literal('clear') }),
]);

export interface Submitted {
  readonly as: string;
  readonly viewId: string;
  readonly values: InputValues;
}

/** Submits the modal on top and does with the modals what the app's acknowledgement asks for. */
export async function submitView(team: Team, { as, viewId, values }: Submitted): Promise<Outcome> {
  const top = team.views.stack(as).at(-1);
  if (!top || top.id !== viewId) return failed('This window is not open any more.');
  const filled = team.views.fillIn(top, stateOf(top.view.blocks, layered(top.values, values)));
  const complaints = elementsIn(top.view.blocks).flatMap((placed) => {
    const sentence =
      placed.input &&
      (complaint(placed, filled.values) ?? fileComplaint(team, placed, filled.values));
    return sentence ? [[placed.blockId, sentence] as const] : [];
  });
  if (complaints.length > 0) return { ok: true, errors: Object.fromEntries(complaints) };
  const answer = await team.app.ask({
    type: 'interactive',
    takesAnswer: true,
    payload: {
      type: 'view_submission',
      ...whoAndWhere(team, as),
      trigger_id: team.triggers.issue(as, filled.id),
      view: viewShape(team, filled),
      response_urls: [],
    },
  });
  const reason = whyNot(team, answer);
  if (reason) return failed(reason);
  return follow(team, filled, answer.kind === 'acknowledged' ? answer.payload : undefined);
}

function follow(team: Team, submitted: StoredView, payload: unknown): Outcome {
  const current = team.views.get(submitted.id);
  if (!current) return done;
  if (!isInstruction(payload)) {
    team.views.close(current);
    return done;
  }
  const parsed = Acknowledgement.safeParse(payload);
  if (!parsed.success) return failed('The app answered with something Slack does not understand.');
  const { data } = parsed;
  if (data.response_action === 'errors') return errorsOn(current, data.errors);
  if (data.response_action === 'clear') {
    team.views.closeAll(current.user);
    return done;
  }
  const isPush = data.response_action === 'push';
  const read = readView(team, data.view, 'modal', isPush ? undefined : current);
  if (!read.ok) return failed(`The app answered with a window Slack refuses: ${problems(read)}`);
  if (!isPush) team.views.update(current, read.view);
  else if (team.views.stack(current.user).length >= mostModals) return failed('push_limit_reached');
  else team.views.push(current.user, read.view);
  return done;
}

function errorsOn(view: StoredView, errors: Readonly<Record<string, string>>): Outcome {
  const inputs = elementsIn(view.view.blocks).filter((placed) => placed.input);
  const stray = Object.keys(errors).find((id) => !inputs.some((placed) => placed.blockId === id));
  if (stray === undefined) return { ok: true, errors };
  return failed(`The app complained about the input ${stray}, which is not in this window.`);
}

function isInstruction(payload: unknown): boolean {
  return typeof payload === 'object' && payload !== null && 'response_action' in payload;
}

function problems({ error, errors }: { readonly error: string; readonly errors?: unknown }) {
  return Array.isArray(errors) ? errors.join('; ') : error;
}
