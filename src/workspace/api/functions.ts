import { z } from 'zod';
import type { FunctionRun } from '../team/function-runs.ts';
import type { Team } from '../team/team.ts';
import { type ApiRefusal, jsonValue, type Method, method, refuse } from './method.ts';

const run = { function_execution_id: z.string().min(1) };
const Outputs = z.record(z.string(), z.unknown());

/** How an app ends a workflow step. */
export const functionMethods: Readonly<Record<string, Method>> = {
  'functions.completeSuccess': method({
    args: z.looseObject({ ...run, outputs: jsonValue }),
    run(args, team) {
      const found = runningStep(team, args.function_execution_id);
      if (!found.ok) return found;
      const outputs = Outputs.safeParse(args.outputs);
      const declared = team.manifest.functions.get(found.run.callbackId)?.output_parameters ?? {};
      const isMissing = Object.entries(declared).some(
        ([name, { is_required }]) => is_required && outputs.data?.[name] === undefined,
      );
      if (!outputs.success || isMissing) return refuse('parameter_validation_failed');
      team.functionRuns.complete(found.run, outputs.data);
      return { ok: true };
    },
  }),

  'functions.completeError': method({
    args: z.looseObject({ ...run, error: z.string().min(1) }),
    run(args, team) {
      const found = runningStep(team, args.function_execution_id);
      if (!found.ok) return found;
      team.functionRuns.fail(found.run, args.error);
      return { ok: true };
    },
  }),
};

function runningStep(
  team: Team,
  id: string,
): { readonly ok: true; readonly run: FunctionRun } | ApiRefusal {
  const found = team.functionRuns.get(id);
  if (!found) return refuse('function_execution_not_found');
  if (found.state !== 'running') return refuse('execution_not_in_running_state');
  return { ok: true, run: found };
}
