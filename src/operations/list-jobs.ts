import type { Job } from '../images/job.ts';
import { placeOf } from '../images/line.ts';
import { isOpen } from '../images/record.ts';
import type { Unit } from '../images/unit.ts';
import { wasCancelled } from '../images/work/stop-job.ts';
import { type Line, plain } from '../wording/reply.ts';
import { jobReply } from './job-reply.ts';
import type { Query } from './operation.ts';
import { columns, here, query, tableReply } from './query.ts';
import { job } from './slot-kinds.ts';
import { moment } from './spoken.ts';
import type { Tools } from './tools.ts';

const most = 20;

/** The latest jobs of the project, newest first. */
export function listJobs(tools: Tools): Query {
  const { wording } = tools;
  return query(tools, {
    id: 'job.list',
    verbs: ['jobs'],
    slash: '/image-jobs',
    needs: 'ims:images:list',
    slots: [],
    words: () => ({}),
    answer: async (_, { world }) => {
      const jobs = world.own.jobs.toReversed().slice(0, most);
      const waiting = jobs.filter(({ inLine }) => inLine).length;
      const running = jobs.filter(isOpen).length - waiting;
      const facts = { ...here(world), count: jobs.length, open: openOnes({ running, waiting }) };
      const key = jobs.length === 0 ? 'lists.jobs.none' : 'lists.jobs.some';
      const sentence = wording.say(key, facts);
      const header = columns(wording, ['what', 'image', 'job-status', 'begun']);
      const rows = jobs.map((one) => [
        plain(wording.say(`jobs.${one.operation}.what`)),
        one.imageName ?? String(one.facts.server ?? ''),
        plain(statusOf(one, world.own)),
        moment(one.createdAt),
      ]);
      return tableReply(sentence, header, rows);
    },
  });

  /** How many have not ended, as the end of a sentence; nothing where all have. */
  function openOnes({ running, waiting }: { running: number; waiting: number }): string {
    const said = [
      ...(running > 0 ? [wording.say('lists.jobs.running', { running })] : []),
      ...(waiting > 0 ? [wording.say('lists.jobs.waiting', { waiting })] : []),
    ];
    return said.length === 0 ? '' : `; ${said.map(plain).join(', ')}`;
  }

  function statusOf(job: Job, unit: Unit): Line {
    if (wasCancelled(job)) return wording.say('statuses.job.cancelled');
    return job.inLine
      ? wording.say('statuses.job.in-line', { place: placeOf(unit, job) })
      : wording.say(`statuses.job.${job.status}`);
  }
}

/** How far a job is: the one that is meant, or the latest. */
export function showJob(tools: Tools): Query {
  return query(tools, {
    id: 'job.show',
    verbs: ['job', 'status', 'progress'],
    needs: 'ims:images:list',
    slots: [{ name: 'job', kind: job, required: false, many: false, from: ['jobs', 'images'] }],
    words: (text) => ({ job: text.trim() === '' ? [] : [text.trim()] }),
    answer: async ({ job: said = [] }, { world }) => {
      const [id] = said;
      const jobs: readonly Job[] = world.own.jobs;
      const meant = id === undefined ? latest(jobs) : jobs.find((one) => one.id === id);
      if (meant) return jobReply(tools, meant, world.own);
      const line = tools.wording.say('lists.jobs.none', here(world));
      return {
        text: plain(line),
        parts: [{ kind: 'paragraph', lines: [line] }],
        seenBy: 'everyone',
      };
    },
  });
}

/** What is asked about without a name is what runs now, else what ran last. */
function latest(jobs: readonly Job[]): Job | undefined {
  return jobs.findLast(({ endedAt }) => endedAt === undefined) ?? jobs.at(-1);
}
