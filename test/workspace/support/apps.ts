import { App, HTTPReceiver, LogLevel, SocketModeReceiver } from '@slack/bolt';
import { WebClient } from '@slack/web-api';
import type { Workspace } from '../../../src/workspace/workspace.ts';
import { closing } from './workspaces.ts';

/** A real Bolt app, connected over Socket Mode by the API address alone. */
export async function aBoltApp(
  workspace: Workspace,
  listen: (app: App) => void,
  { ignoreSelf = true } = {},
): Promise<{ readonly app: App; readonly close: () => Promise<void> }> {
  const receiver = new SocketModeReceiver({
    appToken: workspace.tokens.app,
    logLevel: LogLevel.ERROR,
    installerOptions: {
      clientOptions: { slackApiUrl: workspace.apiUrl, retryConfig: { minTimeout: 20 } },
    },
    clientPingTimeout: 200,
  });
  const app = new App({ receiver, ignoreSelf, ...appOptions(workspace) });
  listen(app);
  await app.init();
  await app.start();
  return closing({
    app,
    close: async () => {
      await receiver.client.disconnect();
    },
  });
}

/** A real Bolt app that is reached by signed HTTP. */
export async function aBoltAppOverHttp(
  workspace: Workspace,
  { port, signingSecret }: { readonly port: number; readonly signingSecret: string },
  listen: (app: App) => void,
): Promise<void> {
  const receiver = new HTTPReceiver({ signingSecret, logLevel: LogLevel.ERROR });
  const app = new App({ receiver, ...appOptions(workspace) });
  listen(app);
  await app.init();
  await receiver.start({ port, host: '127.0.0.1' });
  closing({ close: () => receiver.stop() });
}

export function aWebClient(workspace: Workspace, token = workspace.tokens.bot): WebClient {
  return new WebClient(token, {
    slackApiUrl: workspace.apiUrl,
    retryConfig: { retries: 0 },
    logLevel: LogLevel.ERROR,
  });
}

function appOptions(workspace: Workspace) {
  return {
    token: workspace.tokens.bot,
    logLevel: LogLevel.ERROR,
    deferInitialization: true,
    convoStore: false as const,
    clientOptions: { slackApiUrl: workspace.apiUrl, retryConfig: { retries: 0 } },
  };
}
