import { beforeAll, expect, it } from 'vitest';
import type { History } from '../../src/images/history.ts';
import { everyWord, type Library, openTalk, readLibrary } from '../support/talk-kit.ts';

const wendy = 'U0WEBOP';

let library: Library;
beforeAll(async () => {
  library = await readLibrary();
}, 120_000);

/** A talk in a project in which such creations took half as long to twice as long as documented. */
async function talkAfter(...ratios: readonly number[]) {
  const kit = await openTalk(library);
  const past = ratios.map((ratio) => ({ planned: 100, took: 100 * ratio }));
  const history: History = { imsCreateImageByInstance: past };
  await kit.meanwhile('team-web', (unit) => ({ ...unit, history }));
  return kit;
}

it('a plan says how long such work took before', async () => {
  const kit = await talkAfter(1, 2, 3, 4, 5);

  expect(everyWord(await kit.said(wendy, 'create an image of web-01 called web-new'))).toMatch(
    /It should take .+ to .+, as most of the last 5 such jobs did\./,
  );
});

it('a plan says the documented time where nothing is known', async () => {
  const kit = await talkAfter();

  expect(everyWord(await kit.said(wendy, 'create an image of web-01 called web-new'))).toMatch(
    /It should take [^,]+\.$/m,
  );
});

it('a job that takes unusually long says so', async () => {
  const kit = await talkAfter(0.01, 0.01, 0.01, 0.01, 0.01);
  await kit.ordered(wendy, '/image', 'create web-01 as web-new');
  await kit.pass(60_000);

  expect(everyWord(await kit.ordered(wendy, '/image', 'job web-new'))).toContain(
    'This takes longer than 100 % of the last 5 such jobs did.',
  );
});

it('a finished job is remembered, once', async () => {
  const kit = await talkAfter();
  await kit.ordered(wendy, '/image', 'create web-01 as web-new');
  await kit.pass(3_600_000);
  const past = (await kit.unit('team-web')).history.imsCreateImageByInstance;

  expect(past).toHaveLength(1);
  expect(past?.[0]?.took).toBeCloseTo(past?.[0]?.planned ?? 0, 0);
});
