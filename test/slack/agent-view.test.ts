import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { type Kit, openKit } from '../support/kit.ts';

const wendy = 'U0WEBOP';
const guest = 'U0GUEST';

/** What the page shows around messages. */
const Around = z.looseObject({
  agents: z.array(z.looseObject({ threadTs: z.string(), session: z.string().nullable() })),
  prompts: z.array(z.looseObject({ prompts: z.array(z.looseObject({ title: z.string() })) })),
});

let kit: Kit;
beforeEach(async () => {
  // slow enough that a job is still under way when it is stopped
  kit = await openKit({ timeScale: 1 });
});
afterEach(() => kit.close());

async function around(who: string) {
  const response = await fetch(`${kit.workspace.url}/page/state?as=${who}`);
  return Around.parse(await response.json());
}

const greetings = (who: string) =>
  kit.workspace
    .messages(kit.dm(who), { as: who })
    .filter(({ text }) => text.includes('I am Goldie'));

describe('somebody who comes to talk', () => {
  it('is greeted once, and offered what fits each time', async () => {
    kit.workspace.as(wendy).openHome('messages');
    await kit.hears(kit.dm(wendy), 'I am Goldie', 'team-web');
    await expect.poll(async () => (await around(wendy)).prompts[0]?.prompts).toHaveLength(4);

    kit.workspace.as(wendy).openHome('messages');
    kit.workspace.as(guest).openHome('messages');

    await kit.hears(kit.dm(guest), 'I am Goldie', 'no project');
    expect(greetings(wendy)).toHaveLength(1);
  });
});

describe('Slack’s own Stop button', () => {
  it('stops the job at whose message it stands, and is gone then', async () => {
    const { workspace } = kit;
    const plan = await kit.ask(wendy, kit.dm(wendy), 'create an image from web-01 named stop-me');
    const card = await kit.press(wendy, plan, 'Create image');
    const session = async () =>
      (await around(wendy)).agents.find(({ threadTs }) => threadTs === card.ts)?.session;
    await expect.poll(session).toBe('processing');

    workspace.as(wendy).stop(kit.dm(wendy), card.ts);

    const asked = await kit.hears(kit.dm(wendy), 'Stop this', 'stop-me');
    await expect.poll(session).toBe('active');
    await workspace.as(wendy).press(asked, 'Stop the job');
    await kit.hears(kit.dm(wendy), 'cancelled this', 'stop-me');
  });

  it('refuses somebody who may not stop the job, with the rule', async () => {
    const { workspace } = kit;
    const plan = await kit.ask(wendy, 'C0WEB', '@goldie create an image from web-01 named mine');
    const card = await kit.press(wendy, plan, 'Create image');
    const vera = workspace.as('U0WEBRO');
    await expect
      .poll(async () => (await around(wendy)).agents.map(({ session }) => session))
      .toContain('processing');
    const root = card.threadTs ?? card.ts;

    vera.stop('C0WEB', root);

    await kit.hears('C0WEB', "I can't stop this", 'mine');
  });
});
