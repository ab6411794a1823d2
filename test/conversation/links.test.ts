import { afterEach, beforeAll, beforeEach, expect, it } from 'vitest';
import {
  everyWord,
  type Library,
  openTalk,
  readLibrary,
  type TalkKit,
} from '../support/talk-kit.ts';

const wendy = 'U0WEBOP';
const consoleOf = (domain: string, id: string) =>
  `https://${domain}/ims/?region=eu-de#/detail/${id}`;
const webGolden = consoleOf('console.huaweicloud.com', '4f0d6f1c-2a7e-4b59-9c1d-6a5b4c3d2e01');

let library: Library;
let kit: TalkKit;
beforeAll(async () => {
  library = await readLibrary();
}, 120_000);
beforeEach(async () => {
  kit = await openTalk(library);
});
afterEach(() => kit.stop());

const look = (who: string, channel: string, ...urls: readonly string[]) =>
  kit.links.look({ who, channel, urls });

it('shows an image in the channel of its project, and in direct messages', async () => {
  for (const channel of ['C0WEB', 'D0WEBOP']) {
    const { shown, hint } = await look(wendy, channel, webGolden);

    expect(shown.map(({ url }) => url)).toEqual([webGolden]);
    expect(shown.map(({ reply }) => everyWord(reply)).join()).toContain('web-golden');
    expect(hint).toBeUndefined();
  }
});

it('shows nothing where others are, and tells its person alone why', async () => {
  const { shown, hint } = await look(wendy, 'C0IMAGES', webGolden);

  expect(shown).toEqual([]);
  expect(hint?.seenBy).toBe('asker');
});

it.each([
  ['of somebody who may not see it', 'U0DATOP', 'C0DATA', webGolden],
  ['of a guest', 'U0GUEST', 'C0WEB', webGolden],
  ['to no image', wendy, 'C0WEB', 'https://console.huaweicloud.com/ims/'],
  ['to an image that is not there', wendy, 'C0WEB', webGolden.replace(/01$/, '99')],
  ['to another site', wendy, 'C0WEB', webGolden.replace('huaweicloud', 'huaweicloud-phish')],
  ['to a site that only ends alike', wendy, 'C0WEB', webGolden.replace('//', '//evil')],
])('a link %s says nothing at all', async (_, who, channel, url) => {
  expect(await look(who, channel, url)).toEqual({ shown: [] });
});

it('reads IDs as each cloud writes them', async () => {
  const link = consoleOf('cns.console.jdcloud.com', 'img-demogolden');

  const { shown } = await look('U0JDCOP', 'C0JD', link);

  expect(shown).toHaveLength(1);
});
