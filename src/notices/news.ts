import { z } from 'zod';

/** Kinds of news, by what they mean for whoever gets them. */
export const News = z.enum(['offers', 'answers', 'shares', 'endings', 'jobs', 'failures']);
export type News = z.infer<typeof News>;

/**
 * How somebody gets a kind of news. `usual`: in the project's channel, or where the work was asked for; `direct`: in their
 * direct messages; `digest`: once a day, with everything else; `off`: not at all.
 */
export const Way = z.enum(['usual', 'direct', 'digest', 'off']);
export type Way = z.infer<typeof Way>;

/** Ways that there are for each kind, the usual one first. An offer waits for a decision, so nobody can put it off. */
export const waysOf: Readonly<Record<News, readonly [Way, ...Way[]]>> = {
  offers: ['usual', 'direct'],
  answers: ['usual', 'direct', 'digest', 'off'],
  shares: ['usual', 'direct', 'digest', 'off'],
  endings: ['usual', 'direct', 'digest', 'off'],
  jobs: ['usual', 'direct', 'digest', 'off'],
  failures: ['usual', 'direct', 'digest'],
};

/** Kinds of notices that are more than news of a job that is done. */
const news: Readonly<Record<string, News>> = {
  'share.offered': 'offers',
  'share.given': 'shares',
  'share.stopped': 'shares',
  'image.deleted': 'shares',
  'share.accepted': 'answers',
  'share.rejected': 'answers',
  'bin.ends-soon': 'endings',
  'job.failed': 'failures',
  'job.cancelled': 'failures',
  'job.cancel-too-late': 'failures',
};

/** What a notice is news of. */
export function newsOf(kind: string): News {
  return news[kind] ?? 'jobs';
}
