import type { DeclaredFunction } from '../manifest.ts';
import { eventWrapping } from '../team/event-wrapping.ts';
import type { Team } from '../team/team.ts';
import { failed, type Outcome } from './outcome.ts';

/** Type of an input that is the person who uses the workflow. Source: Slack, "user_context type". */
export const userContext = 'slack#/types/user_context';

export interface StepStart {
  readonly as: string;
  readonly callbackId: string;
  readonly inputs: Readonly<Record<string, unknown>>;
}

/** Runs one step the way a workflow would; how it ends is news, and is kept among the runs. */
export function runStep(team: Team, { as, callbackId, inputs }: StepStart): Outcome {
  const declared = team.manifest.functions.get(callbackId);
  if (!declared) return failed(`The manifest declares no function ${callbackId}.`);
  if (!team.manifest.events.has('function_executed'))
    return failed('The app did not subscribe to function_executed.');
  const missing = Object.entries(declared.input_parameters).find(
    ([name, { type, is_required }]) =>
      type !== userContext && is_required && (inputs[name] ?? '') === '',
  );
  if (missing) return failed(`Fill in ${missing[1].title || missing[0]}.`);
  const given = { ...inputs, ...personIn(declared, as) };
  const run = team.functionRuns.start({ callbackId, user: as, inputs: given });
  team.app.tell(
    eventWrapping(team, {
      type: 'function_executed',
      function: functionShape(team, callbackId, declared),
      inputs: given,
      function_execution_id: run.id,
      workflow_execution_id: team.ids.of('Wx'),
      bot_access_token: team.botToken,
      event_ts: team.ids.ts(),
    }),
  );
  return { ok: true, id: run.id };
}

/** Nobody types who they are: Slack fills in who uses the workflow. */
function personIn(declared: DeclaredFunction, person: string): Readonly<Record<string, object>> {
  const names = Object.entries(declared.input_parameters).filter(
    ([, { type }]) => type === userContext,
  );
  return Object.fromEntries(names.map(([name]) => [name, { id: person, secret: `of-${person}` }]));
}

function functionShape(team: Team, callbackId: string, declared: DeclaredFunction): object {
  return {
    id: `Fn${callbackId.toUpperCase().replace(/[^A-Z0-9]/g, '')}`,
    callback_id: callbackId,
    title: declared.title,
    description: declared.description,
    type: 'app',
    input_parameters: parameterList(declared.input_parameters),
    output_parameters: parameterList(declared.output_parameters),
    app_id: team.seed.app.id,
    date_created: 0,
    date_updated: 0,
    date_deleted: 0,
    form_enabled: false,
  };
}

function parameterList(parameters: DeclaredFunction['input_parameters']): readonly object[] {
  return Object.entries(parameters).map(([name, { type, title, description, is_required }]) => ({
    name,
    type,
    title,
    description,
    is_required,
  }));
}
