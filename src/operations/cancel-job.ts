import { z } from 'zod';
import { JobId } from '../images/ids.ts';
import type { Job } from '../images/job.ts';
import { type CancelJob, cancelJob as lifecycle } from '../images/operations/cancel-job.ts';
import { isOpen, subjectOf } from '../images/record.ts';
import { soFar } from '../images/work/stop-job.ts';
import { plain } from '../wording/reply.ts';
import type { Wording } from '../wording/wording.ts';
import { jobFacts } from './job-reply.ts';
import type { Task } from './operation.ts';
import type { SlotKind } from './slot.ts';
import { task } from './task.ts';
import type { Tools } from './tools.ts';

/** Stop work that is under way or in line, and clean up after it. */
export function cancelJob(tools: Tools): Task {
  const { wording } = tools;
  return task(tools, {
    id: 'job.cancel',
    verbs: ['cancel', 'abort'],
    // no cloud has a right of its own for it; who may change nothing here is not offered it
    needs: 'ims:images:update',
    risk: 'low',
    slots: [
      {
        name: 'job',
        kind: openJob(wording),
        required: true,
        many: false,
        from: ['jobs', 'images', 'servers'],
      },
    ],
    words: (text) => ({ job: text.trim() === '' ? [] : [text.trim()] }),
    lifecycle,
    args: z.object({ job: z.tuple([JobId]) }),
    items: ({ job: [id] }, { world }) => {
      const job = world.own.jobs.find((one) => one.id === id);
      return [
        { request: { job: id } satisfies CancelJob, others: [], facts: factsOf(wording, id, job) },
      ];
    },
  });
}

/** Work under way or in line, by what it is about, newest first; of what has ended the rules say so. */
function openJob(wording: Wording): SlotKind {
  return {
    options: ({ world }) => world.own.jobs.filter(isOpen).toReversed().map(option),
    accept: (said, { world }) =>
      world.own.jobs.findLast((job) => job.id === said || subjectOf(job) === said)?.id,
  };

  function option(job: Job) {
    const { id, status, operation } = job;
    const detail = plain(wording.say(`jobs.${operation}.what`));
    return { value: id, label: subjectOf(job), status: `job.${status}`, detail };
  }
}

function factsOf(wording: Wording, id: JobId, job: Job | undefined) {
  if (job === undefined) return { what: '', about: id, consequence: '' };
  const key = `cancelled.${job.operation}`;
  return {
    what: plain(wording.say(`jobs.${job.operation}.what`)),
    about: subjectOf(job),
    consequence: wording.has(key)
      ? plain(wording.say(key, { ...jobFacts(job), ...soFar(job) }))
      : '',
  };
}
