import { afterEach, beforeEach, expect, it } from 'vitest';
import { viewProblems } from '../../src/workspace/blocks/view-problems.ts';
import type { OpenView } from '../../src/workspace/page-api.ts';
import { type Kit, openKit } from '../support/kit.ts';

const wendy = 'U0WEBOP';

let kit: Kit;
beforeEach(async () => {
  kit = await openKit();
});
afterEach(() => kit.close());

const person = () => kit.workspace.as(wendy);

/** Orders a task without its pieces, and opens its form. */
async function formFor(command: string): Promise<OpenView> {
  const question = await kit.command(wendy, 'C0WEB', command);
  await person().press(question, 'Fill in a form');
  return person().waitForModal(hasInputs);
}

function hasInputs({ view }: OpenView): boolean {
  return view.blocks.some(({ type }) => type === 'input');
}

function says(text: string) {
  return ({ view }: OpenView) => JSON.stringify(view.blocks).includes(text);
}

function methods(): readonly string[] {
  return kit.workspace.calls.map(({ method }) => method).filter((name) => name.startsWith('views'));
}

it('leads from a command over a form and a plan to the job', async () => {
  const form = await formFor('/image create');
  expect(form.view).toMatchObject({
    title: { text: 'Create an image' },
    submit: { text: 'Check' },
  });

  await person().submit(form, { 'fill:server': 'web-01', 'fill:name': 'web-new' });
  const plan = await person().waitForModal(says('Create the image '));
  expect(plan.view).toMatchObject({ submit: { text: 'Create image' }, close: { text: 'Back' } });
  expect(person().modal()?.id).toBe(plan.id);

  await person().submit(plan);
  const told = await kit.hears(kit.dm(wendy), 'web-new');
  expect(told.text).toContain('Creating the image web-new from web-01.');
  expect(person().modal()).toBeUndefined();
});

it('shows a window at once, and the form in it as soon as there is one', async () => {
  await formFor('/image share');

  expect(methods()).toEqual(['views.open', 'views.update']);
});

it('goes back from the plan to the form with all that was entered', async () => {
  const form = await formFor('/image create');
  await person().submit(form, { 'fill:server': 'web-01', 'fill:name': 'web-new' });
  const plan = await person().waitForModal(says('Create the image '));

  await person().closeModal(plan);

  expect(person().modal()?.id).toBe(form.id);
  const again = await person().submit(form, { 'fill:name': 'web-newer' });
  expect(again).toEqual({ ok: true });
  await person().waitForModal(says('web-newer'));
});

it('says below the field what a rule has against it, in its own words, as often as needed', async () => {
  const form = await formFor('/image create');

  const faulty = { 'fill:server': 'web-01', 'fill:name': 'web new!' };
  const first = await person().submit(form, faulty);
  const second = await person().submit(form, faulty);

  expect(first).toMatchObject({ ok: true, errors: { name: expect.stringContaining('web new!') } });
  expect(second).toEqual(first);
  const good = await person().submit(form, { 'fill:name': 'web-new' });
  expect(good).toEqual({ ok: true });
});

it('finds projects by typing, and takes an ID that nobody knows', async () => {
  const form = await formFor('/image share');
  const unknown = 'f'.repeat(32);

  const found = await person().typeInto(form, 'fill:projects', 'team-da');
  const typed = await person().typeInto(form, 'fill:projects', unknown);

  expect(found).toMatchObject({ options: [{ text: { text: 'team-data' } }] });
  expect(typed).toMatchObject({ options: [{ value: unknown, description: { text: 'as typed' } }] });
});

it('shares one image with several projects', async () => {
  const form = await formFor('/image share');
  const optionsFor = async (name: string) => {
    const found = await person().typeInto(form, 'fill:projects', name);
    return 'options' in found && Array.isArray(found.options) ? found.options.slice(0, 1) : [];
  };
  const projects = [...(await optionsFor('team-data')), ...(await optionsFor('team-ops'))];

  await person().submit(form, {
    'fill:images': ['web-golden'],
    'fill:projects': { selected_options: projects }.selected_options,
  });

  const plan = await person().waitForModal(says('web-golden'));
  await person().waitForModal(says('team-ops'));
  expect(plan.view).toHaveProperty('submit');
});

