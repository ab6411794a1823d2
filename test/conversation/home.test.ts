import { afterEach, beforeAll, beforeEach, expect, it } from 'vitest';
import {
  everyWord,
  type Library,
  openTalk,
  readLibrary,
  type TalkKit,
} from '../support/talk-kit.ts';

let library: Library;
let kit: TalkKit;
beforeAll(async () => {
  library = await readLibrary();
}, 120_000);
beforeEach(async () => {
  kit = await openTalk(library);
});
afterEach(() => kit.stop());

it('shows what waits, what there is and what one can do', async () => {
  const words = (await kit.home.of('U0WEBOP')).sections.map(everyWord).join('\n');

  expect(words).toContain('You act for team-web in eu-de');
  expect(words).toContain('Waiting for you: 1 offered image');
  expect(words).toContain('data-golden from team-data');
  expect(words).toContain('8 of 100');
  expect(words).not.toContain('Running:');
});

it('shows what runs', async () => {
  await kit.ordered('U0WEBOP', '/image', 'create web-01 as web-new');
  const words = (await kit.home.of('U0WEBOP')).sections.map(everyWord).join('\n');

  expect(words).toContain('Running: 1 job');
  expect(words).toContain('Creating the image web-new.');
});

it('offers nobody what they may not do', async () => {
  const labels = async (who: string) =>
    (await kit.home.of(who)).sections.flatMap(({ choices = [] }) =>
      choices.map(({ label }) => label),
    );

  expect(await labels('U0WEBOP')).toEqual(
    expect.arrayContaining(['Accept', 'Reject', 'Create an image', 'Share an image']),
  );
  expect(await labels('U0WEBRO')).toEqual(['My images', 'Show my digest', 'What can you do?']);
});

it('tells a guest how to become a member', async () => {
  const {
    sections: [only, ...more],
    project,
  } = await kit.home.of('U0GUEST');

  expect(more).toEqual([]);
  expect(project).toBeUndefined();
  expect(only?.text).toContain('add your Slack ID');
});

it('has buttons that keep to the project they were shown for', async () => {
  await kit.said('U0WEBOP', 'share web-golden with team-ops');
  await kit.said('U0WEBOP', 'yes');
  await kit.pass(600_000);
  await kit.ordered('U0ADMIN', '/image', 'use team-ops');
  const accept = (await kit.home.of('U0ADMIN')).sections
    .flatMap(({ choices = [] }) => choices)
    .find(({ label }) => label === 'Accept');
  await kit.ordered('U0ADMIN', '/image', 'use team-archive');

  const { reply } = await kit.pressed('U0ADMIN', accept?.value ?? '');

  expect(everyWord(reply)).toContain('Accept web-golden from team-web.');
});

it('shows what ended lately, the latest first', async () => {
  await kit.ordered('U0WEBOP', '/image', 'create web-01 as web-one');
  await kit.pass(3_600_000);
  await kit.ordered('U0WEBOP', '/image', 'create web-01 as web-two');
  await kit.pass(3_600_000);

  const words = (await kit.home.of('U0WEBOP')).sections.map(everyWord).join('\n');

  expect(words).toMatch(/Lately:\n- .*web-two.*UTC\n- .*web-one.*UTC/);
});

it('lets a person choose how they get news, and shows what they chose', async () => {
  const choice = async (operation: string, news?: string) =>
    (await kit.home.of('U0WEBOP')).sections
      .flatMap(({ setting }) => setting ?? [])
      .find((one) => one.operation === operation && one.with?.news?.[0] === news);

  expect((await choice('settings.notify', 'jobs'))?.chosen.value).toBe('usual');
  expect((await choice('settings.notify', 'offers'))?.options.map(({ value }) => value)).toEqual([
    'usual',
    'direct',
  ]);
  expect((await choice('settings.daily'))?.chosen.value).toBe('off');

  await kit.ordered('U0WEBOP', '/image', 'notify jobs digest');

  expect((await choice('settings.notify', 'jobs'))?.chosen.value).toBe('digest');
  expect((await choice('settings.daily'))?.chosen).toEqual({ value: '9', label: '09:00' });
});
