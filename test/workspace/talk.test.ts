import { describe, expect, it } from 'vitest';
import { aBoltApp, aWebClient } from './support/apps.ts';
import { aManifest, aWorkspace, demoSeed } from './support/workspaces.ts';

describe('talking with an app over Socket Mode', () => {
  it('runs a declared slash command and shows the answer to its asker only', async () => {
    const workspace = await aWorkspace();
    await aBoltApp(workspace, (app) =>
      app.command('/image', async ({ ack, command, respond }) => {
        await ack();
        await respond(`You said: ${command.text}`);
      }),
    );

    await workspace.as('U0WEBOP').command('C0IMAGES', '/image list web-server');
    const answer = await workspace.waitFor((message) => message.text.startsWith('You said'));

    expect(answer).toMatchObject({
      text: 'You said: list web-server',
      visibleTo: 'U0WEBOP',
      ephemeral: true,
      botId: 'B0GOLDIE',
    });
    expect(workspace.messages('C0IMAGES', { as: 'U0WEBOP' })).toHaveLength(1);
    expect(workspace.messages('C0IMAGES', { as: 'U0DATOP' })).toHaveLength(0);
  });

  it('shows what comes with the acknowledgement of a command', async () => {
    const workspace = await aWorkspace();
    await aBoltApp(workspace, (app) =>
      app.command('/image', ({ ack }) => ack({ text: 'Here', response_type: 'in_channel' })),
    );

    await workspace.as('U0WEBOP').command('C0RANDOM', '/image');

    expect(workspace.messages('C0RANDOM', { as: 'U0DATOP' })).toMatchObject([{ text: 'Here' }]);
  });

  it('delivers a mention with tokens and rich text, and shows the reply in the thread', async () => {
    const workspace = await aWorkspace();
    const heard: unknown[] = [];
    await aBoltApp(workspace, (app) =>
      app.event('app_mention', async ({ event, say }) => {
        heard.push(event);
        await say({ text: 'Here I am', thread_ts: event.ts });
      }),
    );

    const ts = await workspace
      .as('U0WEBOP')
      .say('C0WEB', '@goldie is golden.io <ready> for @Vera Costa?');
    await workspace.waitFor((message) => message.text === 'Here I am');

    expect(heard).toMatchObject([
      {
        type: 'app_mention',
        channel: 'C0WEB',
        user: 'U0WEBOP',
        text: '<@U0GOLDIE> is <http://golden.io|golden.io> &lt;ready&gt; for <@U0WEBRO>?',
        blocks: [{ type: 'rich_text' }],
      },
    ]);
    expect(workspace.thread('C0WEB', ts, { as: 'U0WEBRO' })).toMatchObject([
      { ts, replyCount: 1 },
      { threadTs: ts, text: 'Here I am' },
    ]);
    expect(workspace.messages('C0WEB', { as: 'U0WEBRO' })).toHaveLength(1);
  });

  it('tells the app nothing of channels it is not in', async () => {
    const workspace = await aWorkspace();
    const heard: string[] = [];
    await aBoltApp(workspace, (app) =>
      app.event('app_mention', async ({ event }) => {
        heard.push(event.channel);
      }),
    );
    const wendy = workspace.as('U0WEBOP');

    await wendy.say('C0RANDOM', '@goldie hello');
    await wendy.say('C0WEB', '@goldie hello');
    await expect.poll(() => heard).toEqual(['C0WEB']);
  });

  it('tells private channels from public ones', async () => {
    const { channels, ...seed } = await demoSeed();
    const workspace = await aWorkspace({
      seed: { ...seed, channels: channels.map((one) => ({ ...one, private: one.id === 'C0WEB' })) },
      manifest: aManifest({ scopes: ['chat:write', 'groups:history'], events: ['message.groups'] }),
    });
    const heard: unknown[] = [];
    await aBoltApp(workspace, (app) =>
      app.message(async ({ message }) => void heard.push([message.channel, message.channel_type])),
    );
    const wendy = workspace.as('U0WEBOP');

    await wendy.say('C0GENERAL', 'in public');
    await wendy.say('C0WEB', 'between us');

    await expect.poll(() => heard).toEqual([['C0WEB', 'group']]);
  });

  it('carries a conversation in the DM, and does not confuse the app with its own words', async () => {
    const workspace = await aWorkspace();
    await aBoltApp(workspace, (app) =>
      app.message(async ({ message, say }) => {
        if (message.subtype === undefined) await say(`Echo: ${message.text}`);
      }),
    );
    const gus = workspace.as('U0GUEST');

    await gus.say(gus.dm, 'hello & goodbye');
    await workspace.waitFor((message) => message.text.startsWith('Echo'));

    expect(workspace.messages(gus.dm, { as: 'U0GUEST' }).map((message) => message.text)).toEqual([
      'hello &amp; goodbye',
      'Echo: hello &amp; goodbye',
    ]);
    expect(workspace.messages(gus.dm, { as: 'U0WEBOP' })).toEqual([]);
  });

  it('posts to the DM of a person when given the id of that person', async () => {
    const workspace = await aWorkspace();

    const posted = await aWebClient(workspace).chat.postMessage({
      channel: 'U0ADMIN',
      text: 'Your image is ready',
    });

    expect(posted.channel).toBe('D0ADMIN');
    expect(workspace.messages('D0ADMIN', { as: 'U0ADMIN' })).toHaveLength(1);
  });

  it('says that an unknown command does not exist, and tells the app nothing', async () => {
    const workspace = await aWorkspace();

    await workspace.as('U0WEBOP').command('C0IMAGES', '/nothing here');

    expect(workspace.messages('C0IMAGES', { as: 'U0WEBOP' })).toMatchObject([
      { system: true, text: expect.stringContaining('`/nothing` is not a command') },
    ]);
  });

  it('says so when no app is connected, and when it does not acknowledge', async () => {
    const workspace = await aWorkspace({ ackWithinMs: 100 });
    const wendy = workspace.as('U0WEBOP');

    await wendy.command('C0IMAGES', '/image list');
    await aBoltApp(workspace, (app) => app.command('/image', async () => {}));
    await wendy.command('C0IMAGES', '/image list');

    expect(workspace.messages('C0IMAGES', { as: 'U0WEBOP' })).toMatchObject([
      { system: true, text: expect.stringContaining('dispatch_failed') },
      { system: true, text: expect.stringContaining('operation_timeout') },
    ]);
  });

  it('gives commands names as tokens only when the manifest asks for it', async () => {
    const workspace = await aWorkspace();
    const texts: string[] = [];
    await aBoltApp(workspace, (app) =>
      app.command(/.*/, async ({ ack, command }) => {
        texts.push(command.text);
        await ack();
      }),
    );
    const wendy = workspace.as('U0WEBOP');

    await wendy.command('C0WEB', '/image share a<b with @vera in #images');
    await wendy.command('C0WEB', '/plain share a<b with @vera in #images');

    expect(texts).toEqual([
      'share a&lt;b with <@U0WEBRO|vera> in <#C0IMAGES|images>',
      'share a<b with @vera in #images',
    ]);
  });
});
