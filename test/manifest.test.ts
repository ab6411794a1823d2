import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, it } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { manifestWithSteps } from '../src/manifest.ts';

const text = (most: number) => z.string().min(1).max(most);

/** Slack's limits for a manifest, as far as this one uses it. Unknown keys are mistakes. */
const Manifest = z.strictObject({
  _metadata: z.strictObject({ major_version: z.literal(2), minor_version: z.int() }),
  display_information: z.strictObject({
    name: text(35),
    description: text(140),
    long_description: z.string().min(175).max(4000),
    background_color: z.string().regex(/^#[0-9a-f]{6}$/i),
  }),
  features: z.strictObject({
    app_home: z.strictObject({
      home_tab_enabled: z.boolean(),
      messages_tab_enabled: z.boolean(),
      messages_tab_read_only_enabled: z.boolean(),
    }),
    agent_view: z.strictObject({
      agent_description: text(300),
      suggested_prompts: z.array(z.strictObject({ title: text(255), message: text(3000) })).max(4),
    }),
    bot_user: z.strictObject({
      display_name: text(80).regex(/^[a-z0-9._-]+$/),
      always_online: z.boolean(),
    }),
    shortcuts: z
      .array(
        z.strictObject({
          name: text(24),
          type: z.enum(['global', 'message']),
          callback_id: text(255),
          description: text(150),
        }),
      )
      .max(10),
    unfurl_domains: z.array(z.string()).max(5),
    slash_commands: z
      .array(
        z.strictObject({
          command: z.string().min(2).max(32).startsWith('/'),
          description: text(2000),
          usage_hint: text(1000),
          should_escape: z.literal(true),
        }),
      )
      .max(50),
  }),
  oauth_config: z.strictObject({
    scopes: z.strictObject({
      bot: z.array(z.string()).max(255),
      bot_optional: z.array(z.string()).max(255),
    }),
  }),
  settings: z.strictObject({
    event_subscriptions: z.strictObject({ bot_events: z.array(z.string()).max(100) }),
    interactivity: z.strictObject({ is_enabled: z.literal(true) }),
    org_deploy_enabled: z.boolean(),
    socket_mode_enabled: z.literal(true),
    token_rotation_enabled: z.literal(false),
  }),
});

/** What each Web API method that Goldie calls needs; several: depending on the kind of channel. */
const scopesOf: Readonly<Record<string, readonly string[]>> = {
  'chat.postMessage': ['chat:write'],
  'chat.postEphemeral': ['chat:write'],
  'chat.update': ['chat:write'],
  'chat.unfurl': ['links:write'],
  'conversations.history': ['im:history', 'channels:history', 'groups:history'],
  'conversations.replies': ['im:history', 'channels:history', 'groups:history'],
  'conversations.open': ['im:write'],
  filesUploadV2: ['files:write'],
  'agents.sessions.setStatus': ['chat:write'],
  'assistant.threads.setStatus': ['chat:write'],
  'assistant.threads.setSuggestedPrompts': ['assistant:write'],
  'assistant.threads.setTitle': ['assistant:write'],
  'chat.getPermalink': [],
  'users.info': ['users:read'],
  'functions.completeError': [],
  'functions.completeSuccess': [],
  'views.open': [],
  'views.update': [],
  'views.publish': [],
};

/** What an event needs before Slack sends it. */
const scopesOfEvents: Readonly<Record<string, readonly string[]>> = {
  app_mention: ['app_mentions:read'],
  link_shared: ['links:read'],
  'message.im': ['im:history'],
  agent_session_stopped: ['chat:write'],
  app_home_opened: [],
  user_change: ['users:read'],
};

const root = resolve(import.meta.dirname, '..');
const manifest = Manifest.parse(parse(readFileSync(join(root, 'manifest.yml'), 'utf8')));
const slack = readAll('src/slack');
const operations = readAll('src/operations');
const conversation = readAll('src/conversation');
const scopes = [...manifest.oauth_config.scopes.bot, ...manifest.oauth_config.scopes.bot_optional];

function readAll(folder: string): string {
  const files = readdirSync(join(root, folder)).filter((file) => file.endsWith('.ts'));
  return files.map((file) => readFileSync(join(root, folder, file), 'utf8')).join('\n');
}

function found(pattern: RegExp, source: string): readonly string[] {
  return [...new Set([...source.matchAll(pattern)].flatMap(([, name]) => name ?? []))].toSorted();
}

it('offers exactly the slash commands that the code answers', () => {
  const answered = [
    '/image',
    ...found(/slash: '(\/[a-z-]+)'/g, operations),
    ...found(/= '(\/image-[a-z]+)';/g, conversation),
  ];

  expect(manifest.features.slash_commands.map(({ command }) => command).toSorted()).toEqual(
    answered.toSorted(),
  );
});

it('offers exactly the shortcuts that the code answers, each of its kind', () => {
  const kinds: Readonly<Record<string, string>> = { global: 'shortcut', message: 'message_action' };
  const offered = manifest.features.shortcuts.map(
    ({ callback_id, type }) => `${callback_id} ${kinds[type]}`,
  );
  const answered = [
    ...slack.matchAll(/callback_id: '(\w+)', type: '(shortcut|message_action)'/g),
  ].map(([, id, kind]) => `${id} ${kind}`);

  expect(offered.toSorted()).toEqual(answered.toSorted());
});

it('subscribes to exactly the events that the code listens to', () => {
  const heard = found(/app\.event\('([a-z_]+)'/g, slack).map((event) =>
    event === 'message' ? 'message.im' : event,
  );

  expect(manifest.settings.event_subscriptions.bot_events.toSorted()).toEqual(heard.toSorted());
});

it('shows links into the console of each cloud', () => {
  const folder = join(root, 'data', 'clouds');
  const consoles = readdirSync(folder).flatMap((file) =>
    found(/console: \{ domain: ([\w.-]+) \}/g, readFileSync(join(folder, file), 'utf8')),
  );

  expect(manifest.features.unfurl_domains.toSorted()).toEqual(consoles.toSorted());
});

it('asks for the scopes of every method and event used, and for no other', () => {
  const methods = [
    ...found(
      /client\.((?:chat|conversations|views|users|files|reactions|functions)\.\w+|filesUploadV2)\(/g,
      slack,
    ),
    ...found(/'((?:agents|assistant)\.[\w.]+|chat\.unfurl)'/g, slack),
  ];
  const events = manifest.settings.event_subscriptions.bot_events;
  const needed = [
    'commands',
    ...methods.flatMap((method) => scopesOf[method] ?? [`unlisted method ${method}`]),
    ...events.flatMap((event) => scopesOfEvents[event] ?? [`unlisted event ${event}`]),
  ];

  expect([...new Set(needed)].toSorted()).toEqual(scopes.toSorted());
});

const Parameter = z.strictObject({ type: text(255), title: text(255), description: text(1000) });
const Parameters = z
  .strictObject({ properties: z.record(z.string(), Parameter), required: z.array(z.string()) })
  .refine(({ properties, required }) => required.every((name) => name in properties));
const WithSteps = Manifest.extend({
  functions: z.record(
    z.string().regex(/^[a-z_]{1,100}$/),
    z.strictObject({
      title: text(255),
      description: text(255),
      input_parameters: Parameters,
      output_parameters: Parameters,
    }),
  ),
  settings: Manifest.shape.settings.extend({
    function_runtime: z.literal('remote'),
    org_deploy_enabled: z.literal(true),
  }),
});

it('with steps is the same manifest and what Slack needs for steps', async () => {
  const { functions, settings, ...rest } = WithSteps.parse(parse(await manifestWithSteps()));
  const { settings: own, ...base } = manifest;
  const events = [...own.event_subscriptions.bot_events, 'function_executed'];

  expect(rest).toEqual(base);
  expect(settings).toEqual({
    ...own,
    event_subscriptions: { bot_events: events },
    function_runtime: 'remote',
    org_deploy_enabled: true,
  });
  const answered = found(/^ {4}(\w+): (?:reading|doing|wait)\b/gm, conversation);
  expect(Object.keys(functions).toSorted()).toEqual(answered.toSorted());
});

it('has each step act for whoever uses the workflow, which nobody can choose', async () => {
  const { functions } = WithSteps.parse(parse(await manifestWithSteps()));

  for (const { input_parameters: inputs } of Object.values(functions)) {
    expect(inputs.properties.person?.type).toBe('slack#/types/user_context');
    expect(inputs.required).toContain('person');
  }
});
