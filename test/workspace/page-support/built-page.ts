import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';

/** Builds the page as it is now into a fresh folder, whose path it gives. Takes about a second. */
export async function builtPage(): Promise<string> {
  const outDir = await mkdtemp(join(tmpdir(), 'goldie-page-'));
  await build({
    configFile: fileURLToPath(
      new URL('../../../src/workspace/page/vite.config.ts', import.meta.url),
    ),
    logLevel: 'error',
    build: { outDir },
  });
  return outDir;
}
