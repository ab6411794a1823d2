import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Logger, pino } from 'pino';
import { type Config, ConfigFault, readConfig } from './config.ts';
import { type Goldie, startGoldie } from './goldie.ts';
import { manifestWithSteps } from './manifest.ts';
import { root } from './root.ts';
import type { Connection } from './slack/connect.ts';
import { openStateDir, type StateDir } from './storage/state-dir.ts';
import type { Workspace } from './workspace/workspace.ts';

await main().catch((error: unknown) => {
  process.stderr.write(`${explain(error)}\n`);
  process.exitCode = 1;
});

async function main(): Promise<void> {
  const config = readConfig(process.env);
  const log = logger(config);
  guardProcess(log);
  const stateDir = await openStateDir(config.stateDir ?? join(root, 'data', 'state'));
  const opened: Closing[] = [() => stateDir.close()];
  try {
    const workspace =
      config.slack.kind === 'local' ? await local(config, stateDir.path) : undefined;
    if (workspace) opened.unshift(() => workspace.close());
    const goldie = await goldieIn(config, stateDir, workspace, log, (error) => {
      process.stderr.write(`${error.message}\n`);
      exitAfterClosing(opened, log, 1);
    });
    opened.unshift(() => goldie.stop());
    greet(workspace);
  } catch (error) {
    await closeAll(opened);
    throw error;
  }
  stopOnSignals(opened, log);
}

type Closing = () => Promise<void>;

/** Last opened, first closed. */
async function closeAll(opened: readonly Closing[]): Promise<void> {
  for (const close of opened) await close();
}

function greet(workspace: Workspace | undefined): void {
  process.stdout.write(
    workspace
      ? `Goldie is ready. Open ${workspace.url} and say hello.\n`
      : 'Goldie is connected to Slack.\n',
  );
}

async function goldieIn(
  config: Config,
  stateDir: StateDir,
  workspace: Workspace | undefined,
  log: Logger,
  lost: (error: Error) => void,
): Promise<Goldie> {
  return startGoldie({
    connection: connection(config, workspace),
    slackApiUrl: workspace?.apiUrl ?? config.slackApiUrl,
    stateDir,
    tenancy: config.tenancy ?? join(root, 'data', 'demo'),
    cloud: config.cloud,
    timeScale: config.timeScale,
    whenFull: config.whenFull,
    labFaults: config.labFaults,
    binDays: config.binDays,
    log,
    lost,
  });
}

/** The local workspace that Goldie is tried in: its messages survive a restart like everything else. */
async function local({ port }: Config, stateDir: string): Promise<Workspace> {
  // a server of its own, and an eighth of the time to start: not loaded for a Goldie that talks to Slack
  const [{ readWorkspaceSeed }, { startWorkspace }] = await Promise.all([
    import('./workspace/seed.ts'),
    import('./workspace/workspace.ts'),
  ]);
  const seedPath = join(root, 'data', 'demo', 'workspace.yml');
  return startWorkspace({
    port,
    manifest: await manifestWithSteps(),
    seed: readWorkspaceSeed(await readFile(seedPath, 'utf8'), seedPath),
    pageDir: join(root, 'dist', 'workspace', 'page'),
    stateFile: join(stateDir, 'workspace.json'),
  });
}

function connection({ slack, port }: Config, workspace: Workspace | undefined): Connection {
  if (workspace)
    return { mode: 'socket', botToken: workspace.tokens.bot, appToken: workspace.tokens.app };
  if (slack.kind === 'http')
    return { mode: 'http', botToken: slack.botToken, signingSecret: slack.signingSecret, port };
  if (slack.kind === 'socket')
    return { mode: 'socket', botToken: slack.botToken, appToken: slack.appToken };
  throw new ConfigFault('There is no Slack to connect to.');
}

/** JSON lines on stderr. Tokens, addresses to answer at and texts are never written, whatever is logged. */
function logger({ logLevel }: Config): Logger {
  const secret = ['token', 'response_url', 'trigger_id', 'text', 'authorization'];
  return pino(
    { level: logLevel, redact: secret.flatMap((name) => [name, `*.${name}`, `*.*.${name}`]) },
    pino.destination(2),
  );
}

/** Slack's socket client rejects into nobody's hands when it gives up; everything else is a fault of ours. */
function guardProcess(log: Logger): void {
  process.on('unhandledRejection', (reason) => {
    if (reason === undefined) return;
    log.fatal({ err: reason }, 'nobody handled this, stopping');
    process.exit(1);
  });
}

function stopOnSignals(opened: readonly Closing[], log: Logger): void {
  for (const signal of ['SIGINT', 'SIGTERM'] as const)
    process.once(signal, () => exitAfterClosing(opened, log, 0));
}

function exitAfterClosing(opened: readonly Closing[], log: Logger, code: number): void {
  closeAll(opened)
    .then(() => process.exit(code))
    .catch((error: unknown) => {
      log.error({ err: error }, 'could not stop cleanly');
      process.exit(1);
    });
}

function explain(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
