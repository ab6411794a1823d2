import { afterEach, expect, it } from 'vitest';
import type { Home } from '../../src/conversation/home.ts';
import type { Section } from '../../src/conversation/home-settings.ts';
import { readPress } from '../../src/conversation/press.ts';
import { ProjectId } from '../../src/images/ids.ts';
import { choiceOf, choosing } from '../../src/slack/choices.ts';
import { homeTab } from '../../src/slack/home-tab.ts';
import { homeView } from '../../src/slack/home-view.ts';
import { saying } from '../../src/wording/reply.ts';
import { viewProblems } from '../../src/workspace/blocks/view-problems.ts';
import { aTime } from '../jobs/a-runner.ts';
import { type Kit, openKit } from '../support/kit.ts';
import { aWorkspace } from '../workspace/support/workspaces.ts';
import { aDoor } from './support/a-door.ts';

const wendy = 'U0WEBOP';
const minute = 60_000;
const project = ProjectId.parse('a'.repeat(32));
const other = ProjectId.parse('b'.repeat(32));

/** Home tabs of people for whom `now` is how things are. */
async function aHomeTab() {
  const workspace = await aWorkspace();
  const { app } = await aDoor({ slackApiUrl: workspace.apiUrl, token: workspace.tokens.bot });
  const time = aTime();
  let now = '3 images';
  let fault: Error | undefined;
  let slow: Promise<void> | undefined;
  const home: Home = {
    async of(who) {
      if (fault) throw fault;
      const sections = [saying([{ text: `${who}: ${now}` }])];
      await slow;
      return { project: who === 'U0DATOP' ? other : project, sections };
    },
  };
  const { show, changed } = homeTab(app, home, time);
  const published = () =>
    workspace.calls.filter(({ method }) => method === 'views.publish').map(({ args }) => args);
  return {
    show,
    changed,
    published,
    takesTime(until: Promise<void> | undefined) {
      slow = until;
    },
    becomes(text: string) {
      now = text;
    },
    breaks() {
      fault = new Error('the disk is full');
    },
    waiting: () => time.waiting,
    pass: (ms: number) => time.pass(ms, soon),
  };
}

/** Lets everything go on that waits for nothing but its turn. */
async function soon(): Promise<void> {
  for (let turn = 0; turn < 20; turn += 1) await new Promise(setImmediate);
}

let kit: Kit | undefined;
afterEach(async () => {
  await kit?.close();
  kit = undefined;
});

it('shows anew what has changed, and nothing when nothing has', async () => {
  const { show, published, becomes, pass } = await aHomeTab();
  await show(wendy);

  await pass(minute);
  expect(published()).toHaveLength(1);
  becomes('4 images');
  becomes('5 images');
  await pass(minute);
  await expect.poll(() => published().length).toBe(2);

  expect(JSON.stringify(published()[1])).toContain('U0WEBOP: 5 images');
});

it('shows a change at once to those whom it concerns, and many changes once', async () => {
  const { show, published, becomes, changed, pass } = await aHomeTab();
  await show(wendy);
  await show('U0DATOP');

  becomes('4 images');
  changed(project);
  becomes('5 images');
  changed(project);
  await pass(1_000);

  await expect.poll(() => published().length).toBe(3);
  expect(published()[2]).toMatchObject({ user_id: wendy });
  expect(JSON.stringify(published()[2])).toContain('U0WEBOP: 5 images');
});

it('shows nothing that was put together before something newer', async () => {
  const { show, published, becomes, takesTime } = await aHomeTab();
  let go = () => {};
  takesTime(
    new Promise((resolve) => {
      go = resolve;
    }),
  );
  const late = show(wendy);
  await soon();
  takesTime(undefined);
  becomes('the page of another project');
  await show(wendy);

  go();
  await late;

  expect(published()).toHaveLength(1);
  expect(JSON.stringify(published())).toContain('the page of another project');
});

it('shows nothing to somebody who has not looked for half an hour', async () => {
  const { show, published, becomes, pass, waiting } = await aHomeTab();
  await show(wendy);
  await pass(31 * minute);

  becomes('4 images');
  await pass(minute);

  expect(published()).toHaveLength(1);
  expect(waiting()).toBe(0);
});

it('shows it again to everybody who opens it, changed or not', async () => {
  const { show, published } = await aHomeTab();

  await show(wendy);
  await show(wendy);
  await show('U0DATOP');

  expect(published().map(({ user_id }) => user_id)).toEqual([wendy, wendy, 'U0DATOP']);
});

it('stops watching where it cannot be shown, and begins again when somebody looks', async () => {
  const { show, becomes, breaks, pass, waiting } = await aHomeTab();
  await show(wendy);
  becomes('4 images');
  breaks();

  await pass(minute);

  expect(waiting()).toBe(0);
  await expect(show(wendy)).rejects.toThrow('the disk is full');
});

it('makes a Home tab that Slack takes, however much there is to show', () => {
  const many: readonly Section[] = Array.from({ length: 90 }, (_, at) => ({
    ...saying([{ text: `<!channel> ${at} ${'x'.repeat(400)}` }]),
    choices: [{ label: `Accept ${at}`, value: '{}' }],
  }));
  const options = Array.from({ length: 100 }, (_, at) => ({
    value: `p${at}`,
    label: `team-${at}`,
  }));
  const [chosen = { value: '', label: '' }] = options;
  const setting: Section = {
    ...saying([{ text: 'Which project?' }]),
    setting: { operation: 'project.switch', piece: 'project', options, chosen },
  };

  expect(viewProblems(homeView([setting, ...many]))).toEqual([]);
});

it('lets somebody choose on the Home tab which project they act for', async () => {
  kit = await openKit();
  const ada = kit.workspace.as('U0ADMIN');
  ada.openHome();
  const home = await ada.waitForHome();

  await ada.press(home, 'choose:project.switch:project', 'team-archive');

  const after = await ada.waitForHome(({ view }) =>
    JSON.stringify(view.blocks).includes('You act for team-archive'),
  );
  expect(JSON.stringify(after.view.blocks)).toMatch(
    /"initial_option":\{"value":"[0-9a-f]+","text":\{"type":"plain_text","text":"team-archive"/,
  );
  expect(kit.workspace.messages(ada.dm, { as: ada.id })).toEqual([]);
});

it('brings back what is settled beside what was chosen', () => {
  const action_id = choosing({
    operation: 'settings.notify',
    piece: 'way',
    with: { news: ['jobs'] },
  });

  expect(readPress(choiceOf({ action_id, selected_option: { value: 'digest' } }) ?? '')).toEqual({
    does: 'begin',
    operation: 'settings.notify',
    slots: { news: ['jobs'], way: ['digest'] },
    agreed: false,
  });
});

it('has no such choice for somebody with one project', async () => {
  kit = await openKit();
  const person = kit.workspace.as(wendy);
  person.openHome();

  const home = await person.waitForHome();

  expect(JSON.stringify(home.view.blocks)).not.toContain('choose:project.switch');
});
