import type { Job } from '../images/job.ts';
import { msInLine, placeOf } from '../images/line.ts';
import { msLeft, progressOf, secondsOf } from '../images/progress.ts';
import { isOpen } from '../images/record.ts';
import type { Unit } from '../images/unit.ts';
import type { Facts } from '../wording/marked-text.ts';
import { type Choice, type Part, plain, type Reply } from '../wording/reply.ts';
import type { Wording } from '../wording/wording.ts';
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
  const facts = factsOf(job);
  const title = wording.say(`jobs.${job.operation}.${job.status}`, facts);
  const notes = noteKey(job);
  const parts: readonly Part[] = [
    { kind: 'paragraph', lines: [title] },
    ...(notes ? [{ kind: 'note', line: wording.say(notes, progress()) } as const] : []),
  ];
  const choices = job.status === 'SUCCESS' && next[job.operation]?.(wording, facts);
  return { text: plain(title), parts, ...(choices && { choices }), seenBy: 'everyone' };

  function progress(): Facts {
    const now = new Date(clock()).toISOString();
    const done = progressOf(job, now, timeScale);
    const wait = msInLine(unit, job, now, timeScale);
    return {
      percent: Math.floor(done * 100),
      left: lasting(wait + msLeft(job, now, timeScale)),
      bar: '▰'.repeat(Math.floor(done * 10)).padEnd(10, '▱'),
      place: placeOf(unit, job),
      wait: lasting(wait),
    };
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
function factsOf({ facts, imageName, imageId, serverId, error, id }: Job): Facts {
  return {
    ...facts,
    job: id,
    image: imageName ?? '',
    imageId: imageId ?? '',
    serverId: serverId ?? '',
    code: error?.code ?? '',
    reason: error?.reason ?? '',
  };
}

function noteKey(job: Job): string | undefined {
  if (job.inLine) return 'jobs.in-line';
  return isOpen(job) && secondsOf(job) >= 10 ? 'jobs.progress' : undefined;
}
