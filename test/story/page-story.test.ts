import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Kit, openKit } from '../support/kit.ts';
import { chromiumPath, NO_CHROMIUM, startBrowser } from '../workspace/page-support/browser.ts';
import { builtPage } from '../workspace/page-support/built-page.ts';
import { playStory, type Spot, type Teammate } from './story.ts';

const chromium = chromiumPath();
if (chromium === undefined)
  process.stderr.write(`The story is not played in a page: ${NO_CHROMIUM}.\n`);

/** Set to keep pictures of the story. */
const pictures = process.env.GOLDIE_PICTURES;

describe.skipIf(chromium === undefined)('in the page', () => {
  let browser: Browser;
  let pageDir: string;
  let kit: Kit;

  beforeAll(async () => {
    [browser, pageDir] = await Promise.all([startBrowser(chromium ?? ''), builtPage()]);
    kit = await openKit({ pageDir });
  }, 60_000);
  afterAll(async () => {
    await browser?.close();
    await kit?.close();
    if (pageDir) await rm(pageDir, { recursive: true });
  });

  it("brings an image into another team's hands and back, clicked by two people at once", async () => {
    const faults: string[] = [];
    const [wendy, dan] = [await tab('U0WEBOP', faults), await tab('U0DATOP', faults)];

    await playStory(teammate(wendy, 'U0WEBOP'), teammate(dan, 'U0DATOP'), async (name) => {
      await picture(wendy, `${name}, Wendy`);
      await picture(dan, `${name}, Dan`);
    });

    expect(faults).toEqual([]);
  }, 60_000);

  async function tab(who: string, faults: string[]): Promise<Page> {
    const context = await browser.newContext({ viewport: { width: 1180, height: 800 } });
    const page = await context.newPage();
    page.setDefaultTimeout(15_000);
    page.on('pageerror', (error) => faults.push(String(error)));
    await page.goto(`${kit.workspace.url}/?as=${who}`);
    return page;
  }

  function teammate(page: Page, who: string): Teammate {
    const goTo = async (spot: Spot): Promise<Locator> => {
      const hash = { 'direct messages': kit.dm(who), 'team-web': 'C0WEB', 'team-data': 'C0DATA' };
      const place = `#${hash[spot]}/messages`;
      if (new URL(page.url()).hash !== place)
        await page.goto(`${kit.workspace.url}/?as=${who}${place}`);
      return page.getByRole('log');
    };
    const said = async (spot: Spot, text: string) =>
      (await goTo(spot)).getByRole('article').filter({ hasText: text }).last();
    return {
      async says(spot, text) {
        await goTo(spot);
        const box = page.getByRole('textbox', { name: /^Message/ });
        await box.fill(text);
        await box.press('Enter');
      },
      async hears(spot, text) {
        await (await said(spot, text)).waitFor();
      },
      async presses(spot, text, button) {
        const message = await said(spot, text);
        await message.getByRole('button', { name: button, exact: true }).click();
      },
    };
  }

  async function picture(page: Page, name: string): Promise<void> {
    if (pictures === undefined) return;
    await mkdir(pictures, { recursive: true });
    await page.screenshot({ path: join(pictures, `${name.replace(/\W+/g, '-')}.png`) });
  }
});
