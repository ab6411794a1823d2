import { estimate, slowness } from '../images/history.ts';
import type { Job } from '../images/job.ts';
import { msInLine, placeOf } from '../images/line.ts';
import { msLeft, progressOf, secondsOf } from '../images/progress.ts';
import { isOpen, subjectOf } from '../images/record.ts';
import type { Unit } from '../images/unit.ts';
import { cancelState } from '../images/work/cancelling.ts';
import { wasCancelled } from '../images/work/stop-job.ts';
import type { Facts } from '../wording/marked-text.ts';
import { type Choice, type Part, plain, type Reply } from '../wording/reply.ts';
import type { Wording } from '../wording/wording.ts';
import { pressBegin } from './buttons.ts';
import { pressRestore } from './list-bin.ts';
import { choice, createServerChoice, projectOf } from './news-choices.ts';
import { lasting } from './spoken.ts';
import type { Tools } from './tools.ts';

/** What a job is about and how far it is: what its card shows, and the answer to "is it done yet?". `unit`: where the job is. */
export function jobReply(
  { wording, clock, timeScale }: Pick<Tools, 'wording' | 'clock' | 'timeScale'>,
  job: Job,
  unit: Unit,
): Reply {
  const what = plain(wording.say(`jobs.${job.operation}.what`));
  const facts = { ...jobFacts(job), what };
  const state = wasCancelled(job) ? 'cancelled' : `${job.operation}.${job.status}`;
  const title = wording.say(`jobs.${state}`, facts);
  const notes = noteKey(job);
  const parts: readonly Part[] = [
    { kind: 'paragraph', lines: [title] },
    ...(notes ? [{ kind: 'note', line: wording.say(notes, progress()) } as const] : []),
    ...slow(),
  ];
  const following = job.status === 'SUCCESS' && next[job.operation]?.(wording, facts);
  const choices = following || (notes && stoppable(job) ? [cancelChoice(wording, job, unit)] : []);
  return {
    text: plain(title),
    parts,
    ...(choices.length > 0 && { choices }),
    seenBy: 'everyone',
  };

  function slow(): readonly Part[] {
    const found = slowness(unit.history, job, new Date(clock()).toISOString(), timeScale);
    return found ? [{ kind: 'note', line: wording.say('jobs.slow', { ...found }) }] : [];
  }

  function progress(): Facts {
    const now = new Date(clock()).toISOString();
    const done = progressOf(job, now, timeScale);
    const wait = msInLine(unit, job, now, timeScale);
    return {
      percent: Math.floor(done * 100),
      left: lasting(wait + msLeft(job, now, timeScale) * usualRatio()),
      bar: '▰'.repeat(Math.floor(done * 10)).padEnd(10, '▱'),
      place: placeOf(unit, job),
      wait: lasting(wait),
    };
  }

  /** How much longer than documented such work usually takes. */
  function usualRatio(): number {
    const planned = secondsOf(job);
    return planned === 0 ? 1 : estimate(unit.history, job.type, planned).likely / planned;
  }
}

/** What can be done next with what a job did, where no news of its end says so. */
const next: Readonly<Record<string, (wording: Wording, facts: Facts) => readonly Choice[]>> = {
  'image.accept': createServerChoice,
  'image.bin': (wording, facts) => {
    const value = pressRestore(String(facts.imageId), projectOf(facts));
    return [choice(wording, 'choices.restore', value)];
  },
};

/** Facts that the sentences about a job may use, whatever the job is. */
export function jobFacts(job: Job): Facts {
  const { facts, imageName, imageId, serverId, error, cancel, id } = job;
  return {
    ...facts,
    job: id,
    about: subjectOf(job),
    image: imageName ?? '',
    imageId: imageId ?? '',
    serverId: serverId ?? '',
    code: error?.code ?? '',
    reason: error?.reason ?? '',
    by: cancel?.name ?? '',
  };
}

function stoppable(job: Job): boolean {
  return isOpen(job) && job.cancel === undefined && cancelState(job) === 'yes';
}

function cancelChoice(wording: Wording, { id }: Job, { project }: Unit): Choice {
  return choice(
    wording,
    'choices.cancel-job',
    pressBegin('job.cancel', { job: [id] }, { project }),
  );
}

function noteKey(job: Job): string | undefined {
  if (job.inLine) return 'jobs.in-line';
  return isOpen(job) && secondsOf(job) >= 10 ? 'jobs.progress' : undefined;
}
