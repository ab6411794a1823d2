import { afterEach, beforeEach, expect, it } from 'vitest';
import { type Kit, openKit } from '../support/kit.ts';

const wendy = 'U0WEBOP';
const link =
  'https://console.huaweicloud.com/ims/?region=eu-de#/detail/4f0d6f1c-2a7e-4b59-9c1d-6a5b4c3d2e01';

let kit: Kit;
beforeEach(async () => {
  kit = await openKit();
});
afterEach(() => kit.close());

it('shows below a message what its link to an image is about', async () => {
  await kit.workspace.as(wendy).say('C0WEB', `see ${link}`);

  const message = await kit.workspace.waitFor(({ unfurls }) => unfurls !== undefined);
  expect(JSON.stringify(message.unfurls)).toContain('web-golden');
});

it('tells its person alone why a link shows nothing', async () => {
  await kit.workspace.as(wendy).say('C0IMAGES', `see ${link}`);

  const hint = await kit.workspace.waitFor(({ visibleTo }) => visibleTo === wendy);
  expect(hint.text).toContain('not everybody in this channel may see the image');
  const said = kit.workspace.messages('C0IMAGES', { as: wendy });
  expect(said.some(({ unfurls }) => unfurls !== undefined)).toBe(false);
});

it('leaves a link a link where Slack shows nothing below messages', async () => {
  kit.workspace.failNext('chat.unfurl', { error: 'missing_scope' });

  await kit.workspace.as(wendy).say('C0WEB', `see ${link}`);
  const answer = await kit.ask(wendy, 'C0WEB', '@goldie how many images do I have?');

  expect(answer.text).not.toContain('went wrong');
  expect(kit.workspace.messages('C0WEB', { as: wendy })).toHaveLength(2);
});
