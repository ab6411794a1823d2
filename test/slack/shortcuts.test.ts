import { afterEach, beforeEach, expect, it } from 'vitest';
import { type Kit, openKit } from '../support/kit.ts';

const wendy = 'U0WEBOP';
const question = 'How many projects can I share an image with?';

let kit: Kit;
beforeEach(async () => {
  kit = await openKit();
});
afterEach(() => kit.close());

/** A message that somebody wrote, as Wendy sees it. */
async function written(channel: string, text: string, by = 'U0ADMIN') {
  const ts = await kit.workspace.as(by).say(channel, text);
  return kit.workspace.waitFor((message) => message.ts === ts);
}

it('answers a message in its thread', async () => {
  const message = await written('C0WEB', question);

  await kit.workspace.as(wendy).shortcut('ask_goldie', message);

  const answer = await kit.workspace.waitFor(({ threadTs }) => threadTs === message.ts);
  expect(answer.text).toContain('128');
  expect(kit.workspace.thread('C0WEB', message.ts, { as: 'U0ADMIN' })).toHaveLength(2);
});

it('answers the asker alone where it is no member', async () => {
  const message = await written('C0WEB', question);
  kit.workspace.failNext('chat.postMessage', { error: 'not_in_channel' });

  await kit.workspace.as(wendy).shortcut('ask_goldie', message);

  const answer = await kit.workspace.waitFor(({ visibleTo }) => visibleTo === wendy);
  expect(answer.text).toContain('128');
  expect(kit.workspace.messages('C0WEB', { as: 'U0ADMIN' }).map(({ text }) => text)).not.toContain(
    answer.text,
  );
});

it('does nothing that a message asks for: it shows the plan to whoever asked', async () => {
  const message = await written('C0WEB', 'delete web-golden');

  await kit.workspace.as(wendy).shortcut('ask_goldie', message);

  const plan = await kit.workspace.waitFor(({ threadTs }) => threadTs === message.ts);
  expect(JSON.stringify(plan.blocks)).toContain('Move to the bin');
  const images = await kit.command(wendy, 'C0WEB', '/image list');
  expect(JSON.stringify(images.blocks)).toContain('web-golden');
});

it('says what a form came to in the direct messages, with the job', async () => {
  const person = kit.workspace.as(wendy);
  await person.shortcut('image_task');
  const tasks = await person.waitForModal(({ view }) => JSON.stringify(view).includes('fill:task'));
  await person.submit(tasks, { 'fill:task': 'image.create' });
  const form = await person.waitForModal(({ view }) =>
    JSON.stringify(view).includes('fill:server'),
  );
  await person.submit(form, { 'fill:server': 'web-01', 'fill:name': 'from-a-form' });
  const plan = await person.waitForModal(({ id }) => id !== form.id);

  await person.submit(plan);

  await kit.hears(person.dm, 'Created the image from-a-form');
});

it('opens the form of the task that somebody else’s message asks for, and does nothing by itself', async () => {
  const message = await written('C0WEB', 'could somebody please share web-golden with team-ops?');
  const person = kit.workspace.as(wendy);

  await person.shortcut('make_task', message);

  const form = await person.waitForModal(({ view }) =>
    JSON.stringify(view).includes('fill:images'),
  );
  expect(JSON.stringify(form.view)).toContain('web-golden');
  expect(JSON.stringify(form.view)).toContain('team-ops');
  const shown = await kit.command(wendy, 'C0WEB', '/image show web-golden');
  expect(JSON.stringify(shown.blocks)).toContain('nobody');
});

it('offers all tasks for a message without one', async () => {
  const message = await written('C0WEB', 'good morning everybody');
  const person = kit.workspace.as(wendy);

  await person.shortcut('make_task', message);

  const tasks = await person.waitForModal(({ view }) => JSON.stringify(view).includes('fill:task'));
  expect(JSON.stringify(tasks.view)).toContain('I see no task of mine');
});

it('opens no form of a task for a viewer, and says why', async () => {
  const message = await written('C0WEB', 'please delete web-golden');
  const viewer = kit.workspace.as('U0WEBRO');

  await viewer.shortcut('make_task', message);

  const said = await viewer.waitForModal(
    ({ view }) => !JSON.stringify(view).includes('One moment'),
  );
  expect(JSON.stringify(said.view)).not.toContain('fill:');
});
