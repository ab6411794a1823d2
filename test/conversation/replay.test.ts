import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Reply } from '../../src/wording/reply.ts';
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
  kit = await openTalk(library);
});
afterEach(() => kit.stop());

const wendy = 'U0WEBOP';
const again = { key: 'the-same' };

describe('what is delivered twice happens once', () => {
  it('a message that leads to a plan opens one plan', async () => {
    const first = await kit.said(wendy, 'delete web-golden', again);
    const second = await kit.said(wendy, 'delete web-golden', again);

    expect(second).toEqual(first);
    expect(everyWord(await kit.said(wendy, 'yes'))).toContain('web-golden is in the recycle bin.');
  });

  it('a message that leads to a question asks the same question', async () => {
    const first = await kit.said(wendy, 'share an image', again);
    const second = await kit.said(wendy, 'share an image', again);

    expect(second).toEqual(first);
  });

  it('an answer to a question leads to the same next step', async () => {
    await kit.said(wendy, 'share an image');
    const first = await kit.said(wendy, 'web-golden', again);
    const second = await kit.said(wendy, 'web-golden', again);

    expect(everyWord(first)).toContain('With which project?');
    expect(second).toEqual(first);
  });

  it('a command that runs at once runs once', async () => {
    const first = await kit.ordered(wendy, '/image', 'create web-01 as web-new', again);
    const second = await kit.ordered(wendy, '/image', 'create web-01 as web-new', again);

    expect(everyWord(second)).toContain(first.text);
    expect(second.card).toEqual(first.card);
    expect((await kit.unit('team-web')).jobs).toHaveLength(1);
  });

  it('a press that confirms carries out once and says the same', async () => {
    const plan = await kit.said(wendy, 'delete web-golden');
    const first = await kit.pressed(wendy, choice(plan, 'Move to the bin'), again);
    const second = await kit.pressed(wendy, choice(plan, 'Move to the bin'), again);

    expect(second).toEqual(first);
    expect((await kit.unit('team-web')).audit).toHaveLength(1);
  });

  it('a press that picks an option is answered the same way', async () => {
    const question = await kit.said(wendy, 'share an image');
    const first = await kit.pressed(wendy, choice(question, 'db-data (active)'), again);
    const second = await kit.pressed(wendy, choice(question, 'db-data (active)'), again);

    expect(second).toEqual(first);
    expect(everyWord(second.reply)).toContain('With which project?');
  });

  it('a press by another hand finds the button used', async () => {
    const question = await kit.said(wendy, 'share an image');
    await kit.pressed(wendy, choice(question, 'db-data (active)'));
    const late = await kit.pressed(wendy, choice(question, 'web-golden (active)'));

    expect(late.reply.seenBy).toBe('asker');
    expect(late.replaces).toBe(false);
  });
});

describe('what was said the same way again', () => {
  it('is corrected to the same plan', async () => {
    await kit.said(wendy, 'create an image of web-01 called fresh');
    const first = await kit.said(wendy, 'no, web-02', again);
    const second = await kit.said(wendy, 'no, web-02', again);

    expect(everyWord(first)).toContain('from the server web-02');
    expect(second).toEqual(first);
  });

  it('points at the same thing', async () => {
    await kit.said(wendy, 'show web-golden');
    const first = await kit.said(wendy, 'delete it', again);
    const second = await kit.said(wendy, 'delete it', again);

    expect(everyWord(first)).toContain('Delete the image web-golden');
    expect(second).toEqual(first);
  });

  it('opens the same plans for several wishes', async () => {
    const text = 'share web-golden with team-data and delete old-web';
    const first = await kit.said(wendy, text, again);
    const second = await kit.said(wendy, text, again);

    expect(first.more).toHaveLength(1);
    expect(second).toEqual(first);
  });
});

describe('what is refused leaves a trace', () => {
  it('in the audit of the project, once, with the codes', async () => {
    await kit.said(wendy, 'delete protected-base', again);
    await kit.said(wendy, 'delete protected-base', again);

    const refused = (await kit.unit('team-web')).audit.filter(
      ({ outcome }) => outcome === 'refused',
    );
    expect(refused).toMatchObject([{ who: wendy, operation: 'image.delete', codes: ['IMG.0028'] }]);
  });

  it('of somebody who may only look, before the pieces are known', async () => {
    await kit.said('U0WEBRO', 'delete an image');

    expect((await kit.unit('team-web')).audit).toMatchObject([
      { who: 'U0WEBRO', operation: 'image.delete', outcome: 'refused', codes: ['IMG.0026'] },
    ]);
  });

  it('but none of a question whether or why not, which changes nothing either', async () => {
    const before = await kit.unit('team-web');
    await kit.said(wendy, 'can I delete protected-base?');
    await kit.said(wendy, "why can't I share encrypted-web?");
    await kit.said(wendy, 'can I share web-golden with team-data?');

    expect(await kit.unit('team-web')).toEqual(before);
  });

  it('of a guest in the journal, and nothing for a question', async () => {
    await kit.said('U0GUEST', 'how many projects can I share an image with?');
    await kit.said('U0GUEST', 'delete web-golden', again);
    await kit.said('U0GUEST', 'delete web-golden', again);

    expect(await kit.journal.read()).toMatchObject([
      { who: 'U0GUEST', operation: 'image.delete', outcome: 'refused', codes: ['IMG.0026'] },
    ]);
  });
});

function choice({ choices = [] }: Reply, wanted: string): string {
  const found = choices.find(({ label }) => label === wanted);
  if (!found) throw new Error(`there is no button ${wanted}`);
  return found.value;
}
