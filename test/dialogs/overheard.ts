import type { Wording } from '../../src/wording/wording.ts';

/** How a task can come out: done, refused, or cancelled before anything was done. */
export const endings = ['done', 'refused', 'cancelled'] as const;
export type Ending = (typeof endings)[number];

/** Remembers which sentences were said, by key, so that nobody has to write down what a dialog is about. */
export function overheard(wording: Wording) {
  const keys: string[] = [];
  const listening: Wording = {
    ...wording,
    say(key, facts) {
      keys.push(key);
      return wording.say(key, facts);
    },
    lines(key, facts) {
      keys.push(key);
      return wording.lines(key, facts);
    },
  };
  return { wording: listening, keys };
}

/** The endings that tasks came to in one dialog, as `image.delete cancelled`, by what was said in it. */
export function endingsIn(keys: readonly string[]): ReadonlySet<string> {
  const found = new Set<string>();
  let planned = '';
  let asked = '';
  for (const key of keys) {
    const { room, id = '', part = '' } = sentence.exec(key)?.groups ?? {};
    if (room === 'questions') asked = id;
    if (room === 'tasks' && part === 'confirm') planned = id;
    if (room === 'tasks' && (part === 'done' || part === 'refused')) found.add(`${id} ${part}`);
    if (key === 'proposals.cancelled') found.add(`${planned} cancelled`);
    if (key === 'questions.dropped') found.add(`${asked} cancelled`);
  }
  return found;
}

/** `tasks.image.delete.done-bin`: the room, the task and the part of its words. */
const sentence = /^(?<room>tasks|questions)\.(?<id>[a-z]+\.[a-z-]+)\.(?<part>[a-z]+)/;

/** Sentences that each query has to be heard with: its answers, and what is said when there is nothing or it cannot be. */
export const queryAnswers: Readonly<Record<string, readonly string[]>> = {
  'image.list': ['lists.images.some', 'lists.images.none', 'lists.refused'],
  'image.show': ['lists.image', 'questions.image.show.image'],
  'image.search': ['lists.search.some', 'lists.search.none'],
  'image.tagged': ['lists.tagged.some', 'lists.tagged.none'],
  'image.export-list': ['lists.export', 'access.guest'],
  'image.shared-with-me': ['lists.offers.some', 'lists.offers.none'],
  'image.optimize': ['checklists.optimize.intro', 'checklists.optimize.refused'],
  'tag.list': ['lists.tags.some', 'lists.tags.none'],
  'bin.list': ['lists.bin.some', 'lists.bin.none'],
  'server.list': ['lists.servers.some'],
  'server.prepare': [
    'checklists.prepare.some',
    'checklists.prepare.none',
    'questions.server.prepare.server-unknown',
  ],
  'quota.show': ['quota.images', 'access.guest'],
  'job.list': ['lists.jobs.some', 'lists.jobs.none'],
  'job.show': ['jobs.image.create.RUNNING', 'questions.job.show.job-unknown'],
  'audit.list': ['lists.audit.some', 'lists.audit.none', 'lists.audit.refused'],
  'project.list': ['lists.projects', 'access.guest'],
  'project.switch': ['lists.switched', 'questions.project.switch.project-unknown'],
  'digest.show': ['digest.title', 'digest.nothing'],
  'settings.show': ['settings.title'],
  'settings.notify': ['settings.chosen', 'settings.no-such-way'],
  'settings.daily': [
    'settings.daily-on',
    'settings.daily-off',
    'questions.settings.daily.hour-unknown',
  ],
  'settings.channel': ['settings.channel-on', 'settings.channel-off', 'access.forbidden'],
  help: ['help.intro', 'help.about'],
};
