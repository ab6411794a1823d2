/** The workshop behind the page: what it shows, and what can be done there. */
import { z } from 'zod';
import { methods } from '../api/methods.ts';
import { type Chaos, ChaosChange } from '../chaos/chaos.ts';
import type { HaveIncident } from '../chaos/incidents.ts';
import { done, failed, type Outcome } from '../person/outcome.ts';
import { runStep, userContext } from '../person/run-step.ts';
import type { Team } from '../team/team.ts';
import type { WorkshopRequests, WorkshopState } from '../workshop-api.ts';
import { fillChannel } from './fill.ts';
import type { Recorder } from './recorder.ts';
import { startOver } from './start-over.ts';
import type { Trace } from './trace.ts';

export interface Workshop {
  readonly team: Team;
  readonly chaos: Chaos;
  readonly trace: Trace;
  readonly recorder: Recorder;
  readonly haveIncident: HaveIncident;
}

export function workshopState({ team, chaos, recorder }: Workshop): WorkshopState {
  return {
    chaos: chaos.settings,
    functions: [...team.manifest.functions].map(([callbackId, declared]) => ({
      callbackId,
      title: declared.title,
      inputs: Object.entries(declared.input_parameters)
        .filter(([, { type }]) => type !== userContext)
        .map(([name, { title, is_required }]) => ({
          name,
          title: title || name,
          required: is_required,
        })),
    })),
    runs: team.functionRuns.all(),
    methods: Object.keys(methods).toSorted(),
    recorded: recorder.recorded(),
    scenes: team.seed.scenes.map(({ name }) => name),
  };
}

const ChaosOrder = z.union([
  z.strictObject({ set: ChaosChange }),
  z.strictObject({ calm: z.literal(true) }),
  z.strictObject({
    incident: z.enum(['drop-sockets', 'refresh-sockets', 'repeat-last-event', 'rate-limit-events']),
  }),
]);

type Act = (body: unknown, workshop: Workshop) => Outcome | Promise<Outcome> | undefined;

/** Each reads its body and does its work; undefined when the body makes no sense. */
export const workshopActions: Readonly<Record<keyof WorkshopRequests, Act>> = {
  '/page/chaos': doing(ChaosOrder, (order, { chaos, haveIncident }) => {
    if ('set' in order) chaos.set(order.set);
    else if ('calm' in order) chaos.calm();
    else haveIncident(order.incident);
    return { ok: true, chaos: chaos.settings };
  }),
  '/page/reset': doing(z.object({ scene: z.string().exactOptional() }), ({ scene }, { team }) =>
    startOver(team, scene),
  ),
  '/page/fill': doing(
    z.object({ channel: z.string(), count: z.number().int().min(1) }),
    (wanted, { team }) => fillChannel(team, wanted),
  ),
  '/page/record': doing(
    z.object({ do: z.enum(['start', 'stop']), title: z.string().min(1).default('a conversation') }),
    (order, { recorder }) => {
      if (order.do === 'start') {
        recorder.start();
        return done;
      }
      const yaml = recorder.stop(order.title);
      return yaml === undefined
        ? failed('Nothing was said since recording began.')
        : { ok: true, yaml };
    },
  ),
  '/page/step': doing(
    z.object({
      as: z.string().min(1),
      callbackId: z.string(),
      inputs: z.record(z.string(), z.string()),
    }),
    (start, { team }) => runStep(team, start),
  ),
};

function doing<Body>(
  schema: z.ZodType<Body>,
  act: (body: Body, workshop: Workshop) => Outcome | Promise<Outcome>,
): Act {
  return (body, workshop) => {
    const read = schema.safeParse(body);
    return read.success ? act(read.data, workshop) : undefined;
  };
}
