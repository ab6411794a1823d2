import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'vite';
import { afterAll } from 'vitest';

const bundles = new Map<string, Promise<string>>();
const folder = mkdtemp(join(tmpdir(), 'goldie-children-'));
afterAll(async () => rm(await folder, { recursive: true, force: true }));

/** A script and all it imports as one file that Node starts at once: a test that kills twenty processes has to start them. */
export function bundled(script: string): Promise<string> {
  const made = bundles.get(script) ?? bundle(script);
  bundles.set(script, made);
  return made;
}

async function bundle(script: string): Promise<string> {
  const outDir = await mkdtemp(join(await folder, 'one-'));
  await build({
    configFile: false,
    logLevel: 'silent',
    ssr: { noExternal: true },
    build: {
      ssr: script,
      outDir,
      emptyOutDir: false,
      target: 'node20',
      rollupOptions: { output: { entryFileNames: 'child.mjs' } },
    },
  });
  return join(outDir, 'child.mjs');
}
