/** `npm run workspace`: a local Slack for any app, until Ctrl+C. */
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { readWorkspaceSeed } from './seed.ts';
import { startWorkspace } from './workspace.ts';

const usage = `Usage: npm run workspace -- [options]
  --manifest <file>         app manifest to obey (manifest.yml)
  --seed <file>             people and channels (data/demo/workspace.yml)
  --port <number>           port on 127.0.0.1; 0 takes any free one (3000)
  --state <file>            keep messages across restarts in this file
  --deliver-to <url>        deliver by signed HTTP to this address instead of Socket Mode
  --signing-secret <text>   secret to sign with; needed with --deliver-to
  --help                    show this
`;

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      manifest: { type: 'string', default: 'manifest.yml' },
      seed: { type: 'string', default: 'data/demo/workspace.yml' },
      port: { type: 'string', default: '3000' },
      state: { type: 'string' },
      'deliver-to': { type: 'string' },
      'signing-secret': { type: 'string' },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) {
    process.stdout.write(usage);
    return;
  }
  const deliverTo = httpTarget(values['deliver-to'], values['signing-secret']);
  const workspace = await startWorkspace({
    port: portNumber(values.port),
    manifest: await readFile(values.manifest, 'utf8'),
    seed: readWorkspaceSeed(await readFile(values.seed, 'utf8'), values.seed),
    pageDir: fileURLToPath(new URL('./page', import.meta.url)),
    ...(values.state !== undefined && { stateFile: values.state }),
    ...(deliverTo && { deliverTo }),
  });
  process.stdout.write(
    [
      `Workspace:        ${workspace.url}`,
      `SLACK_API_URL=${workspace.apiUrl}`,
      `SLACK_BOT_TOKEN=${workspace.tokens.bot}`,
      ...(deliverTo
        ? [`SLACK_SIGNING_SECRET=${deliverTo.signingSecret}`]
        : [`SLACK_APP_TOKEN=${workspace.tokens.app}`]),
      '',
    ].join('\n'),
  );
  for (const signal of ['SIGINT', 'SIGTERM'] as const)
    process.once(signal, () => {
      void workspace.close();
    });
}

function portNumber(text: string): number {
  const port = Number(text);
  if (Number.isInteger(port) && port >= 0 && port <= 65_535) return port;
  throw new Error(`--port takes a number from 0 to 65535, not ${text}.`);
}

function httpTarget(url: string | undefined, signingSecret: string | undefined) {
  if (url === undefined) return undefined;
  if (!URL.canParse(url)) throw new Error(`--deliver-to takes a URL, not ${url}.`);
  if (signingSecret === undefined) throw new Error('--deliver-to needs --signing-secret.');
  return { url, signingSecret };
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
});
