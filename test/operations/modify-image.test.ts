import { beforeAll, describe, expect, it } from 'vitest';
import { everyWord, type Library, openTalk, readLibrary } from '../support/talk-kit.ts';

let library: Library;
beforeAll(async () => {
  library = await readLibrary();
}, 120_000);

async function modified(order: string) {
  const kit = await openTalk(library);
  const reply = await kit.ordered('U0WEBOP', '/image', `modify web-golden ${order}`);
  const image = (await kit.unit('team-web')).images.find(({ name }) => name === 'web-golden');
  return { reply, image };
}

describe('changing an attribute by a command', () => {
  it.each([
    ['minimum memory to 4 GB', { minRam: 4096 }],
    ['minimum memory to 2048 MB', { minRam: 2048 }],
    ['maxRam to 8192', { maxRam: 8192 }],
    ['multi-queue to Enabled', { multiQueue: true }],
    ['protection to on', { protected: true }],
    ['description to Made of "the good one"', { description: 'Made of the good one' }],
  ])('%s', async (order, changed) => {
    expect((await modified(order)).image).toMatchObject(changed);
  });

  it('another boot mode is shown before it is changed', async () => {
    const { reply, image } = await modified('boot mode to UEFI');

    expect(everyWord(reply)).toContain('Confirm only if the system inside supports it.');
    expect(image?.bootMode).toBe('bios');
  });

  it.each([
    ['colour to red', 'The colour of web-golden can never be changed.'],
    ['constructor to red', 'The constructor of web-golden can never be changed.'],
    ['minimum memory to plenty', 'memory'],
    ['multi-queue to perhaps', 'either on or off'],
  ])('%s is refused with a reason', async (order, reason) => {
    expect(everyWord((await modified(order)).reply)).toContain(reason);
  });
});
