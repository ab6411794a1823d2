import { describe, expect, it } from 'vitest';
import { aBoltApp, aWebClient } from './support/apps.ts';
import { aModal } from './support/views.ts';
import { aManifest, aWorkspace, demoSeed } from './support/workspaces.ts';

const everywhere = ['chat:write', 'channels:history', 'commands', 'links:write', 'reactions:write'];

describe('shortcuts', () => {
  const manifest = aManifest({
    features: {
      shortcuts: [
        { name: 'Image task …', type: 'global', callback_id: 'task', description: 'Start one' },
        { name: 'Ask about this', type: 'message', callback_id: 'ask', description: 'Ask' },
      ],
    },
  });

  it('from anywhere reach the app with a trigger that opens a modal', async () => {
    const workspace = await aWorkspace({ manifest });
    await aBoltApp(workspace, (app) =>
      app.shortcut({ callback_id: 'task', type: 'shortcut' }, async ({ ack, shortcut, client }) => {
        await ack();
        await client.views.open({ trigger_id: shortcut.trigger_id, view: aModal() });
      }),
    );
    const wendy = workspace.as('U0WEBOP');

    const outcome = await wendy.shortcut('task');

    expect(outcome).toEqual({ ok: true });
    expect((await wendy.waitForModal()).view.type).toBe('modal');
  });

  it('of a message carry the message and a response_url', async () => {
    const workspace = await aWorkspace({ manifest });
    await aBoltApp(workspace, (app) =>
      app.shortcut({ callback_id: 'ask', type: 'message_action' }, async (args) => {
        await args.ack();
        await args.respond(`About: ${args.shortcut.message.text}`);
      }),
    );
    const wendy = workspace.as('U0WEBOP');
    await wendy.say('C0WEB', 'Is web-server old?');
    const [message] = workspace.messages('C0WEB', { as: wendy.id });
    if (!message) throw new Error('The message is not there.');

    await wendy.shortcut('ask', message);

    expect(await workspace.waitFor(({ text }) => text.startsWith('About'))).toMatchObject({
      text: 'About: Is web-server old?',
      visibleTo: wendy.id,
    });
  });

  it('that the manifest does not declare are not there', async () => {
    const wendy = (await aWorkspace({ manifest })).as('U0WEBOP');

    expect(await wendy.shortcut('ask')).toMatchObject({ ok: false });
  });
});

describe('files of people', () => {
  it('reach the app as a message of subtype file_share', async () => {
    const workspace = await aWorkspace();
    const seen: unknown[] = [];
    await aBoltApp(workspace, (app) =>
      app.message(async ({ message }) => {
        seen.push(message);
      }),
    );
    const wendy = workspace.as('U0WEBOP');

    const outcome = wendy.upload(wendy.dm, 'servers.csv', 'name\nweb-1\n');

    expect(outcome).toMatchObject({ ok: true });
    await expect
      .poll(() => seen)
      .toMatchObject([
        { subtype: 'file_share', user: wendy.id, files: [{ name: 'servers.csv', size: 11 }] },
      ]);
  });

  it('come through the page, too', async () => {
    const workspace = await aWorkspace();

    const response = await fetch(
      `${workspace.url}/page/upload?as=U0WEBOP&channel=C0WEB&name=a%20b.txt`,
      { method: 'POST', body: 'hello' },
    );

    expect(await response.json()).toMatchObject({ ok: true });
    const [message] = workspace.messages('C0WEB', { as: 'U0WEBOP' });
    expect(message?.files).toMatchObject([{ name: 'a b.txt', bytes: 5 }]);
    expect(await (await fetch(message?.files?.[0]?.url ?? '')).text()).toBe('hello');
  });

  it('cannot go into a channel of others, and cannot be empty', async () => {
    const workspace = await aWorkspace();

    expect(workspace.as('U0DATOP').upload('C0WEB', 'a.txt', 'x')).toMatchObject({ ok: false });
    expect(workspace.as('U0WEBOP').upload('C0WEB', 'a.txt', '')).toMatchObject({ ok: false });
  });
});

describe('links', () => {
  const manifest = aManifest({
    scopes: everywhere,
    events: ['link_shared'],
    features: { unfurl_domains: ['images.example.com'] },
  });

  it('into a domain of the app are told to it, and can be unfurled', async () => {
    const workspace = await aWorkspace({ manifest });
    await aBoltApp(workspace, (app) =>
      app.event('link_shared', async ({ event, client }) => {
        await client.chat.unfurl({
          unfurl_id: event.unfurl_id ?? '',
          source: 'conversations_history',
          unfurls: Object.fromEntries(
            event.links.map(({ url }) => [url, { blocks: [{ type: 'divider' }] }]),
          ),
        });
      }),
    );

    await workspace
      .as('U0WEBOP')
      .say('C0WEB', 'see https://images.example.com/web and https://example.com/no');

    const message = await workspace.waitFor(({ unfurls }) => unfurls !== undefined);
    expect(message.unfurls).toMatchObject([
      { url: 'https://images.example.com/web', blocks: [{ type: 'divider' }] },
    ]);
  });

  it('that were not shared cannot be unfurled', async () => {
    const workspace = await aWorkspace({ manifest });
    const ts = await workspace.as('U0WEBOP').say('C0WEB', 'no links here');

    await expect(
      aWebClient(workspace).chat.unfurl({
        channel: 'C0WEB',
        ts,
        unfurls: { 'https://images.example.com/x': { text: 'x' } },
      }),
    ).rejects.toThrow('cannot_unfurl_url');
  });
});

