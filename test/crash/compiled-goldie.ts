import { execFile } from 'node:child_process';
import { access, copyFile, cp, mkdtemp, rm, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { root } from '../../src/root.ts';
import { builtModelFile } from '../../src/understanding/load-understanding.ts';

/** Goldie as JavaScript, in a folder of its own: it starts several times faster than from its sources. */
export interface CompiledGoldie {
  /** What node has to run. */
  readonly main: string;
  remove(): Promise<void>;
}

/** What Goldie looks for beside its `dist/`; copied, so that nobody changes it in the middle of a story. */
const besides = ['intents', join('data', 'clouds'), join('data', 'demo'), 'package.json'];

/** Compiles the sources as they are now, without checking types, and takes what was learnt for all tests. */
export async function compileGoldie(): Promise<CompiledGoldie> {
  const folder = await mkdtemp(join(tmpdir(), 'goldie-compiled-'));
  const dist = join(folder, 'dist');
  await Promise.all(
    besides.map((name) => cp(join(root, name), join(folder, name), { recursive: true })),
  );
  await symlink(join(root, 'node_modules'), join(folder, 'node_modules'));
  const tsc = join(root, 'node_modules', 'typescript', 'bin', 'tsc');
  const project = join(root, 'tsconfig.build.json');
  const options = ['-p', project, '--outDir', dist, '--noCheck'];
  await promisify(execFile)(process.execPath, [tsc, ...options]);
  await copyFile(builtModelFile, join(dist, 'understanding', 'model.bin'));
  const main = join(dist, 'main.js');
  await access(main);
  return { main, remove: () => rm(folder, { recursive: true, force: true }) };
}
