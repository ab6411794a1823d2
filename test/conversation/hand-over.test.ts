import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import {
  everyWord,
  type Library,
  openTalk,
  readLibrary,
  type TalkKit,
} from '../support/talk-kit.ts';

let library: Library;
let kit: TalkKit;
beforeAll(async () => {
  library = await readLibrary();
}, 120_000);
beforeEach(async () => {
  kit = await openTalk(library, { helpdesk: false });
});
afterEach(() => kit.stop());

describe('where no channel is set up to pass questions on to', () => {
  it('the administrators of the project are named', async () => {
    const reply = await kit.said('U0WEBOP', 'ask a human');

    expect(everyWord(reply)).toContain('Ask an administrator of your project: Ada Lindqvist.');
    expect(kit.told).toEqual([]);
  });

  it('somebody without a project is told whom to look for', async () => {
    const reply = await kit.said('U0GUEST', 'can I talk to somebody?');

    expect(everyWord(reply)).toContain('Ask the person who looks after your cloud account.');
  });

  it.each(['show web-golden to a person', 'who is the owner of web-golden', 'ask me later'])(
    '“%s” asks for nobody',
    async (text) => {
      expect(everyWord(await kit.said('U0WEBOP', text))).not.toContain('pass questions on');
    },
  );
});