describe('reactions', () => {
  it('of people reach the app, and go when they are taken back', async () => {
    const manifest = aManifest({
      scopes: everywhere,
      events: ['reaction_added', 'reaction_removed'],
    });
    const workspace = await aWorkspace({ manifest });
    const told: unknown[] = [];
    await aBoltApp(workspace, (app) => {
      app.event('reaction_added', async ({ event }) => void told.push(event));
      app.event('reaction_removed', async ({ event }) => void told.push(event));
    });
    const wendy = workspace.as('U0WEBOP');
    const first = async () => {
      const [message] = workspace.messages('C0WEB', { as: wendy.id });
      if (!message) throw new Error('The message is not there.');
      return message;
    };
    await aWebClient(workspace).chat.postMessage({ channel: 'C0WEB', text: 'Done.' });

    wendy.react(await first(), 'tada');
    const reacted = await first();
    wendy.react(reacted, 'tada');

    expect(reacted.reactions).toEqual([{ name: 'tada', users: [wendy.id] }]);
    expect((await first()).reactions).toBeUndefined();
    await expect
      .poll(() => told)
      .toMatchObject([
        { type: 'reaction_added', reaction: 'tada', user: wendy.id, item_user: 'U0GOLDIE' },
        { type: 'reaction_removed' },
      ]);
  });

  it('of the app can be taken back by it once', async () => {
    const workspace = await aWorkspace();
    const { chat, reactions } = aWebClient(workspace);
    const { ts = '' } = await chat.postMessage({ channel: 'C0WEB', text: 'hi' });
    const reaction = { channel: 'C0WEB', timestamp: ts, name: 'eyes' };
    await reactions.add(reaction);

    await reactions.remove(reaction);

    await expect(reactions.remove(reaction)).rejects.toThrow('no_reaction');
  });
});

describe('user groups', () => {
  it('are those of the seed', async () => {
    const seed = {
      ...(await demoSeed()),
      groups: [{ id: 'S0APPROVE', name: 'Approvers', handle: 'approvers', members: ['U0ADMIN'] }],
    };
    const workspace = await aWorkspace({
      seed,
      manifest: aManifest({ scopes: ['usergroups:read'] }),
    });
    const { usergroups } = aWebClient(workspace);

    const list = await usergroups.list({ include_users: true });
    const { users } = await usergroups.users.list({ usergroup: 'S0APPROVE' });

    expect(list.usergroups).toMatchObject([{ id: 'S0APPROVE', users: ['U0ADMIN'] }]);
    expect(users).toEqual(['U0ADMIN']);
    await expect(usergroups.users.list({ usergroup: 'S0NONE' })).rejects.toThrow('no_such_subteam');
  });
});

describe('a workflow step', () => {
  const manifest = aManifest({
    scopes: ['chat:write'],
    events: ['function_executed'],
    functions: {
      list_images: {
        title: 'List images',
        description: 'Lists the images of a project',
        input_parameters: { project: { type: 'string', title: 'Project', is_required: true } },
        output_parameters: { count: { type: 'integer', is_required: true } },
      },
    },
  });

  it('is run by the app and completed with its outputs', async () => {
    const workspace = await aWorkspace({ manifest });
    await aBoltApp(workspace, (app) =>
      app.function('list_images', async ({ inputs, complete, fail }) => {
        if (inputs.project === 'nowhere') await fail({ error: 'No such project.' });
        else await complete({ outputs: { count: 7 } });
      }),
    );
    const wendy = workspace.as('U0WEBOP');

    wendy.runStep('list_images', { project: 'team-web' });
    wendy.runStep('list_images', { project: 'nowhere' });

    await expect
      .poll(() => workspace.runs())
      .toMatchObject([
        { state: 'completed', outputs: { count: 7 } },
        { state: 'failed', error: 'No such project.' },
      ]);
  });

  it('is told who runs it, whatever was typed', async () => {
    const steps = aManifest({
      scopes: ['chat:write'],
      events: ['function_executed'],
      functions: {
        greet: {
          title: 'Greet',
          description: 'Greets whoever runs it',
          input_parameters: {
            properties: { person: { type: 'slack#/types/user_context', title: 'Person' } },
            required: ['person'],
          },
          output_parameters: { properties: {}, required: [] },
        },
      },
    });
    const workspace = await aWorkspace({ manifest: steps });
    await aBoltApp(workspace, (app) =>
      app.function('greet', async ({ complete }) => void (await complete())),
    );

    workspace.as('U0WEBOP').runStep('greet', { person: { id: 'U0ADMIN' } });

    expect(workspace.runs()).toMatchObject([{ inputs: { person: { id: 'U0WEBOP' } } }]);
    await expect.poll(() => workspace.runs()).toMatchObject([{ state: 'completed' }]);
  });

  it('is not started without what it requires, and ends once', async () => {
    const workspace = await aWorkspace({ manifest });
    const { functions } = aWebClient(workspace);
    const wendy = workspace.as('U0WEBOP');
    const end = async () => {
      const [run] = workspace.runs();
      return functions.completeError({ function_execution_id: run?.id ?? 'Fx', error: 'no' });
    };

    expect(wendy.runStep('list_images')).toEqual({ ok: false, error: 'Fill in Project.' });
    await expect(end()).rejects.toThrow('function_execution_not_found');
    wendy.runStep('list_images', { project: 'team-web' });
    const [run] = workspace.runs();
    await expect(
      functions.completeSuccess({ function_execution_id: run?.id ?? '', outputs: {} }),
    ).rejects.toThrow('parameter_validation_failed');
    await end();
    await expect(end()).rejects.toThrow('execution_not_in_running_state');
  });
});
