import { afterEach, beforeEach, expect, it } from 'vitest';
import { type Kit, openKit } from '../support/kit.ts';

const wendy = 'U0WEBOP';

let kit: Kit;
beforeEach(async () => {
  kit = await openKit();
});
afterEach(() => kit.close());

function seenBy(who: string) {
  return kit.workspace.messages('C0WEB', { as: who }).map((message) => JSON.stringify(message));
}

it('shows an answer to the channel once, with the name of who shared it', async () => {
  const answer = await kit.command(wendy, 'C0WEB', '/image-quota');
  expect(seenBy('U0ADMIN').join()).not.toContain('8 of 100');

  await kit.workspace.as(wendy).press(answer, 'Share in channel');

  const shown = await kit.workspace.waitFor(
    (message) => message.visibleTo === undefined && JSON.stringify(message).includes('Shared by'),
  );
  expect(JSON.stringify(shown.blocks)).toContain('8 of 100');
  expect(JSON.stringify(shown.blocks)).toContain('Shared by Wendy Okafor');
  expect(JSON.stringify(shown.blocks)).not.toContain('Share in channel');
});

it('shows it where Goldie is no member', async () => {
  const answer = await kit.command(
    wendy,
    'C0WEB',
    '/image-faq how many projects can I share an image with?',
  );
  kit.workspace.failNext('chat.postMessage', { error: 'not_in_channel' });

  await kit.workspace.as(wendy).press(answer, 'Share in channel');

  await kit.workspace.waitFor(
    (message) => message.visibleTo === undefined && JSON.stringify(message).includes('Shared by'),
  );
  expect(seenBy('U0ADMIN').join()).toContain('Shared by Wendy Okafor');
});
