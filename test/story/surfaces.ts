import type { Page } from 'playwright-core';
import type { Kit } from '../support/kit.ts';

/** One thing that people look at: how it comes about, and where it is seen. */
export interface Surface {
  readonly name: string;
  readonly who: string;
  /** Does what has to happen before; gives the place, as the page's address names it. */
  readonly prepare: (kit: Kit) => Promise<string>;
  /** What is done in the page once it is open, and waits until the surface is there. */
  readonly open: (page: Page) => Promise<void>;
}

/** Something said to Goldie in direct messages, and its answer. */
function talk(name: string, text: string, answer: string, who = 'U0WEBOP'): Surface {
  return {
    name,
    who,
    async prepare(kit) {
      await kit.workspace.as(who).say(kit.dm(who), text);
      await kit.hears(kit.dm(who), answer);
      return `${kit.dm(who)}/messages`;
    },
    open: (page) => page.getByRole('log').getByText(answer).last().waitFor(),
  };
}

/** The direct messages as they are, and something pressed in them. */
function pressed(name: string, open: Surface['open']): Surface {
  const who = 'U0WEBOP';
  return { name, who, prepare: async (kit) => `${kit.dm(who)}/messages`, open };
}

/** In a narrow window the sidebar is behind a button. */
async function openSidebar(page: Page): Promise<void> {
  await page.getByRole('textbox', { name: /^Message/ }).waitFor();
  const menu = page.getByRole('button', { name: 'Open the sidebar' });
  if (await menu.isVisible()) await menu.click();
}

/** Everything that Goldie and the workspace show, in an order that tells a story. */
export const surfaces: readonly Surface[] = [
  {
    name: 'home',
    who: 'U0WEBOP',
    prepare: async (kit) => `${kit.dm('U0WEBOP')}/home`,
    open: (page) => page.getByText('What would you like to do?').waitFor(),
  },
  talk('answer', 'how many projects can I share an image with?', 'up to 128'),
  talk('question', 'make an image of web-01', 'What should the image be called?'),
  talk('list', 'list my images', 'private images in eu-de'),
  talk('plan', 'share web-golden with team-data', 'Share web-golden with team-data.'),
  talk('why-not', 'delete protected-base', 'is protected'),
  talk('help', 'help', 'I look after the machine images'),
  talk('settings', 'settings', 'What I tell you, and how.'),
  talk('guest', 'list my images', 'Ask the administrator of your project', 'U0GUEST'),
  {
    name: 'offer',
    who: 'U0DATOP',
    async prepare(kit) {
      const plan = await kit.ask(
        'U0WEBOP',
        kit.dm('U0WEBOP'),
        'share web-base-2026 with team-data',
      );
      await kit.press('U0WEBOP', plan, 'Share');
      await kit.hears('C0DATA', 'offers you the image web-base-2026');
      return 'C0DATA/messages';
    },
    open: (page) => page.getByRole('button', { name: 'Accept', exact: true }).waitFor(),
  },
  {
    name: 'progress',
    who: 'U0WEBOP',
    async prepare(kit) {
      const dm = kit.dm('U0WEBOP');
      const plan = await kit.ask('U0WEBOP', dm, 'make an image of db-primary called db-2027');
      await kit.press('U0WEBOP', plan, 'Create image');
      await kit.hears(dm, 'Creating the image db-2027');
      return `${dm}/messages`;
    },
    open: (page) => page.getByRole('button', { name: 'Stop this job' }).last().waitFor(),
  },
  {
    name: 'thread',
    who: 'U0WEBOP',
    async prepare(kit) {
      const text = '@goldie must I stop the server before I make an image of it?';
      const ts = await kit.workspace.as('U0WEBOP').say('C0WEB', text);
      await kit.hears('C0WEB', 'from a running server');
      return `C0WEB/messages/${ts}`;
    },
    open: (page) =>
      page.getByRole('complementary', { name: 'Thread' }).getByText('running server').waitFor(),
  },
  pressed('task', async (page) => {
    await page.getByRole('button', { name: 'Files and shortcuts' }).click();
    await page.getByRole('menuitem', { name: /^Image task/ }).click();
    await page.getByRole('dialog').locator('input').first().waitFor();
  }),
  pressed('commands', async (page) => {
    await page.getByRole('textbox', { name: /^Message/ }).pressSequentially('/image');
    await page.getByRole('option', { name: /image-share/ }).waitFor();
  }),
  pressed('people', async (page) => {
    await openSidebar(page);
    await page.getByRole('button', { name: /^You are/ }).click();
    await page.getByRole('menuitemradio', { name: /Dan Petrov/ }).waitFor();
  }),
  pressed('workshop', async (page) => {
    await openSidebar(page);
    await page.getByRole('button', { name: 'Workshop' }).click();
    await page.getByRole('button', { name: 'Forget everything that was said' }).waitFor();
  }),
];
