import { afterEach, expect, it } from 'vitest';
import type { SeenMessage } from '../../src/workspace/keyboard/seen-message.ts';
import { type Kit, openKit } from '../support/kit.ts';
import { playStory, type Spot, type Teammate } from './story.ts';

let kit: Kit;
afterEach(() => kit.close());

for (const mode of ['socket', 'http'] as const)
  it(`brings an image into another team's hands and back, over ${mode}`, async () => {
    kit = await openKit({ mode });

    await playStory(teammate('U0WEBOP'), teammate('U0DATOP'));

    expect(kit.workspace.pings).toEqual([]);
  });

function teammate(who: string): Teammate {
  let since = 0;
  const channel = (spot: Spot) =>
    ({ 'direct messages': kit.dm(who), 'team-web': 'C0WEB', 'team-data': 'C0DATA' })[spot];
  const heard = (spot: Spot, text: string) =>
    kit.workspace.waitFor(
      (message: SeenMessage) =>
        message.channel === channel(spot) &&
        message.botId !== undefined &&
        Number(message.ts) >= since &&
        (message.visibleTo ?? who) === who &&
        message.text.includes(text),
      { timeoutMs: 10_000 },
    );
  return {
    async says(spot, text) {
      since = Number(await kit.workspace.as(who).say(channel(spot), text)) || since;
    },
    async hears(spot, text) {
      await heard(spot, text);
    },
    async presses(spot, text, button) {
      await kit.workspace.as(who).press(await heard(spot, text), button);
    },
  };
}
