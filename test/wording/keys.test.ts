import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { ImageStatus } from '../../src/images/image.ts';
import { JobStatus } from '../../src/images/job.ts';
import { MemberStatus } from '../../src/images/member.ts';
import { News, Way } from '../../src/notices/news.ts';
import type { Operation } from '../../src/operations/operation.ts';
import { root } from '../../src/root.ts';
import { type Library, openTalk, readLibrary } from '../support/talk-kit.ts';

const rooms = ['conversation', 'operations', 'slack', 'jobs', 'access', 'answers'];

let library: Library;
let keys: ReadonlySet<string>;
let operations: readonly Operation[];
beforeAll(async () => {
  library = await readLibrary();
  const kit = await openTalk(library);
  operations = [...kit.operations.values()];
  await kit.stop();
  keys = new Set(library.wording.keys().filter((key) => !/^(rules\.|sources\.(?!own))/.test(key)));
}, 120_000);

describe('every sentence that is asked for is there', () => {
  it.each(keysSaidIn())('%s, said in %s', (key) => {
    expect(keys).toContain(key);
  });

  it('for each operation, each piece it may ask for, and each end it may come to', () => {
    expect(missing(operations.flatMap(keysOf))).toEqual([]);
  });

  it('for each status', () => {
    expect(missing(statusKeys())).toEqual([]);
  });
});

it('every sentence that is there is asked for', () => {
  const asked = new Set([
    ...operations.flatMap(keysOf),
    ...operations.flatMap(keysThatMayBe),
    ...statusKeys(),
    ...literals(),
    ...columnKeys(),
    ...smalltalkKeys(),
    ...['not-yours', 'expired', 'used'].map((why) => `proposals.${why}`),
    ...['confirm', 'cancel'].map((does) => `proposals.which-to-${does}`),
    ...['several', 'unknown'].map((trouble) => `questions.${trouble}`),
    ...['offered', 'given', 'accepted', 'rejected', 'stopped'].map(
      (news) => `notices.share.${news}`,
    ),
    ...['look', 'create', 'share', 'change', 'use', 'oversee'].map((one) => `help.groups.${one}`),
    ...promptKeys(),
    'agent.thinking',
    'help.feedback.what',
    'help.feedback.usage',
    ...['image.bin', 'bin.expire'].flatMap(jobKeys),
    'notices.job.finished.bin.expire',
    'notices.bin.ends-soon',
    'tasks.image.delete.confirm-bin',
    'tasks.image.delete.done-bin',
    ...News.options.map((news) => `settings.news.${news}`),
    ...Way.options.map((way) => `settings.ways.${way}`),
    ...['on', 'off'].flatMap((state) => [`settings.states.${state}`, `settings.channel-${state}`]),
    ...['image', 'image_shared', 'image_member', 'snapshot'].map((type) => `home.quota.${type}`),
    'notices.image.deleted',
    'jobs.cancelled',
    'notices.job.cancelled',
    'notices.job.cancel-too-late',
    'notices.image.usable-in-az',
    'tasks.server.create.title-temporary',
    'tasks.server.create.title-with-disk',
    'tasks.image.import.title-with-disks',
  ]);

  expect([...keys].filter((key) => !asked.has(key))).toEqual([]);
});

function promptKeys(): readonly string[] {
  const names = [...keys].flatMap((key) => /^agent\.prompts\.(.+)\./.exec(key)?.[1] ?? []);
  const offered = new Set(literals());
  return names
    .filter((name) => offered.has(name) || unquoted.has(name))
    .flatMap((name) => ['title', 'message'].map((part) => `agent.prompts.${name}.${part}`));
}

/** Names that stand in the code as keys of an object. */
const unquoted: ReadonlySet<string> = new Set(['offers', 'jobs', 'quota', 'images', 'create']);

function missing(wanted: readonly string[]): readonly string[] {
  return wanted.filter((key) => !keys.has(key));
}

function keysOf({ id, kind, slots }: Operation): readonly string[] {
  const about = ['what', 'usage', 'button'].map((part) => `help.${id}.${part}`);
  const questions = slots.map(({ name }) => `questions.${id}.${name}`);
  if (kind === 'query') return [...about, ...questions];
  const task = ['title', 'confirm', 'done', 'refused'].map((part) => `tasks.${id}.${part}`);
  return [...about, ...questions, ...task, ...(makesJobs(id) ? jobKeys(id) : [])];
}

/** Tasks that are done at once have no job, and not one word about one. */
function makesJobs(id: string): boolean {
  return jobKeys(id).some((key) => keys.has(key));
}

function jobKeys(id: string): readonly string[] {
  const statuses = JobStatus.options.map((status) => `jobs.${id}.${status}`);
  return [`jobs.${id}.what`, ...statuses, `notices.job.failed.${id}`];
}

/** Better words for some pieces than those for all, and good news that its card does not tell. */
function keysThatMayBe({ id, slots }: Operation): readonly string[] {
  const troubles = slots.flatMap(({ name }) => [
    `${name}-unknown`,
    `${name}-several`,
    `${name}-none`,
  ]);
  return [
    ...troubles.map((trouble) => `questions.${id}.${trouble}`),
    `notices.job.finished.${id}`,
    `cancelled.${id}`,
  ];
}

function statusKeys(): readonly string[] {
  return [
    ...ImageStatus.options.map((status) => `statuses.image.${status}`),
    'statuses.image.active-az',
    ...MemberStatus.options.map((status) => `statuses.share.${status}`),
    ...JobStatus.options.map((status) => `statuses.job.${status}`),
  ];
}

/** Keys that stand in the code as they are. */
function literals(): readonly string[] {
  const all = rooms
    .flatMap(sourcesOf)
    .flatMap(({ text }) => [...text.matchAll(/'([a-z][\w.-]+)'/g)]);
  return all.flatMap(([, key]) => key ?? []);
}

function columnKeys(): readonly string[] {
  return literals().map((name) => `columns.${name}`);
}

function smalltalkKeys(): readonly string[] {
  const files = readdirSync(join(root, 'intents', 'smalltalk'));
  return files.map((file) => `smalltalk.smalltalk.${file.replace('.yaml', '')}`);
}

/** `say('key')` and `lines('key')`, with the file. */
function keysSaidIn(): readonly (readonly [string, string])[] {
  return rooms
    .flatMap(sourcesOf)
    .flatMap(({ file, text }) =>
      [...text.matchAll(/\.(?:say|lines)\(\s*['`]([\w.-]+)['`]/g)].map(
        ([, key = '']) => [key, file] as const,
      ),
    );
}

function sourcesOf(room: string) {
  const folder = join(root, 'src', room);
  return readdirSync(folder)
    .filter((file) => file.endsWith('.ts'))
    .map((file) => ({ file: `${room}/${file}`, text: readFileSync(join(folder, file), 'utf8') }));
}
