import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { loadWording, WordingFaults } from '../../src/wording/load-wording.ts';
import { plain } from '../../src/wording/reply.ts';

it('finds a sentence by its file and its path inside', async () => {
  const wording = await loadWording(
    await aFolder({ 'plans.yaml': 'image:\n  share: "Share *{{image}}*."\n', 'README.md': 'no' }),
  );

  expect(plain(wording.say('plans.image.share', { image: 'web' }))).toBe('Share web.');
  expect(wording.keys()).toEqual(['plans.image.share']);
  expect(wording.has('plans.image')).toBe(false);
});

it('gives a text of several lines line by line', async () => {
  const wording = await loadWording(await aFolder({ 'help.yaml': 'intro: |\n  One.\n  Two.\n' }));

  expect(wording.lines('help.intro').map(plain)).toEqual(['One.', 'Two.']);
});

it('names every file that cannot be used, and what is wrong there', async () => {
  const folder = await aFolder({
    'a.yaml': 'count: 3\n',
    'b.yaml': 'text: "not closed\n',
    'c.yaml': 'fine: yes it is\n',
  });

  const faults = await loadWording(folder).catch((error: unknown) => error);

  expect(faults).toBeInstanceOf(WordingFaults);
  expect(String(faults)).toContain('a.yaml');
  expect(String(faults)).toContain('count');
  expect(String(faults)).toContain('b.yaml');
  expect(String(faults)).not.toContain('c.yaml');
});

it('throws for a sentence that is not there, since that is a mistake in the program', async () => {
  const wording = await loadWording(await aFolder({ 'a.yaml': 'b: c\n' }));

  expect(() => wording.say('a.x')).toThrow('no sentence called a.x');
});

async function aFolder(files: Readonly<Record<string, string>>): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'goldie-wording-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  await mkdir(join(folder, 'en'));
  for (const [name, content] of Object.entries(files))
    await writeFile(join(folder, 'en', name), content);
  return folder;
}
