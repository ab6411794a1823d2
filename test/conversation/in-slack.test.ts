import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Kit, openKit } from '../support/kit.ts';

let kit: Kit;
beforeAll(async () => {
  kit = await openKit();
}, 120_000);
afterAll(() => kit.close());

const wendy = 'U0WEBOP';

describe('in Slack', () => {
  it('each of several wishes is a message with buttons of its own', async () => {
    const dm = kit.dm(wendy);
    await kit.ask(wendy, dm, 'share web-golden with team-data and delete old-web');

    const share = await kit.hears(dm, 'Share web-golden with team-data.');
    const removal = await kit.hears(dm, 'Delete the image old-web');
    expect(removal.ts).not.toBe(share.ts);

    const cancelled = await kit.press(wendy, removal, 'Cancel');
    expect(cancelled.text).toContain('Cancelled');
    expect((await kit.hears(dm, 'Share web-golden with team-data.')).ts).toBe(share.ts);
  });

  it('a question is passed on into the helpdesk channel, with a link to its thread', async () => {
    const asked = await kit.ask(wendy, 'C0WEB', '@goldie flurble grmpf @channel wobblish');
    await kit.workspace.as(wendy).press(asked, 'Ask a human');
    const posted = await kit.hears('C0IMAGES', 'Wendy Okafor asks for help');

    await kit.hears('C0WEB', 'I passed your question on');
    expect(posted.text).toContain('flurble grmpf');
    expect(JSON.stringify(posted.blocks)).toContain('/archives/C0WEB/');
    expect(posted.text).not.toContain('<!channel>');
  });

  it('what did not help reaches the administrators and nobody else', async () => {
    const dm = kit.dm(wendy);
    const answer = await kit.ask(wendy, dm, 'how many projects can I share an image with?');
    await kit.workspace.as(wendy).press(answer, 'Not helpful');
    await kit.hears(dm, 'I am sorry');

    const forAda = await kit.command('U0ADMIN', 'C0IMAGES', '/image feedback');
    const forWendy = await kit.command(wendy, 'C0IMAGES', '/image feedback');

    expect(JSON.stringify(forAda.blocks)).toContain('how many projects can I share');
    expect(JSON.stringify(forWendy.blocks)).not.toContain('how many projects can I share');
  });
});
