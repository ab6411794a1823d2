import { execFile } from 'node:child_process';
import { access, cp, mkdtemp, rm, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { root } from '../../src/root.ts';

/** Goldie as JavaScript, in a folder of its own: it starts several times faster than from its sources. */
export interface CompiledGoldie {
  /** What node has to run. */
  readonly main: string;
  remove(): Promise<void>;
}

/** What Goldie looks for beside its `dist/`; copied, so that nobody changes it in the middle of a story. */
const besides = ['intents', join('data', 'clouds'), join('data', 'demo'), 'package.json'];

/** Compiles the sources as they are now, without checking types, and learns the intents once for all starts. */
export async function compileGoldie(): Promise<CompiledGoldie> {
  const folder = await mkdtemp(join(tmpdir(), 'goldie-compiled-'));
  const dist = join(folder, 'dist');
  await Promise.all(
    besides.map((name) => cp(join(root, name), join(folder, name), { recursive: true })),
  );
  await symlink(join(root, 'node_modules'), join(folder, 'node_modules'));
  const tsc = join(root, 'node_modules', 'typescript', 'bin', 'tsc');
  await node(tsc, '-p', join(root, 'tsconfig.build.json'), '--outDir', dist, '--noCheck');
  await node(join(dist, 'understanding', 'build-model.js'), join(folder, 'intents'));
  const main = join(dist, 'main.js');
  await access(main);
  return { main, remove: () => rm(folder, { recursive: true, force: true }) };
}

async function node(...args: readonly string[]): Promise<void> {
  await promisify(execFile)(process.execPath, args, { cwd: root });
}
