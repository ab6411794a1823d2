import { afterEach, beforeEach, expect, it } from 'vitest';
import type { SeenMessage } from '../../src/workspace/keyboard/seen-message.ts';
import { type Kit, openKit } from '../support/kit.ts';

const wendy = 'U0WEBOP';

let kit: Kit;
beforeEach(async () => {
  kit = await openKit();
});
afterEach(() => kit.close());

const withFile = (message: SeenMessage) => (message.files ?? []).length > 0;

it('puts the file of a command, which only the asker sees, into their direct messages', async () => {
  await kit.command(wendy, 'C0WEB', '/image csv');

  const message = await kit.workspace.waitFor(withFile);
  expect(message.channel).toBe(kit.dm(wendy));
  const [{ url = '', name = '' } = {}] = message.files ?? [];
  expect(name).toMatch(/\.csv$/);
  expect(await (await fetch(url)).text()).toContain('web-golden');
});

it('puts the file that a button asks for where the button stands', async () => {
  const list = await kit.ask(wendy, kit.dm(wendy), 'export the list of my images as csv');
  await kit.workspace.waitFor(withFile);
  const other = list.blocks
    .flatMap((block) => (block.type === 'actions' ? block.elements : []))
    .flatMap((element) => ('text' in element && element.text ? [element.text.text] : []))
    .at(0);

  await kit.workspace.as(wendy).press(list, other ?? '');

  await expect
    .poll(() => kit.workspace.messages(kit.dm(wendy), { as: wendy }).filter(withFile).length)
    .toBe(2);
});