it('opens from a button on the Home tab', async () => {
  person().openHome();
  const home = await person().waitForHome();

  await person().press(home, 'Share an image');

  const form = await person().waitForModal(hasInputs);
  expect(form.view).toMatchObject({ title: { text: 'Share an image' } });
});

it('offers no form where only one piece is missing', async () => {
  const question = await kit.command(wendy, 'C0WEB', '/image create web-01');

  expect(JSON.stringify(question.blocks)).not.toContain('Fill in a form');
});

it('keeps what the command said', async () => {
  const form = await formFor('/image modify web-golden');

  expect(form.view.blocks[0]).toMatchObject({
    block_id: 'image',
    element: { initial_option: { text: { text: 'web-golden' } } },
  });
});

it('asks in words where Slack opens no window', async () => {
  const question = await kit.command(wendy, 'C0WEB', '/image create');
  kit.workspace.failNext('views.open', { error: 'expired_trigger_id' });

  const asked = await kit.press(wendy, question, 'Fill in a form');

  expect(asked.text).toContain('Which server should the image be made from?');
  expect(person().modal()).toBeUndefined();
});

it('says nothing more to somebody who closed the window meanwhile', async () => {
  const question = await kit.command(wendy, 'C0WEB', '/image create');
  kit.workspace.failNext('views.update', { error: 'not_found' });

  await person().press(question, 'Fill in a form');
  await expect.poll(() => methods()).toEqual(['views.open', 'views.update']);
  await kit.command(wendy, 'C0WEB', '/image quota');

  const said = kit.workspace.messages('C0WEB', { as: wendy }).map(({ text }) => text);
  expect(said.join()).not.toContain('Something went wrong');
});

it('shows no form to somebody who may not, and says why', async () => {
  const viewer = kit.workspace.as('U0WEBRO');

  await viewer.shortcut('image_task');

  const said = await viewer.waitForModal(says("I can't do that for you here"));
  expect(said.view).not.toHaveProperty('submit');
});

it('begins any task from the shortcut, with a form that Slack takes', async () => {
  await person().shortcut('image_task');
  const tasks = await person().waitForModal(hasInputs);
  const [input] = tasks.view.blocks;
  const element = input && 'element' in input ? input.element : undefined;
  const options = element?.type === 'static_select' ? (element.options ?? []) : [];
  expect(options.length).toBeGreaterThan(10);
  await person().closeModal(tasks);

  for (const { value = '' } of options) {
    await person().shortcut('image_task');
    const picker = await person().waitForModal(says('fill:task'));
    await person().submit(picker, { 'fill:task': value });
    const next = person().modal();
    expect(next?.id).toBe(picker.id);
    expect(JSON.stringify(next?.view.blocks)).not.toContain('fill:task');
    expect(viewProblems(viewOf(next))).toEqual([]);
  }
});

/** What the app sent, without what the workspace adds. */
function viewOf(open: OpenView | undefined): unknown {
  return open?.view;
}

it('carries out a plan once, however often it is agreed to', async () => {
  const form = await formFor('/image create');
  await person().submit(form, { 'fill:server': 'web-01', 'fill:name': 'web-new' });
  const plan = await person().waitForModal(says('Create the image '));

  await Promise.all([person().submit(plan), person().submit(plan)]);
  await kit.hears(kit.dm(wendy), 'Creating the image web-new');

  const jobs = await kit.command(wendy, 'C0WEB', '/image jobs');
  expect(JSON.stringify(jobs.blocks).match(/web-new/g)).toHaveLength(1);
});

it('answers the question that the form took the place of', async () => {
  const form = await formFor('/image create');
  await person().submit(form, { 'fill:server': 'web-01', 'fill:name': 'web-new' });
  await person().waitForModal(says('Create the image '));

  const after = await kit.command(wendy, 'C0WEB', '/image web-02');

  expect(after.text).not.toContain('What should the image be called?');
});
