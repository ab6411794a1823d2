/** Shared files in a folder beside the state file, so that they survive a restart. */
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import type { Team } from './team.ts';

/** What the state file says about a file; its bytes are in the folder, under its id. */
export const KeptFile = z.object({
  id: z.string().regex(/^F[A-Z0-9]+$/),
  name: z.string(),
  title: z.string(),
});

/** Each file once, before the state that mentions it; files that were forgotten go. */
export async function writeFiles(team: Team, folder: string, written: Set<string>): Promise<void> {
  const there = new Set(team.files.completed().map(({ id }) => id));
  for (const id of [...written].filter((one) => !there.has(one))) {
    await rm(join(folder, id), { force: true });
    written.delete(id);
  }
  for (const { id, content } of team.files.completed().filter((file) => !written.has(file.id))) {
    await mkdir(folder, { recursive: true });
    await writeFile(join(folder, id), content, { mode: 0o600 });
    written.add(id);
  }
}

export async function restoreFiles(
  team: Team,
  folder: string,
  files: readonly z.infer<typeof KeptFile>[],
): Promise<void> {
  for (const file of files) {
    const content = await bytesOf(join(folder, file.id));
    if (content) team.files.restore({ ...file, content });
  }
}

/** A file that somebody removed is gone; its message stays. */
async function bytesOf(path: string): Promise<Buffer | undefined> {
  try {
    return await readFile(path);
  } catch {
    return undefined;
  }
}
