import type { App, Context } from '@slack/bolt';
import { WebAPIPlatformError } from '@slack/web-api';
import { z } from 'zod';
import type { Ended, Steps } from '../conversation/steps.ts';
import type { ProjectId } from '../images/ids.ts';
import type { Unit } from '../images/unit.ts';
import { machineTime } from './machine-time.ts';
import type { Time } from './pace.ts';
import type { StepWait, StepWaits } from './ports.ts';
import type { Poster } from './poster.ts';
import type { Log } from './sdk-logger.ts';
import { isReplay, keyOf } from './turns.ts';

export interface StepParts {
  readonly steps: Steps;
  readonly waits: StepWaits;
  readonly unitOf: (project: ProjectId) => Promise<Unit | undefined>;
  readonly poster: Pick<Poster, 'post'>;
  readonly log: Log;
  readonly time?: Time;
}

/** Steps of workflows that wait, for jobs or for people. */
export interface WaitingSteps {
  /** Something of a project has changed: steps whose jobs have ended go on. */
  changed(project: ProjectId): void;
  /** Somebody has answered something: perhaps what a step waits for. */
  answered(who: string): void;
  /** The same for every step that waited in an earlier life of the process. */
  resume(): Promise<void>;
}

/** Slack alone can fill this in: it is who uses the workflow, and nobody who builds one can choose somebody else. */
const Executed = z.looseObject({
  function_execution_id: z.string(),
  inputs: z.looseObject({ person: z.looseObject({ id: z.string() }).optional() }),
});

/** Slack has ended the step itself, or it was ended before. */
const over: ReadonlySet<string> = new Set([
  'execution_not_in_running_state',
  'function_execution_not_found',
]);

/** Listens for the steps of workflows, and ends each of them once. */
export function listenForSteps(
  app: App,
  { steps, waits, unitOf, poster, log, time = machineTime }: StepParts,
): WaitingSteps {
  const { client } = app;
  const { clock, timers } = time;
  for (const id of steps.ids)
    app.function(id, async ({ payload, context }) => {
      await run(id, payload, context);
    });
  return {
    changed: (project) => wake((wait) => 'job' in wait && wait.project === project),
    answered: (who) => wake((wait) => 'who' in wait && wait.who === who),
    async resume() {
      for (const wait of waits.all()) watch(wait);
      await goOn(waits.all());
    },
  };

  async function run(id: string, payload: unknown, context: Context): Promise<void> {
    const { function_execution_id: execution, inputs } = Executed.parse(payload);
    const who = inputs.person?.id;
    if (who === undefined) return finish(execution, steps.nobody);
    const key = keyOf(context, `step:${execution}`);
    const end = await steps.run({ who, key, where: who, origin: { person: who } }, id, inputs);
    if (end.kind === 'waits') {
      await begin({ execution, project: end.project, job: end.job });
    } else if (end.kind === 'asks') {
      await begin({ execution, who, proposal: end.proposal, until: end.until });
      await poster.post({ channel: who }, end.plan, key, isReplay(context));
    } else await finish(execution, end);
  }

  /** Kept before anybody is asked: an answer always finds what waits for it. */
  async function begin(wait: StepWait): Promise<void> {
    const { execution } = wait;
    await waits.change((all) => [...all.filter((one) => one.execution !== execution), wait]);
    watch(wait);
    await goOn([wait]);
  }

  /** Whom nobody answers waits no longer than the plan does. */
  function watch(wait: StepWait): void {
    if ('until' in wait)
      timers.after(Math.max(0, Date.parse(wait.until) - clock()) + 1, () => void goOn([wait]));
  }

  function wake(which: (wait: StepWait) => boolean): void {
    const some = waits.all().filter(which);
    if (some.length > 0) void goOn(some);
  }

  async function goOn(some: readonly StepWait[]): Promise<void> {
    for (const wait of some)
      try {
        const end = await endOf(wait);
        if (!end) continue;
        await finish(wait.execution, end);
        await waits.change((all) => all.filter((one) => one.execution !== wait.execution));
      } catch (error) {
        log.warn({ err: error, step: wait.execution }, 'a step could not go on; tried again later');
      }
  }

  async function endOf(wait: StepWait): Promise<Ended | undefined> {
    if ('job' in wait) return steps.ended(await unitOf(wait.project), wait.job);
    return steps.agreed(wait.who, wait.proposal);
  }

  async function finish(function_execution_id: string, end: Ended): Promise<void> {
    try {
      if (end.kind === 'done')
        await client.functions.completeSuccess({ function_execution_id, outputs: end.outputs });
      else await client.functions.completeError({ function_execution_id, error: end.error });
    } catch (error) {
      const isOver = error instanceof WebAPIPlatformError && over.has(error.data.error);
      if (!isOver) throw error;
    }
  }
}
