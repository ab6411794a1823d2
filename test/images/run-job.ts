import type { ProjectId } from '../../src/images/ids.ts';
import type { Job } from '../../src/images/job.ts';
import { isOpen, withJob } from '../../src/images/record.ts';
import type { Unit } from '../../src/images/unit.ts';
import { failJob, finishJob } from '../../src/images/work/end-job.ts';
import { stepWork } from '../../src/images/work/step-work.ts';
import { aUnit, later, p1 } from './builders.ts';

export type Units = ReadonlyMap<ProjectId, Unit>;

export function units(...all: readonly Unit[]): Units {
  return new Map(all.map((unit) => [unit.project, unit]));
}

export function unitOf(all: Units, project: ProjectId): Unit {
  return all.get(project) ?? aUnit({ project });
}

/** How a job is run; `times` repeats each step, as after a crash between doing and noting. */
interface Run {
  readonly home?: ProjectId;
  readonly times?: number;
  readonly breakAt?: string;
}

/** Runs the open jobs of a project to their ends, as a cloud would, without waiting. */
export function runJobs(all: Units, { home = p1, times = 1, breakAt }: Run = {}): Units {
  const open = unitOf(all, home).jobs.filter(isOpen);
  return open.reduce((left, job) => runJob(left, job, home, times, breakAt), all);
}

/** Does the steps of the project's open jobs that come before those of one kind. */
export function runUntil(all: Units, kind: string, home: ProjectId = p1): Units {
  const open = unitOf(all, home).jobs.filter(isOpen);
  return open.reduce((left, job) => {
    const at = job.steps.findIndex((step) => step.kind === kind);
    const steps = at < 0 ? job.steps : job.steps.slice(0, at);
    const before = withJob(unitOf(left, home), { ...job, steps });
    const ran = new Map(runSteps(new Map(left).set(home, before), { ...job, steps }, home, 1));
    const now = unitOf(ran, home);
    const done = now.jobs.find(({ id }) => id === job.id) ?? job;
    const rest = job.steps.slice(steps.length);
    return ran.set(home, withJob(now, { ...done, steps: [...done.steps, ...rest] }));
  }, all);
}

function runJob(all: Units, job: Job, home: ProjectId, times: number, breakAt?: string): Units {
  const running = new Map(runSteps(all, job, home, times, breakAt));
  const ended = unitOf(running, home).jobs.find(({ id }) => id === job.id) ?? job;
  return running.set(home, finishJob(unitOf(running, home), ended, later));
}

function runSteps(all: Units, job: Job, home: ProjectId, times: number, breakAt?: string): Units {
  let running = new Map(all);
  for (const [index, step] of job.steps.entries()) {
    const now = unitOf(running, home).jobs.find(({ id }) => id === job.id) ?? job;
    if (now.steps[index]?.state !== 'waiting') continue;
    const { region, images } = unitOf(running, home);
    const where = step.target ?? home;
    for (let time = 0; time < times; time += 1) {
      const unit = unitOf(running, where);
      const work = stepWork[step.kind];
      const result = step.target
        ? work?.target?.(unit, now, step, later, { project: home, region, images })
        : work?.own?.(unit, now, step, later);
      if (!result) throw new Error(`no work for ${step.kind}`);
      if (step.kind === breakAt || !result.ok) {
        const error = result.ok ? { code: 'IMG.0014', reason: 'the cloud broke down' } : result;
        return running.set(home, failJob(unitOf(running, home), now, error, later));
      }
      running = running.set(where, result.unit);
    }
    const steps = now.steps.map((each, at) =>
      at === index ? ({ ...each, state: 'done' } as const) : each,
    );
    running.set(home, withJob(unitOf(running, home), { ...now, status: 'RUNNING', steps }));
  }
  return running;
}
