import type { Finding } from './finding.ts';
import type { Instant } from './ids.ts';
import type { Facts, Job } from './job.ts';
import type { AuditLine, Notice, Unit } from './unit.ts';
import type { Caller, Cause, World } from './world.ts';

/** Name of a trace in the clouds' audit service. R-AUD-01; those of servers, disks, jobs and the recycle bin are names of our own. */
type Trace =
  | 'createImage'
  | 'updateImage'
  | 'deleteImage'
  | 'binImage'
  | 'restoreImage'
  | 'copyImage'
  | 'exportImage'
  | 'convertImage'
  | 'addTag'
  | 'deleteTag'
  | 'addMember'
  | 'updateMember'
  | 'deleteMember'
  | 'createServer'
  | 'createDisk'
  | 'operateServer'
  | 'replaceServerOs'
  | 'cancelJob';

interface Deed {
  readonly operation: string;
  readonly trace: Trace;
  readonly image?: { readonly id: string; readonly name: string };
  readonly facts?: Facts;
  /** Long work that the deed begins. None: it is already complete. */
  readonly job?: Job;
}

/** Writes into a unit that something was done: the effect under its key, the audit line, the job. */
export function record(
  unit: Unit,
  { now, caller }: { readonly now: Instant; readonly caller: Pick<Caller, 'who' | 'project'> },
  cause: Cause,
  deed: Deed,
): Unit {
  const { operation, trace, image, facts, job } = deed;
  const line: AuditLine = {
    id: cause.newId('audit'),
    at: now,
    who: caller.who,
    project: caller.project,
    operation,
    outcome: 'done',
    ...(image && { imageId: image.id, imageName: image.name }),
    codes: [],
    facts: { trace, ...facts },
  };
  return {
    ...unit,
    jobs: job ? [...unit.jobs, job] : unit.jobs,
    audit: [...unit.audit, line],
    effects: { ...unit.effects, [cause.key]: { at: now, ...(job && { job: job.id }) } },
  };
}

/** The audit line of something that was refused. R-AUD-05 */
export function refusalLine(
  id: string,
  operation: string,
  { now, caller }: Pick<World, 'now' | 'caller'>,
  found: readonly Finding[],
  image?: { readonly id: string; readonly name: string },
): AuditLine {
  const blocking = found.filter(({ severity }) => severity === 'block');
  return {
    id,
    at: now,
    who: caller.who,
    project: caller.project,
    operation,
    outcome: 'refused',
    ...(image && { imageId: image.id, imageName: image.name }),
    codes: [...new Set(blocking.flatMap(({ code }) => code ?? []))],
    facts: { status: 'warning', rules: blocking.map(({ rule }) => rule).join(' ') },
  };
}

/** Adds a message that is owed. A notice with the same ID is owed once. */
export function owe(unit: Unit, notice: Notice): Unit {
  if (unit.notices.some(({ id }) => id === notice.id)) return unit;
  return { ...unit, notices: [...unit.notices, notice] };
}

/** Puts the new state of a job in place of the old one. */
export function withJob(unit: Unit, job: Job): Unit {
  return { ...unit, jobs: unit.jobs.map((each) => (each.id === job.id ? job : each)) };
}

/** Is the work still going on? */
export function isOpen({ status }: Pick<Job, 'status'>): boolean {
  return status === 'INIT' || status === 'RUNNING';
}

/** How many jobs the cloud is at; those in line are not among them. */
export function jobsUnderWay({ jobs }: Pick<Unit, 'jobs'>): number {
  return jobs.filter((job) => isOpen(job) && !job.inLine).length;
}

/** What a job is about, by name: its image, else its server. */
export function subjectOf({ imageName, facts, id }: Job): string {
  return imageName ?? String(facts.server ?? id);
}
