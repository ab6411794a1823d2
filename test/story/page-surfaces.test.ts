import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Kit, openKit } from '../support/kit.ts';
import { seriousFindings } from '../workspace/page-support/accessibility.ts';
import { chromiumPath, NO_CHROMIUM, startBrowser } from '../workspace/page-support/browser.ts';
import { builtPage } from '../workspace/page-support/built-page.ts';
import { surfaces } from './surfaces.ts';

const chromium = chromiumPath();
if (chromium === undefined)
  process.stderr.write(`What people look at is not looked at: ${NO_CHROMIUM}.\n`);

/** Set to keep a picture of each surface: `home.png`, `home-dark.png`, `home-narrow.png`, and so on. */
const pictures = process.env.GOLDIE_PICTURES;

const looks = [
  { suffix: '', viewport: { width: 1180, height: 800 }, colorScheme: 'light' },
  { suffix: '-dark', viewport: { width: 1180, height: 800 }, colorScheme: 'dark' },
  { suffix: '-narrow', viewport: { width: 390, height: 780 }, colorScheme: 'light' },
] as const;

describe.skipIf(chromium === undefined)('what people look at', () => {
  let browser: Browser;
  let pageDir: string;
  let kit: Kit;

  beforeAll(async () => {
    [browser, pageDir] = await Promise.all([startBrowser(chromium ?? ''), builtPage()]);
    kit = await openKit({ pageDir, timeScale: 10 });
    if (pictures !== undefined) await mkdir(pictures, { recursive: true });
  }, 60_000);
  afterAll(async () => {
    await browser?.close();
    await kit?.close();
    if (pageDir) await rm(pageDir, { recursive: true });
  });

  it.each(surfaces)(
    'can be read by everybody, and fits: $name',
    {
      timeout: 60_000,
    },
    async ({ name, who, prepare, open }) => {
      const place = await prepare(kit);
      const found: Record<string, unknown> = {};

      for (const { suffix, ...look } of looks) {
        const page = await browser.newPage({ ...look, reducedMotion: 'reduce' });
        page.setDefaultTimeout(15_000);
        await page.goto(`${kit.workspace.url}/?as=${who}#${place}`);
        await open(page);
        if (pictures !== undefined)
          await page.screenshot({ path: join(pictures, `${name}${suffix}.png`) });
        found[`${name}${suffix}`] =
          suffix === '-narrow' ? await tooWide(page) : await seriousFindings(page);
        await page.keyboard.press('Escape');
        await page.getByRole('dialog').waitFor({ state: 'detached' });
        await page.close();
      }

      expect(found).toEqual({ [name]: [], [`${name}-dark`]: [], [`${name}-narrow`]: [] });
    },
  );
});

/** Says so when the page has to be scrolled sideways. */
async function tooWide(page: Page): Promise<readonly string[]> {
  const sideways = await page.evaluate<number>(
    'document.documentElement.scrollWidth - document.documentElement.clientWidth',
  );
  return sideways > 0 ? [`${sideways} px too wide`] : [];
}
