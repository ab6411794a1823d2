import { beforeAll, describe, expect, it } from 'vitest';
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
  kit = await openTalk(library);
}, 120_000);

describe('the list of images as a file', () => {
  it('has every private image of the project under the columns of the cloud', async () => {
    const { file, text } = await kit.ordered('U0WEBOP', '/image', 'csv');
    const lines = file?.content.trimEnd().split('\r\n') ?? [];
    const { images } = await kit.unit('team-web');

    expect(text).toContain(`the ${images.length} private images of team-web`);
    expect(file?.name).toMatch(/^private-images-eu-de-\d{4}-\d\d-\d\dT\d\d-\d\d-\d\d\.csv$/);
    expect(lines[0]).toBe(
      'Name,ID,Image status,OS,Type,Created (UTC),Disk capacity (GB),Shared disks,Image size (bytes),Minimum memory (MB),Encrypted',
    );
    expect(lines).toHaveLength(images.length + 1);
    expect(lines.find((line) => line.startsWith('erp-full,'))).toContain(',260,,,0,no');
  });

  it('has the public images on request', async () => {
    const { file } = await kit.ordered('U0WEBOP', '/image', 'csv public');

    expect(file?.name).toMatch(/^public-images-/);
    expect(file?.content).toMatch(/^Name,Image status,OS,Type,Created \(UTC\),System disk \(GB\)/);
  });

  it('makes no formula of an image name', async () => {
    await kit.ordered('U0WEBOP', '/image', 'rename db-data to -danger');
    const { file } = await kit.ordered('U0WEBOP', '/image', 'csv');

    expect(file?.content).toContain("\r\n'-danger,");
  });
});

describe('the audit trail', () => {
  it('is for administrators', async () => {
    const mine = await kit.ordered('U0ADMIN', '/image', 'audit');
    const theirs = await kit.ordered('U0WEBOP', '/image', 'audit');

    expect(mine.seenBy).toBe('asker');
    expect(everyWord(theirs)).toContain('You do not have the right cts:traces:list');
    expect(theirs.file).toBeUndefined();
  });

  it('shows who did what, also what was refused, with a file of all of it', async () => {
    const fresh = await openTalk(library);
    await fresh.ordered('U0WEBOP', '/image', 'tag web-golden stage=test');
    await fresh.ordered('U0WEBOP', '/image', 'untag web-golden nothing');
    const reply = await fresh.ordered('U0ADMIN', '/image', 'audit last day');

    expect(everyWord(reply)).toContain('| U0WEBOP | image.tag | web-golden | normal |');
    expect(everyWord(reply)).toContain('image.untag');
    expect(reply.file?.content.split('\r\n')).toHaveLength(4);
  });

  it('goes back as far as it is kept', async () => {
    const { text, parts } = await kit.ordered('U0ADMIN', '/image', 'audit 2 weeks');

    expect(everyWord({ text, parts, seenBy: 'asker' })).toContain('kept for 7 days');
  });
});

describe('a checklist', () => {
  it.each([
    ['web-golden', 'GRUB'],
    ['installer-iso', 'GRUB'],
  ])('says how to optimise %s', async (image, word) => {
    expect(everyWord(await kit.ordered('U0WEBOP', '/image', `optimize ${image}`))).toContain(word);
  });

  it('says what is left to do inside a server, and that nothing is', async () => {
    const windows = await kit.ordered('U0WEBOP', '/image', 'prepare win-build');
    const ready = await kit.ordered('U0WEBOP', '/image', 'prepare web-02');

    expect(everyWord(windows)).toContain('Sysprep');
    expect(ready.text).toContain('nothing is left to do inside web-02');
  });
});
