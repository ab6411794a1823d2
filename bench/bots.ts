import { execFile, fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { promisify } from 'node:util';
import { z } from 'zod';
import { root } from '../src/root.ts';
import { readWorkspaceSeed } from '../src/workspace/seed.ts';
import { startWorkspace, type Workspace } from '../src/workspace/workspace.ts';

const compiled = join(root, 'dist', 'bench');

/** A bot to be measured. Both kinds run as JavaScript, in a process of their own. */
export interface Bot {
  readonly name: 'goldie' | 'echo';
  readonly main: string;
  /** Sockets it opens. */
  readonly sockets: number;
}

export const goldie: Bot = { name: 'goldie', main: join(root, 'dist', 'main.js'), sockets: 2 };
export const echo: Bot = { name: 'echo', main: join(compiled, 'echo-app.js'), sockets: 1 };

const Usage = z.object({ cpuMs: z.number(), heapBytes: z.number() }).readonly();
export type Usage = z.infer<typeof Usage>;

/** A bot that is connected to a workspace of its own, which lives in this process. */
export interface Running {
  readonly bot: Bot;
  readonly workspace: Workspace;
  /** From the start of the process to its last open socket, ms. */
  readonly startMs: number;
  /** What it has used so far; `collect`: the heap after a collection. */
  usage(collect?: boolean): Promise<Usage>;
  /** Ends the process; the workspace and the bot's state stay. */
  stop(): Promise<void>;
  /** Starts it again in the same workspace, with the same state. */
  again(): Promise<Running>;
  /** Ends the process and takes everything away. */
  close(): Promise<void>;
}

/** Compiles what of the benchmarks runs inside the bots' processes. */
export async function compileBots(): Promise<void> {
  const tsc = join(root, 'node_modules', 'typescript', 'bin', 'tsc');
  const files = ['echo-app.ts', 'inside-bot.ts'].map((name) => join(root, 'bench', name));
  const options = ['--ignoreConfig', '--noCheck', '--module', 'nodenext', '--target', 'es2023'];
  await promisify(execFile)(process.execPath, [tsc, ...files, ...options, '--outDir', compiled]);
}

/** Settings beyond those that connect a bot to its workspace. */
type Settings = Readonly<Record<string, string>>;

/** Starts a bot in a new workspace. */
export async function start(bot: Bot, settings: Settings = {}): Promise<Running> {
  const seedPath = join(root, 'data', 'demo', 'workspace.yml');
  const workspace = await startWorkspace({
    port: 0,
    manifest: await readFile(join(root, 'manifest.yml'), 'utf8'),
    seed: readWorkspaceSeed(await readFile(seedPath, 'utf8'), seedPath),
  });
  return startIn(bot, workspace, await mkdtemp(join(tmpdir(), 'goldie-bench-')), settings);
}

async function startIn(
  bot: Bot,
  workspace: Workspace,
  state: string,
  settings: Settings,
): Promise<Running> {
  const begun = performance.now();
  const child = fork(bot.main, [], {
    execArgv: ['--expose-gc', '--import', join(compiled, 'inside-bot.js')],
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    env: {
      PATH: process.env.PATH,
      SLACK_BOT_TOKEN: workspace.tokens.bot,
      SLACK_APP_TOKEN: workspace.tokens.app,
      SLACK_API_URL: workspace.apiUrl,
      GOLDIE_STATE_DIR: state,
      GOLDIE_LOG_LEVEL: 'error',
      ...settings,
    },
  });
  const gone = once(child, 'exit');
  while (workspace.connections() < bot.sockets) {
    if (child.exitCode !== null) throw new Error(`${bot.name} ended before it was connected.`);
    await wait(1);
  }
  const startMs = performance.now() - begun;
  const stop = async () => {
    child.kill('SIGKILL');
    await gone;
    while (workspace.connections() > 0) await wait(1);
  };
  return {
    bot,
    workspace,
    startMs,
    async usage(collect = false) {
      const answer = once(child, 'message');
      child.send(collect);
      const [used] = await answer;
      return Usage.parse(used);
    },
    stop,
    async again() {
      await stop();
      return startIn(bot, workspace, state, settings);
    },
    async close() {
      await stop();
      await workspace.close();
      await rm(state, { recursive: true, force: true });
    },
  };
}
