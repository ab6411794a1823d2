import { afterEach, beforeEach, expect, it } from 'vitest';
import { type Kit, openKit } from '../support/kit.ts';

const wendy = 'U0WEBOP';

let kit: Kit;
beforeEach(async () => {
  kit = await openKit();
});
afterEach(() => kit.close());

it('says once in direct messages that a job has begun, in the message of the job', async () => {
  await kit.workspace.as(wendy).command(kit.dm(wendy), '/image-create web-01 as web-new');
  await kit.hears(kit.dm(wendy), 'web-new');

  const answer = await kit.command(wendy, kit.dm(wendy), '/image-quota');

  expect(JSON.stringify(answer)).not.toContain('web-new');
  const whispered = kit.workspace
    .messages(kit.dm(wendy), { as: wendy })
    .filter(({ visibleTo }) => visibleTo === wendy);
  expect(whispered.map(({ text }) => text)).toEqual([answer.text]);
});
