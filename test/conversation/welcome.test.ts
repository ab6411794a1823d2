import { afterEach, beforeAll, beforeEach, expect, it } from 'vitest';
import { knownTo } from '../../src/conversation/known.ts';
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

const turn = (who: string, key: string) => ({ who, key, where: 'D', origin: { channel: 'D' } });
const titles = async (who: string) =>
  (await kit.welcome.prompts(who)).prompts.map(({ title }) => title);

it('greets a person once, and the same turn again with the same words', async () => {
  const first = await kit.welcome.greeting(turn('U0WEBOP', 'a'));

  expect(first && everyWord(first)).toContain('You act for team-web in eu-de');
  expect(await kit.welcome.greeting(turn('U0WEBOP', 'a'))).toEqual(first);
  expect(await kit.welcome.greeting(turn('U0WEBOP', 'b'))).toBeUndefined();
});

it('tells a guest that it can answer, and do no work', async () => {
  const greeting = await kit.welcome.greeting(turn('U0GUEST', 'a'));

  expect(greeting && everyWord(greeting)).toContain('You belong to no project');
});

it('suggests what fits how things stand', async () => {
  expect(await titles('U0WEBOP')).toEqual([
    'What is offered to us?',
    'Show my images',
    'Create an image',
    'How far can I share?',
  ]);

  await kit.ordered('U0WEBOP', '/image', 'create web-01 as web-new');

  expect(await titles('U0WEBOP')).toContain('How far are the jobs?');
});

it('suggests to nobody what they may not do', async () => {
  expect(await titles('U0WEBRO')).not.toContain('Create an image');
  expect(await titles('U0GUEST')).not.toContain('Show my images');
});

it.each([
  ['offers', 'image.shared-with-me'],
  ['jobs', 'job.list'],
  ['quota', 'quota.show'],
  ['images', 'image.list'],
  ['create', 'image.create'],
  ['share-limit', 'faq.share-tenant-limit'],
  ['stop-server', 'faq.stop-needed-for-image'],
  ['formats', 'faq.unsupported-formats'],
  ['help', 'help'],
])('understands what it suggests itself: %s', (name, meaning) => {
  const [message = []] = library.wording.lines(`agent.prompts.${name}.message`);
  const text = message.map((run) => run.text).join('');

  expect(library.understander.understand(text, knownTo(undefined)).id).toBe(meaning);
});
