import type { Job } from '../images/job.ts';
import { progressOf } from '../images/progress.ts';
import type { Facts } from '../wording/marked-text.ts';
import { type Choice, type Part, plain, type Reply } from '../wording/reply.ts';
import type { Wording } from '../wording/wording.ts';
import { createServerChoice } from './news-choices.ts';
import { lasting } from './spoken.ts';
import type { Tools } from './tools.ts';

/** What a job is about and how far it is: what its card shows, and the answer to "is it done yet?". */
export function jobReply(
  { wording, clock, timeScale }: Pick<Tools, 'wording' | 'clock' | 'timeScale'>,
  job: Job,
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
    const total = job.steps.reduce((sum, { seconds }) => sum + seconds, 0);
    return {
      percent: Math.floor(done * 100),
      left: lasting(((total * (1 - done)) / timeScale) * 1000),
      bar: '▰'.repeat(Math.floor(done * 10)).padEnd(10, '▱'),
    };
  }
}

/** What can be done next with what a job did, where no news of its end says so. */
const next: Readonly<Record<string, (wording: Wording, facts: Facts) => readonly Choice[]>> = {
  'image.accept': createServerChoice,
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

function noteKey({ status, steps }: Job): string | undefined {
  const seconds = steps.reduce((sum, step) => sum + step.seconds, 0);
  return (status === 'INIT' || status === 'RUNNING') && seconds >= 10 ? 'jobs.progress' : undefined;
}
