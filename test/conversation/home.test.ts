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
  const words = (await kit.home.of('U0WEBOP')).map(everyWord).join('\n');

  expect(words).toContain('You act for team-web in eu-de');
  expect(words).toContain('Waiting for you: 1 offered image');
  expect(words).toContain('data-golden from team-data');
  expect(words).toContain('8 of 100');
  expect(words).not.toContain('Running:');
});

it('shows what runs', async () => {
  await kit.ordered('U0WEBOP', '/image', 'create web-01 as web-new');
  const words = (await kit.home.of('U0WEBOP')).map(everyWord).join('\n');

  expect(words).toContain('Running: 1 job');
  expect(words).toContain('Creating the image web-new.');
});

it('offers nobody what they may not do', async () => {
  const labels = async (who: string) =>
    (await kit.home.of(who)).flatMap(({ choices = [] }) => choices.map(({ label }) => label));

  expect(await labels('U0WEBOP')).toEqual(
    expect.arrayContaining(['Accept', 'Reject', 'Create an image', 'Share an image']),
  );
  expect(await labels('U0WEBRO')).toEqual(['List my images', 'What can you do?']);
});

it('tells a guest how to become a member', async () => {
  const [only, ...more] = await kit.home.of('U0GUEST');

  expect(more).toEqual([]);
  expect(only?.text).toContain('add your Slack ID');
});

it('has buttons that keep to the project they were shown for', async () => {
  await kit.said('U0WEBOP', 'share web-golden with team-ops');
  await kit.said('U0WEBOP', 'yes');
  await kit.pass(600_000);
  await kit.ordered('U0ADMIN', '/image', 'use team-ops');
  const accept = (await kit.home.of('U0ADMIN'))
    .flatMap(({ choices = [] }) => choices)
    .find(({ label }) => label === 'Accept');
  await kit.ordered('U0ADMIN', '/image', 'use team-archive');

  const { reply } = await kit.pressed('U0ADMIN', accept?.value ?? '');

  expect(everyWord(reply)).toContain('Accept web-golden from team-web.');
});
