import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Logger, pino } from 'pino';
import { type Config, ConfigFault, readConfig } from './config.ts';
import { type Goldie, root, startGoldie } from './goldie.ts';
import type { Connection } from './slack/connect.ts';
import { readWorkspaceSeed } from './workspace/seed.ts';
import { startWorkspace, type Workspace } from './workspace/workspace.ts';

await main().catch((error: unknown) => {
  process.stderr.write(`${explain(error)}\n`);
  process.exitCode = 1;
});

async function main(): Promise<void> {
  const config = readConfig(process.env);
  const log = logger(config);
  guardProcess(log);
  const stateDir = config.stateDir ?? join(root, 'data', 'state');
  const workspace = config.slack.kind === 'local' ? await local(config, stateDir) : undefined;
  const goldie = await goldieIn(config, stateDir, workspace, log).catch(async (error: unknown) => {
    await workspace?.close();
    throw error;
  });
  process.stdout.write(
    workspace
      ? `Goldie is ready. Open ${workspace.url} and say hello.\n`
      : 'Goldie is connected to Slack.\n',
  );
  stopOnSignals(goldie, workspace, log);
}

async function goldieIn(
  config: Config,
  stateDir: string,
  workspace: Workspace | undefined,
  log: Logger,
): Promise<Goldie> {
  return startGoldie({
    connection: connection(config, workspace),
    slackApiUrl: workspace?.apiUrl ?? config.slackApiUrl,
    stateDir,
    tenancy: config.tenancy ?? join(root, 'data', 'demo'),
    cloud: config.cloud,
    timeScale: config.timeScale,
    log,
  });
}

/** The local workspace that Goldie is tried in: its messages survive a restart like everything else. */
async function local({ port }: Config, stateDir: string): Promise<Workspace> {
  const seedPath = join(root, 'data', 'demo', 'workspace.yml');
  return startWorkspace({
    port,
    manifest: await readFile(join(root, 'manifest.yml'), 'utf8'),
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

function stopOnSignals(goldie: Goldie, workspace: Workspace | undefined, log: Logger): void {
  for (const signal of ['SIGINT', 'SIGTERM'] as const)
    process.once(signal, () => {
      goldie
        .stop()
        .then(() => workspace?.close())
        .then(() => process.exit(0))
        .catch((error: unknown) => {
          log.error({ err: error }, 'could not stop cleanly');
          process.exit(1);
        });
    });
}

function explain(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
