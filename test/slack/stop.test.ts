import { expect, it } from 'vitest';
import { openKit } from '../support/kit.ts';
import { closing } from '../workspace/support/workspaces.ts';

it('gives the answer that somebody waits for before it lets go of Slack', async () => {
  const kit = closing(await openKit());
  const wendy = kit.workspace.as('U0WEBOP');
  await wendy.command('C0WEB', '/image list');

  await kit.goldie.stop();

  const [answer] = kit.workspace.messages('C0WEB', { as: wendy.id });
  expect(answer).toMatchObject({ visibleTo: wendy.id });
  expect(JSON.stringify(answer?.blocks)).toContain('web-golden');
  expect(kit.workspace.connections()).toBe(0);
});
