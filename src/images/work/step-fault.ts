import { z } from 'zod';
import { JobType } from '../job.ts';
import { stepWork } from './step-work.ts';

/** A kind of step that is to fail, in jobs of one type or of all. */
export interface StepFault {
  readonly job: JobType | '*';
  /** Kind of the step. */
  readonly step: string;
  /** How often it fails before it works; as often as it is done, unless given. */
  readonly first?: number;
  readonly code: string;
  readonly reason: string;
}

const shape =
  /^(?<job>[\w*]+)\/(?<step>[\w-]+)(?:\s+first\s+(?<first>[1-9]\d{0,3}))?\s*=\s*(?<code>IMG\.\d{4})(?:\s*:\s*(?<reason>\S.*))?$/;

/** Steps that only write down what has happened cannot fail. */
const steps = Object.entries(stepWork)
  .filter(([, { bookkeeping }]) => !bookkeeping)
  .map(([kind]) => kind);

/**
 * Faults as people write them: `JOB/STEP = CODE: reason`, several with a semicolon between. JOB is a type of job or `*`;
 * `JOB/STEP first 2 = …` fails twice and works from then on. What is wrong is said with all that is known.
 */
export const StepFaults = z.string().transform((text, context): readonly StepFault[] =>
  text
    .split(';')
    .map((one) => one.trim())
    .filter((one) => one !== '')
    .flatMap((one) => {
      const fault = faultIn(one);
      if (typeof fault !== 'string') return [fault];
      context.addIssue({ code: 'custom', message: fault });
      return [];
    }),
);

/** The fault, or what is wrong with it. */
function faultIn(text: string): StepFault | string {
  const { job = '', step = '', first, code = '', reason } = shape.exec(text)?.groups ?? {};
  if (code === '')
    return `"${text}" is no fault; write JOB/STEP = CODE: reason, such as */transfer first 1 = IMG.0046: the disk is gone`;
  const type = job === '*' ? job : JobType.safeParse(job).data;
  if (type === undefined)
    return `there are no jobs of the type "${job}"; write * for all, or one of ${JobType.options.join(', ')}`;
  if (!steps.includes(step))
    return `no step that can fail is called "${step}"; there are ${steps.join(', ')}`;
  return {
    job: type,
    step,
    code,
    reason: reason ?? 'the lab was told to fail here',
    ...(first !== undefined && { first: Number(first) }),
  };
}
