import { rm } from 'node:fs/promises';
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { chromiumPath, NO_CHROMIUM, startBrowser } from './page-support/browser.ts';
import { builtPage } from './page-support/built-page.ts';
import { type PageServer, pageServer } from './page-support/page-server.ts';
import { displays, elements, form, proposal } from './page-support/sample-blocks.ts';
import {
  BOT,
  DATOP,
  DM,
  GENERAL,
  message,
  modal,
  pageState,
  tsAt,
  WEBOP,
} from './page-support/sample-workspace.ts';

const chromium = chromiumPath();
if (chromium === undefined) process.stderr.write(`Browser tests are skipped: ${NO_CHROMIUM}.\n`);

/** A promise and the function that fulfils it. */
function gate() {
  let open = () => {};
  const opened = new Promise<void>((resolve) => {
    open = resolve;
  });
  return { open, opened };
}

describe.skipIf(chromium === undefined)('the page', () => {
  let browser: Browser;
  let folder: string;
  let server: PageServer;
  let page: Page;
  let faults: string[];

  beforeAll(async () => {
    [browser, folder] = await Promise.all([startBrowser(chromium ?? ''), builtPage()]);
  }, 60_000);
  afterAll(async () => {
    await browser?.close();
    if (folder) await rm(folder, { recursive: true });
  });
  beforeEach(async () => {
    server = await pageServer(folder, (as) => pageState(as || WEBOP));
    page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
    page.setDefaultTimeout(10_000);
    faults = [];
    page.on('pageerror', (error) => faults.push(String(error)));
  });
  afterEach(async () => {
    await page.close();
    await server.stop();
    expect(faults).toEqual([]);
  });

  const open = (place: string) => page.goto(`${server.url}/?as=${WEBOP}#${place}`);
  const openGeneral = () => open(`${GENERAL}/messages`);
  const log = () => page.getByRole('log', { name: 'Messages in machine-images' });
  const box = () => page.getByRole('textbox', { name: 'Message #machine-images' });
  const sent = (path: string) => server.received.filter((one) => one.path === path);
  const arrivedAt = (path: string) => page.waitForResponse((answer) => answer.url().endsWith(path));

  describe('for getting about', () => {
    it('starts at the Home of the bot, says so to the server, and draws it when it comes', async () => {
      const told = arrivedAt('/page/home-opened');
      await page.goto(server.url);
      await told;
      expect(sent('/page/home-opened')[0]?.body).toEqual({ as: WEBOP, tab: 'home' });

      const view = { type: 'home' as const, blocks: [...proposal] };
      const home = { id: 'V0HOME', hash: '1', view };
      server.state = () => pageState(WEBOP, { home });
      server.news({ type: 'home', home });

      await page.getByRole('tabpanel').getByText('Share web-golden with team-data?').waitFor();
    });

    it('switches the person, and keeps that in the address', async () => {
      await openGeneral();
      await page.getByRole('button', { name: 'You are Wanda Weber' }).click();
      await page.getByRole('menuitemradio', { name: /Dario Tanaka/ }).click();

      await page.getByRole('button', { name: 'You are Dario Tanaka' }).waitFor();
      expect(page.url()).toContain(`as=${DATOP}`);
      expect(page.url()).toContain(GENERAL);
    });

    it('marks a channel unread when something arrives there', async () => {
      await openGeneral();
      const coffee = page.getByRole('button', { name: /coffee/ });
      await log().getByText('This is the beginning').waitFor();
      server.news({
        type: 'message',
        message: message({ ts: tsAt(1), channel: 'C0RANDOM', user: DATOP, text: 'coffee?' }),
      });

      await coffee.getByLabel('unread messages').waitFor();
      await coffee.click();
      await coffee.getByLabel('unread messages').waitFor({ state: 'detached' });
    });

    it('has its sidebar in a drawer on a narrow screen', async () => {
      await page.setViewportSize({ width: 400, height: 700 });
      await openGeneral();
      const sidebar = page.getByRole('navigation', { name: 'Workspace' });
      await box().waitFor();
      expect(await sidebar.isVisible()).toBe(false);

      await page.getByRole('button', { name: 'Open the sidebar' }).click();
      await sidebar.getByRole('button', { name: 'coffee' }).click();

      await page.getByRole('heading', { name: 'coffee', exact: true }).waitFor();
      await sidebar.waitFor({ state: 'hidden' });

      await page.getByRole('button', { name: 'Open the sidebar' }).click();
      await sidebar.locator('.person-switcher button:focus').waitFor();
      await page.keyboard.press('Escape');
      await sidebar.waitFor({ state: 'hidden' });
    });

    it('remembers the theme that was chosen', async () => {
      await openGeneral();
      await page.getByRole('button', { name: 'Dark theme' }).click();
      await page.reload();

      await page.locator('html[data-theme=dark]').waitFor();
    });
  });

  describe('for messages', () => {
    it('shows text as text, whatever it looks like', async () => {
      server.messages = [
        message({ ts: tsAt(1), text: '<b>x</b> &lt;img src=x onerror=alert(1)&gt; *bold*' }),
      ];
      await openGeneral();

      await log().getByText('<b>x</b> <img src=x onerror=alert(1)>').waitFor();
      expect(await log().locator('strong', { hasText: 'bold' }).count()).toBe(1);
      expect(await log().locator('img').count()).toBe(0);
    });

    it('sends with Enter, breaks the line with Shift+Enter', async () => {
      await openGeneral();
      await box().pressSequentially('one');
      await box().press('Shift+Enter');
      await box().pressSequentially('two');
      const answered = arrivedAt('/page/send');
      await box().press('Enter');
      await answered;

      expect(sent('/page/send').map(({ body }) => body)).toEqual([
        { as: WEBOP, channel: GENERAL, text: 'one\ntwo' },
      ]);
      expect(await box().inputValue()).toBe('');
    });

    it('keeps what could not be sent, with the reason', async () => {
      server.answers['/page/send'] = () => ({ ok: false, error: 'The channel is closed.' });
      await openGeneral();
      await box().fill('hello');
      await box().press('Enter');

      await page.getByRole('alert').getByText('The channel is closed.').waitFor();
      expect(await box().inputValue()).toBe('hello');
    });

    it('completes commands and names with the keyboard', async () => {
      await openGeneral();
      await box().pressSequentially('/im');
      await page.getByRole('option', { name: /Share one of your images/ }).waitFor();
      await box().press('ArrowDown');
      await box().press('Tab');
      expect(await box().inputValue()).toBe('/image-share ');

      await box().fill('');
      await box().pressSequentially('ask @go');
      await box().press('Enter');
      expect(await box().inputValue()).toBe('ask @goldie ');
      expect(sent('/page/send')).toEqual([]);
    });

    it('opens a thread, shows its replies as they come, and answers in it', async () => {
      server.messages = [message({ ts: tsAt(1), text: 'question', replyCount: 1 })];
      server.messages.push(message({ ts: tsAt(2), text: 'answer', user: BOT, threadTs: tsAt(1) }));
      await openGeneral();
      await log().getByRole('button', { name: '1 reply' }).click();
      const thread = page.getByRole('complementary', { name: 'Thread' });
      await thread.getByText('answer').waitFor();

      server.news({
        type: 'message',
        message: message({ ts: tsAt(3), text: 'more', user: BOT, threadTs: tsAt(1) }),
      });
      await thread.getByText('more').waitFor();
      await log().getByRole('button', { name: '2 replies' }).waitFor();

      const answered = arrivedAt('/page/send');
      await thread.getByRole('textbox', { name: 'Reply …' }).fill('thanks');
      await page.keyboard.press('Enter');
      await answered;
      expect(sent('/page/send')[0]?.body).toMatchObject({ text: 'thanks', threadTs: tsAt(1) });
    });

    it('stays at the newest message, unless one has scrolled up', async () => {
      server.messages = Array.from({ length: 60 }, (_, at) =>
        message({ ts: tsAt(at), text: `message ${at}` }),
      );
      await openGeneral();
      await log().getByText('message 59', { exact: true }).waitFor();
      server.news({ type: 'message', message: message({ ts: tsAt(70), text: 'newest' }) });
      await log().getByText('newest', { exact: true }).waitFor();
      await page.waitForFunction(
        `(() => { const e = document.querySelector('.messages'); return e.scrollHeight - e.scrollTop - e.clientHeight < 2; })()`,
      );

      const read = log().getByText('message 20', { exact: true });
      await read.scrollIntoViewIfNeeded();
      server.news({ type: 'message', message: message({ ts: tsAt(71), text: 'later' }) });
      await log().getByText('later', { exact: true }).waitFor({ state: 'attached' });
      const place = await read.boundingBox();
      expect(place?.y).toBeGreaterThan(0);
      expect(place?.y).toBeLessThan(800);
    });

    it('loads older messages on the way up, through thousands of them', async () => {
      server.pageSize = 500;
      server.messages = Array.from({ length: 2500 }, (_, at) =>
        message({ ts: tsAt(at), text: `message ${at}` }),
      );
      await openGeneral();
      await log().getByText('message 2499', { exact: true }).waitFor();

      const first = log().getByText('message 0', { exact: true });
      while ((await first.count()) === 0) {
        const oldest = await log().locator('[data-ts]').first().getAttribute('data-ts');
        await page.evaluate(`document.querySelector('.messages').scrollTop = 10`);
        await page.waitForFunction(
          `document.querySelector('.messages [data-ts]').dataset.ts !== '${oldest}'`,
        );
      }

      await log().getByText('This is the beginning').waitFor();
      expect(await log().locator('[data-ts]').count()).toBe(2500);
    });
  });

  describe('for the connection', () => {
    it('says when it is lost, comes back by itself and fetches what was missed', async () => {
      await openGeneral();
      await log().getByText('This is the beginning').waitFor();
      server.refuseLive(true);
      await page.getByText('Reconnecting …').waitFor();

      server.messages.push(message({ ts: tsAt(5), text: 'while you were away' }));
      server.refuseLive(false);

      await log().getByText('while you were away').waitFor();
      await page.getByText('Reconnecting …').waitFor({ state: 'detached' });
    });

    it('says when the bot is not there', async () => {
      await openGeneral();
      await log().getByText('This is the beginning').waitFor();
      server.news({ type: 'bot', connected: false });
      await page.getByText('goldie is not connected').waitFor();
      server.news({ type: 'bot', connected: true });
      await page.getByText('goldie is not connected').waitFor({ state: 'detached' });
    });
  });

  describe('for blocks', () => {
    const withBlocks = async (blocks: typeof proposal) => {
      server.messages = [message({ ts: tsAt(1), user: BOT, blocks })];
      await openGeneral();
    };

    it('draws every type it knows and names the one it does not', async () => {
      await withBlocks([...proposal, ...elements, ...displays]);
      for (const text of [
        'Huawei Cloud',
        'stop the server',
        'quoted from the manual',
        'From the manual',
        'Exporting web-golden',
        'The vault is',
        'Shares of a system disk image',
        '*not-bold* <b>',
      ]) {
        await log().getByText(text).first().waitFor();
      }

      await log().getByText('Block type file is not drawn here.').waitFor();
      expect(await log().getByText('could not be drawn').count()).toBe(0);
    });

    it('survives a block that makes no sense', async () => {
      server.messages = [message({ ts: tsAt(1), text: 'fallback' })];
      server.answers = {};
      await openGeneral();
      await log().getByText('fallback').waitFor();
      const broken = JSON.parse(
        '[{"type":"section","fields":3},{"type":"header","text":{"type":"plain_text","text":"after it"}}]',
      );
      server.news({ type: 'message', message: message({ ts: tsAt(2), blocks: broken }) });

      await log().getByText('A block of type section could not be drawn.').waitFor();
      await log().getByText('after it').waitFor();
    });

    it('sends a double-clicked button once, and shows that it waits', async () => {
      const { open: letGo, opened } = gate();
      server.answers['/page/action'] = async () => {
        await opened;
        return { ok: true };
      };
      await withBlocks(proposal);
      const confirm = log().getByRole('button', { name: 'Confirm' });
      await confirm.dblclick();
      await log().locator('.button.pending', { hasText: 'Confirm' }).waitFor();
      const answered = arrivedAt('/page/action');
      letGo();
      await answered;
      await log().locator('.button.pending').waitFor({ state: 'detached' });

      expect(sent('/page/action').map(({ body }) => body)).toEqual([
        {
          as: WEBOP,
          container: { type: 'message', channel: GENERAL, ts: tsAt(1) },
          action: {
            type: 'button',
            action_id: 'confirm',
            block_id: 'proposal',
            value: 'p1',
            text: { type: 'plain_text', text: 'Confirm' },
          },
          values: {},
        },
      ]);
    });

    it('asks before a press that wants confirming; no is no', async () => {
      await withBlocks(proposal);
      await log().getByRole('button', { name: 'Cancel' }).click();
      const question = page.getByRole('dialog', { name: 'Drop this plan?' });
      await question.getByRole('button', { name: 'Keep it' }).click();
      await question.waitFor({ state: 'detached' });
      expect(sent('/page/action')).toEqual([]);

      await log().getByRole('button', { name: 'Cancel' }).click();
      const answered = arrivedAt('/page/action');
      await question.getByRole('button', { name: 'Drop it' }).click();
      await answered;
      expect(sent('/page/action')).toHaveLength(1);
    });

    it('lets one choose from a list with the keyboard', async () => {
      await withBlocks(elements);
      const field = log().getByRole('combobox', { name: 'Choose an image' });
      await field.click();
      await page.getByRole('option', { name: 'ecs-backup-2026' }).waitFor();
      await field.press('ArrowDown');
      const answered = arrivedAt('/page/action');
      await field.press('Enter');
      await answered;

      const chosen = { text: { type: 'plain_text', text: 'db-golden' }, value: 'db-golden' };
      expect(sent('/page/action')[0]?.body).toMatchObject({
        action: { type: 'static_select', block_id: 'pick-image', selected_option: chosen },
        values: { 'pick-image': { image: { selected_option: chosen } } },
      });
    });

    it('asks the app for the choices of an external list', async () => {
      server.answers['/page/options'] = ({ typed }) => ({
        ok: true,
        options: [{ text: { type: 'plain_text', text: `team-${String(typed)}` }, value: 'p7' }],
      });
      await withBlocks(elements);
      const field = log().getByRole('combobox', { name: 'Search projects' });
      await field.click();
      await page.getByText('Type 1 more character to search.').waitFor();
      await field.pressSequentially('shop');
      const answered = arrivedAt('/page/action');
      await page.getByRole('option', { name: 'team-shop' }).click();
      await answered;

      expect(sent('/page/action')[0]?.body).toMatchObject({
        action: { action_id: 'search', selected_option: { value: 'p7' } },
      });
    });

    it('opens the overflow menu and tells what was picked', async () => {
      await withBlocks(elements);
      await log().getByRole('button', { name: 'More actions' }).click();
      await page.locator('[role=menuitem]:focus', { hasText: 'Show details' }).waitFor();
      await page.keyboard.press('ArrowDown');
      const answered = arrivedAt('/page/action');
      await page.keyboard.press('Enter');
      await answered;

      expect(sent('/page/action')[0]?.body).toMatchObject({
        action: { type: 'overflow', selected_option: { value: 'export' } },
      });
    });

    it('turns the pages of a data table', async () => {
      await withBlocks(displays);
      const table = log().getByRole('table', { name: 'Images of team-web' });
      await table.getByText('shop-data').waitFor();
      expect(await table.getByText('ecs-backup-2026').count()).toBe(0);
      await log().getByRole('button', { name: 'Next' }).click();
      await table.getByText('ecs-backup-2026').waitFor();
    });
  });

  describe('for modals', () => {
    const opened = async () => {
      await openGeneral();
      await log().getByText('This is the beginning').waitFor();
      server.news({ type: 'view_opened', view: modal('V1', { blocks: [...form] }) });
      const dialog = page.getByRole('dialog', { name: 'Share an image' });
      await dialog.waitFor();
      return dialog;
    };

    it('sends nothing until the required fields are filled in, then everything', async () => {
      const dialog = await opened();
      await dialog.getByRole('button', { name: 'Share', exact: true }).click();
      await dialog.getByText('Fill in this field to go on.').first().waitFor();
      expect(sent('/page/view-submit')).toEqual([]);

      await dialog.getByRole('textbox', { name: 'Image name' }).fill('web-golden');
      await dialog.getByRole('combobox', { name: 'Share with' }).click();
      await page.getByRole('option', { name: 'team-data' }).click();
      await page.getByRole('option', { name: 'team-shop' }).click();
      await page.keyboard.press('Escape');
      const answered = arrivedAt('/page/view-submit');
      await dialog.getByRole('button', { name: 'Share', exact: true }).click();
      await answered;

      expect(sent('/page/view-submit')[0]?.body).toMatchObject({
        viewId: 'V1',
        values: {
          image: { name: { value: 'web-golden' } },
          projects: {
            with: { selected_options: [{ value: 'team-data' }, { value: 'team-shop' }] },
          },
          kind: { kind: { selected_option: { value: 'system' } } },
        },
      });
    });

    it('shows what the app objects to, under the field', async () => {
      server.answers['/page/view-submit'] = () => ({
        ok: true,
        errors: { image: 'There is no image of that name.' },
      });
      await openGeneral();
      await log().getByText('This is the beginning').waitFor();
      server.news({ type: 'view_opened', view: modal('V1') });
      const field = page.getByRole('textbox', { name: 'Image name' });
      await field.fill('nope');
      await field.press('Enter');

      await page.getByRole('dialog').getByText('There is no image of that name.').waitFor();
      expect(await field.getAttribute('aria-invalid')).toBe('true');
      expect(await field.inputValue()).toBe('nope');
    });

    it('keeps the focus inside, closes with Escape and tells the server', async () => {
      const dialog = await opened();
      for (let presses = 0; presses < 12; presses += 1) {
        await page.keyboard.press('Tab');
        expect(await dialog.locator(':focus').count()).toBe(1);
      }
      const answered = arrivedAt('/page/view-close');
      await page.keyboard.press('Escape');
      await answered;

      await dialog.waitFor({ state: 'detached' });
      expect(sent('/page/view-close')[0]?.body).toEqual({ as: WEBOP, viewId: 'V1' });
    });

    it('keeps what was typed while another modal lies on top', async () => {
      const dialog = await opened();
      await dialog.getByRole('textbox', { name: 'Image name' }).fill('web-golden');
      const second = modal('V2', { title: { type: 'plain_text', text: 'Second' } });
      server.news({ type: 'view_opened', view: second });
      await page.getByRole('dialog', { name: 'Second' }).waitFor();
      server.news({ type: 'view_closed', viewId: 'V2', all: false });
      await page.getByRole('dialog', { name: 'Second' }).waitFor({ state: 'detached' });

      expect(await dialog.getByRole('textbox', { name: 'Image name' }).inputValue()).toBe(
        'web-golden',
      );
    });
  });

  it('knows the conversation with the bot by its tabs', async () => {
    server.messages = [message({ ts: tsAt(1), channel: DM, user: BOT, text: 'Hello Wanda' })];
    await open(`${DM}/home`);
    await page.getByRole('tab', { name: 'Home', selected: true }).press('ArrowRight');

    await page.getByRole('log').getByText('Hello Wanda').waitFor();
    await page.getByRole('tab', { name: 'Messages', selected: true }).waitFor();
  });
});
