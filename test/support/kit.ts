import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import { z } from 'zod';
import { type Goldie, startGoldie } from '../../src/goldie.ts';
import { manifestWithSteps } from '../../src/manifest.ts';
import { root } from '../../src/root.ts';
import type { Connection } from '../../src/slack/connect.ts';
import { openStateDir } from '../../src/storage/state-dir.ts';
import type { SeenMessage } from '../../src/workspace/keyboard/seen-message.ts';
import { readWorkspaceSeed } from '../../src/workspace/seed.ts';
import { startWorkspace, type Workspace } from '../../src/workspace/workspace.ts';

export interface KitOptions {
  readonly mode?: 'socket' | 'http';
  readonly tenancy?: string;
  readonly timeScale?: number;
  readonly stateDir?: string;
  /** Folder of the built web page. */
  readonly pageDir?: string;
}

/** Goldie in a local workspace, to push messages into and read the replies of. */
export interface Kit {
  readonly workspace: Workspace;
  readonly goldie: Goldie;
  readonly stateDir: string;
  /** Says something as a person, and gives Goldie's reply in that place. */
  ask(who: string, channel: string, text: string, thread?: string): Promise<SeenMessage>;
  /** Gives a command, and gives the reply that only the person sees. */
  command(who: string, channel: string, text: string): Promise<SeenMessage>;
  /** Presses a button, and gives what came of it: the message edited, or a new one. */
  press(who: string, message: SeenMessage, button: string): Promise<SeenMessage>;
  /** The newest message of Goldie in a channel (or a person's direct messages) that says all that, now or soon. */
  hears(channel: string, ...words: readonly string[]): Promise<SeenMessage>;
  /** A person's direct messages with Goldie. */
  dm(who: string): string;
  /** Ends Goldie and starts it again on what it kept. */
  restart(): Promise<void>;
  close(): Promise<void>;
}

const bot = 'U0GOLDIE';

export async function openKit(options: KitOptions = {}): Promise<Kit> {
  const stateDir = options.stateDir ?? (await mkdtemp(join(tmpdir(), 'goldie-kit-')));
  const seedPath = join(root, 'data', 'demo', 'workspace.yml');
  const port = options.mode === 'http' ? await freePort() : undefined;
  const signingSecret = 'a-secret-for-tests';
  const workspace = await startWorkspace({
    port: 0,
    manifest: await manifestWithSteps(),
    seed: readWorkspaceSeed(await readFile(seedPath, 'utf8'), seedPath),
    ...(options.pageDir !== undefined && { pageDir: options.pageDir }),
    ...(port !== undefined && {
      deliverTo: { url: `http://127.0.0.1:${port}/slack/events`, signingSecret },
    }),
  });
  const { bot: botToken, app: appToken } = workspace.tokens;
  const connection: Connection =
    port === undefined
      ? { mode: 'socket', botToken, appToken }
      : { mode: 'http', botToken, signingSecret, port };
  const begin = async () => {
    const opened = await openStateDir(stateDir);
    const goldie = await startGoldie({
      connection,
      slackApiUrl: workspace.apiUrl,
      stateDir: opened,
      tenancy: options.tenancy ?? join(root, 'data', 'demo'),
      cloud: 'huawei',
      timeScale: options.timeScale ?? 2000,
      log: pino({ level: process.env.GOLDIE_TEST_LOG ?? 'silent' }, pino.destination(2)),
    });
    return {
      goldie,
      async end() {
        await goldie.stop();
        await opened.close();
      },
    };
  };
  let life = await begin();

  const latest = (stamp: string) => (message: SeenMessage) =>
    message.user === bot && Number(message.ts) > Number(stamp);

  return {
    workspace,
    get goldie() {
      return life.goldie;
    },
    stateDir,
    dm: (who) => workspace.as(who).dm,
    async ask(who, channel, text, thread) {
      const ts = await workspace.as(who).say(channel, text, thread);
      const since = latest(ts);
      return workspace.waitFor(
        (message) =>
          message.channel === channel &&
          since(message) &&
          (keyOf(message) === `message:${channel}:${ts}` || message.visibleTo === who),
      );
    },
    async command(who, channel, text) {
      const before = newest(workspace.messages(channel, { as: who }));
      await workspace.as(who).command(channel, text);
      return workspace.waitFor(
        (message) =>
          message.channel === channel && message.visibleTo === who && latest(before)(message),
      );
    },
    async press(who, message, button) {
      const before = newest(workspace.messages(message.channel, { as: who }));
      await workspace.as(who).press(message, button);
      return workspace.waitFor(
        (other) =>
          other.channel === message.channel &&
          other.user === bot &&
          ((other.ts === message.ts && JSON.stringify(other) !== JSON.stringify(message)) ||
            (Number(other.ts) > Number(before) && other.visibleTo === who)),
      );
    },
    hears: (channel, ...words) =>
      workspace.waitFor(
        (message) =>
          message.user === bot &&
          message.channel === channel &&
          words.every((word) => message.text.includes(word)),
        { timeoutMs: 10_000 },
      ),
    async restart() {
      await life.end();
      life = await begin();
    },
    async close() {
      await life.end();
      await workspace.close();
      if (options.stateDir === undefined) await rm(stateDir, { recursive: true, force: true });
    },
  };
}

/** The key of what a message answers, as Goldie marks it. */
function keyOf({ metadata }: SeenMessage): string | undefined {
  return Marked.safeParse(metadata).data?.event_payload.key;
}

const Marked = z.object({ event_payload: z.object({ key: z.string() }) });

function newest(messages: readonly SeenMessage[]): string {
  return (
    messages
      .map(({ ts }) => ts)
      .toSorted((a, b) => Number(a) - Number(b))
      .at(-1) ?? '0'
  );
}

/** The receiver cannot say which port it took, so one is looked for. */
async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  const address = server.address();
  await new Promise((closed) => server.close(closed));
  if (address === null || typeof address === 'string') throw new Error('no port to be had');
  return address.port;
}
