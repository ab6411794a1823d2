import { rm } from 'node:fs/promises';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { chromiumPath, NO_CHROMIUM, startBrowser } from './page-support/browser.ts';
import { builtPage } from './page-support/built-page.ts';
import { aBoltApp } from './support/apps.ts';
import { aButton, aModal } from './support/views.ts';
import { aWorkspace, closing } from './support/workspaces.ts';

const chromium = chromiumPath();
if (chromium === undefined) process.stderr.write(`Browser tests are skipped: ${NO_CHROMIUM}.\n`);

describe.skipIf(chromium === undefined)('the page on the real workspace', () => {
  let browser: Browser;
  let pageDir: string;
  beforeAll(async () => {
    [browser, pageDir] = await Promise.all([startBrowser(chromium ?? ''), builtPage()]);
  }, 60_000);
  afterAll(async () => {
    await browser?.close();
    if (pageDir) await rm(pageDir, { recursive: true });
  });

  it('carries a mention, a button and a modal to a Bolt app and the answers back', async () => {
    const workspace = await aWorkspace({ pageDir });
    await aBoltApp(workspace, (app) => {
      app.event('app_mention', async ({ say }) => {
        await say({ text: 'Shall I?', blocks: [aButton('ask', 'Choose a project')] });
      });
      app.action('ask', async ({ ack, body, client }) => {
        await ack();
        const trigger_id = 'trigger_id' in body ? body.trigger_id : '';
        await client.views.open({
          trigger_id,
          view: aModal({ blocks: aModal().blocks.slice(0, 1) }),
        });
      });
      app.view('share', async ({ ack, view, client }) => {
        const project = view.state.values.project?.['project-name']?.value;
        if (project === 'nowhere') {
          await ack({ response_action: 'errors', errors: { project: 'No such project.' } });
          return;
        }
        await ack();
        await client.chat.postMessage({ channel: 'C0WEB', text: `Shared with ${project}` });
      });
    });
    const page = closing(await browser.newPage({ viewport: { width: 1280, height: 800 } }));
    page.setDefaultTimeout(10_000);
    const faults: string[] = [];
    page.on('pageerror', (error) => faults.push(String(error)));

    await page.goto(`${workspace.url}/?as=U0WEBOP#C0WEB/messages`);
    const box = page.getByRole('textbox', { name: 'Message #team-web' });
    await box.fill('@goldie share web-server');
    await box.press('Enter');
    await page.getByRole('button', { name: 'Choose a project' }).click();
    const modal = page.getByRole('dialog', { name: 'Share an image' });
    await modal.getByRole('textbox').fill('nowhere');
    await modal.getByRole('button', { name: 'Share' }).click();
    await modal.getByText('No such project.').waitFor();
    await modal.getByRole('textbox').fill('team-data');
    await modal.getByRole('button', { name: 'Share' }).click();

    await page.getByText('Shared with team-data').waitFor();
    await modal.waitFor({ state: 'detached' });
    expect(faults).toEqual([]);
  });
});
