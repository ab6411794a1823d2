import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';
import { taughtLines } from './conversation/taught-lines.ts';
import { root } from './root.ts';
import { taughtFile } from './storage/taught-file.ts';

/**
 * `intents:taught [STATE FOLDER]`: prints the phrases that were taught and approved, as lines for the files of intents/.
 */
try {
  const files = new Map((await Promise.all(['faq', 'operations'].map(meaningsIn))).flat());
  const path = process.argv[2] ?? join(root, 'data', 'state');
  const lines = taughtLines((await taughtFile({ path })).all(), (id) => files.get(id));
  process.stdout.write(
    lines.length === 0
      ? 'No taught phrase has been approved yet.\n'
      : `# Put names in braces, such as {image}, before you add these.\n${lines.join('\n')}\n`,
  );
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}

/** Meaning -> file, for one folder of intents/. */
async function meaningsIn(folder: string): Promise<readonly (readonly [string, string])[]> {
  const Named = z.object({ id: z.string() });
  const File = z.union([Named, z.object({ questions: z.array(Named) })]);
  const names = (await readdir(join(root, 'intents', folder))).filter((name) =>
    name.endsWith('.yaml'),
  );
  const found = await Promise.all(
    names.map(async (name) => {
      const file = join('intents', folder, name);
      const content = File.parse(parse(await readFile(join(root, file), 'utf8')));
      const ids = 'questions' in content ? content.questions : [content];
      return ids.map(({ id }) => [id, file] as const);
    }),
  );
  return found.flat();
}
