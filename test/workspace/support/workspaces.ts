import { readFile } from 'node:fs/promises';
import { afterEach } from 'vitest';
import { stringify } from 'yaml';
import { readWorkspaceSeed } from '../../../src/workspace/seed.ts';
import {
  startWorkspace,
  type Workspace,
  type WorkspaceOptions,
} from '../../../src/workspace/workspace.ts';

const seedPath = 'data/demo/workspace.yml';
const open: { close(): unknown }[] = [];

afterEach(async () => {
  for (const one of open.splice(0).reverse()) await one.close();
});

/** Closed after the test, last opened first. */
export function closing<T extends { close(): unknown }>(one: T): T {
  open.push(one);
  return one;
}

export async function demoSeed() {
  return readWorkspaceSeed(await readFile(seedPath, 'utf8'), seedPath);
}

export async function aWorkspace(options: Partial<WorkspaceOptions> = {}): Promise<Workspace> {
  return closing(
    await startWorkspace({ port: 0, manifest: aManifest(), seed: await demoSeed(), ...options }),
  );
}

/** An app manifest with everything on, or with exactly these scopes and events. */
export function aManifest({
  scopes = [
    'app_mentions:read',
    'channels:history',
    'channels:read',
    'chat:write',
    'commands',
    'files:write',
    'im:history',
    'im:read',
    'im:write',
    'reactions:write',
    'users:read',
  ],
  events = ['app_home_opened', 'app_mention', 'message.im'],
  features = {},
  functions = {},
}: {
  readonly scopes?: readonly string[];
  readonly events?: readonly string[];
  /** On top of the Home tab, the Messages tab and two commands. */
  readonly features?: Readonly<Record<string, unknown>>;
  readonly functions?: Readonly<Record<string, unknown>>;
} = {}): string {
  return stringify({
    display_information: { name: 'Goldie' },
    features: {
      app_home: { home_tab_enabled: true, messages_tab_enabled: true },
      slash_commands: [
        { command: '/image', description: 'Images', usage_hint: '[help]', should_escape: true },
        { command: '/plain', description: 'Text as typed', should_escape: false },
      ],
      ...features,
    },
    functions,
    oauth_config: { scopes: { bot: [...scopes] } },
    settings: { event_subscriptions: { bot_events: [...events] } },
  });
}

/** A clock that stands still until it is moved on. */
export function aClock(start = 1_800_000_000_000) {
  let now = start;
  return {
    now: () => now,
    pass: (ms: number) => {
      now += ms;
    },
  };
}
