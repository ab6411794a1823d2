import type { ViewClosedAction, ViewSubmitAction } from '@slack/bolt';
import type { ModalView } from '@slack/types';
import { describe, expect, it } from 'vitest';
import type { Workspace } from '../../src/workspace/workspace.ts';
import { aBoltApp, aWebClient } from './support/apps.ts';
import { aButton, aFileInput, aModal } from './support/views.ts';
import { aClock, aWorkspace } from './support/workspaces.ts';

/** Runs a command only to learn the trigger it came with. */
async function aTrigger(workspace: Workspace): Promise<string> {
  const triggers: string[] = [];
  const { close } = await aBoltApp(workspace, (app) =>
    app.command('/image', async ({ ack, command }) => {
      triggers.push(command.trigger_id);
      await ack();
    }),
  );
  await workspace.as('U0WEBOP').command('C0WEB', '/image');
  await close();
  return triggers[0] ?? '';
}

describe('modals', () => {
  it('open, complain under the input, and close when the app is content', async () => {
    const workspace = await aWorkspace();
    const seen: ViewSubmitAction['view']['state']['values'][] = [];
    await aBoltApp(workspace, (app) => {
      app.command('/image', async ({ ack, command, client }) => {
        await ack();
        await client.views.open({ trigger_id: command.trigger_id, view: aModal() });
      });
      app.options('image-name', ({ ack, payload }) =>
        ack({
          options: [{ text: { type: 'plain_text', text: `${payload.value}-01` }, value: 'img-1' }],
        }),
      );
      app.view<ViewSubmitAction>('share', async ({ ack, view }) => {
        seen.push(view.state.values);
        if (view.state.values.project?.['project-name']?.value === 'nowhere')
          await ack({
            response_action: 'errors',
            errors: { project: 'There is no such project.' },
          });
        else await ack();
      });
    });
    const wendy = workspace.as('U0WEBOP');
    await wendy.command('C0WEB', '/image share');
    const modal = await wendy.waitForModal();

    const offered = await wendy.typeInto(modal, 'image-name', 'web');
    const empty = await wendy.submit(modal, {});
    const tooLong = await wendy.submit(modal, { project: 'x'.repeat(21) });
    const refused = await wendy.submit(modal, { project: 'nowhere' });
    expect(wendy.modal()?.id).toBe(modal.id);
    const accepted = await wendy.submit(modal, {
      'project-name': 'team-data',
      image: { text: { type: 'plain_text', text: 'web-01' }, value: 'img-1' },
    });

    expect(offered).toMatchObject({ ok: true, options: [{ text: { text: 'web-01' } }] });
    expect(empty).toEqual({ ok: true, errors: { project: 'Please fill in this field.' } });
    expect(tooLong).toMatchObject({ errors: { project: 'Use at most 20 characters.' } });
    expect(refused).toEqual({ ok: true, errors: { project: 'There is no such project.' } });
    expect(accepted).toEqual({ ok: true });
    expect(wendy.modal()).toBeUndefined();
    expect(seen).toHaveLength(2);
    expect(seen[1]).toMatchObject({
      project: { 'project-name': { type: 'plain_text_input', value: 'team-data' } },
      image: { 'image-name': { selected_option: { value: 'img-1' } } },
    });
  });

  it('take files, of the kinds and the number that the app wants', async () => {
    const workspace = await aWorkspace();
    const seen: unknown[] = [];
    await aBoltApp(workspace, (app) => {
      app.command('/image', async ({ ack, command, client }) => {
        await ack();
        await client.views.open({
          trigger_id: command.trigger_id,
          view: aModal({ blocks: [aFileInput] }),
        });
      });
      app.view('share', async ({ ack, view }) => {
        seen.push(view.state.values.list?.files);
        await ack();
      });
    });
    const wendy = workspace.as('U0WEBOP');
    await wendy.command('C0WEB', '/image');
    const modal = await wendy.waitForModal();
    const [list, other] = [wendy.attach('servers.csv', 'name'), wendy.attach('more.csv', 'name')];

    const none = await wendy.submit(modal, {});
    const wrongKind = await wendy.submit(modal, { files: [wendy.attach('a.exe', 'x')] });
    const tooMany = await wendy.submit(modal, { files: [list, other] });
    await wendy.submit(modal, { files: [list] });

    expect(none).toMatchObject({ errors: { list: 'Please fill in this field.' } });
    expect(wrongKind).toMatchObject({ errors: { list: 'a.exe does not end in csv.' } });
    expect(tooMany).toMatchObject({ errors: { list: 'Choose at most 1 file.' } });
    expect(seen).toEqual([
      { type: 'file_input', files: [expect.objectContaining({ id: list.id, filetype: 'csv' })] },
    ]);
    expect(await (await fetch(`${workspace.url}${list.url}`)).text()).toBe('name');
  });

  it('can be pushed by an acknowledgement, updated, and cleared all at once', async () => {
    const workspace = await aWorkspace();
    const titled = (text: string, callback_id: string): ModalView =>
      aModal({ title: { type: 'plain_text', text }, callback_id, blocks: [] });
    await aBoltApp(workspace, (app) => {
      app.command('/image', async ({ ack, command, client }) => {
        await ack();
        await client.views.open({ trigger_id: command.trigger_id, view: titled('First', 'one') });
      });
      app.view('one', ({ ack }) => ack({ response_action: 'push', view: titled('Second', 'two') }));
      app.view('two', ({ ack }) =>
        ack({ response_action: 'update', view: titled('Changed', 'three') }),
      );
      app.view('three', ({ ack }) => ack({ response_action: 'clear' }));
    });
    const wendy = workspace.as('U0WEBOP');
    await wendy.command('C0WEB', '/image');
    const first = await wendy.waitForModal();

    await wendy.submit(first);
    const second = wendy.modal();
    expect(second?.view).toMatchObject({ title: { text: 'Second' } });
    await wendy.submit(second ?? first);
    const changed = wendy.modal();
    expect(changed).toMatchObject({ id: second?.id, view: { title: { text: 'Changed' } } });
    await wendy.submit(changed ?? first);

    expect(wendy.modal()).toBeUndefined();
  });

  it('tell the app that they were closed when it asked for that', async () => {
    const workspace = await aWorkspace();
    const closed: ViewClosedAction[] = [];
    await aBoltApp(workspace, (app) => {
      app.command('/image', async ({ ack, command, client }) => {
        await ack();
        await client.views.open({
          trigger_id: command.trigger_id,
          view: aModal({ notify_on_close: true }),
        });
      });
      app.view<ViewClosedAction>(
        { callback_id: 'share', type: 'view_closed' },
        async ({ ack, body }) => {
          closed.push(body);
          await ack();
        },
      );
    });
    const wendy = workspace.as('U0WEBOP');
    await wendy.command('C0WEB', '/image');

    await wendy.closeModal(await wendy.waitForModal());

    expect(closed).toMatchObject([{ type: 'view_closed', is_cleared: false }]);
  });

  it('stack three high and no higher', async () => {
    const workspace = await aWorkspace();
    const errors: unknown[] = [];
    const view = aModal({ blocks: [aButton('deeper', 'Deeper')] });
    await aBoltApp(workspace, (app) => {
      app.command('/image', async ({ ack, command, client }) => {
        await ack();
        await client.views.open({ trigger_id: command.trigger_id, view });
      });
      app.action('deeper', async ({ ack, body, client }) => {
        await ack();
        const trigger_id = 'trigger_id' in body ? body.trigger_id : '';
        await client.views
          .push({ trigger_id, view })
          .catch((error: Error) => errors.push(error.message));
      });
    });
    const wendy = workspace.as('U0WEBOP');
    await wendy.command('C0WEB', '/image');

    const first = await wendy.waitForModal();
    await wendy.press(first, 'deeper');
    const second = await wendy.waitForModal((one) => one.id !== first.id);
    await wendy.press(second, 'deeper');
    const third = await wendy.waitForModal((one) => ![first.id, second.id].includes(one.id));
    await wendy.press(third, 'deeper');

    await expect.poll(() => errors).toEqual([expect.stringContaining('push_limit_reached')]);
    expect(wendy.modal()?.id).toBe(third.id);
  });
});

describe('a trigger_id', () => {
  it('opens one modal only', async () => {
    const workspace = await aWorkspace();
    const trigger_id = await aTrigger(workspace);
    const { views } = aWebClient(workspace);

    await views.open({ trigger_id, view: aModal() });

    await expect(views.open({ trigger_id, view: aModal() })).rejects.toThrow(
      'exchanged_trigger_id',
    );
  });

  it('lives for three seconds', async () => {
    const clock = aClock();
    const workspace = await aWorkspace({ clock: clock.now });
    const trigger_id = await aTrigger(workspace);

    clock.pass(3001);

    await expect(aWebClient(workspace).views.open({ trigger_id, view: aModal() })).rejects.toThrow(
      'expired_trigger_id',
    );
  });

  it('of a command cannot push', async () => {
    const workspace = await aWorkspace();
    const trigger_id = await aTrigger(workspace);

    await expect(aWebClient(workspace).views.push({ trigger_id, view: aModal() })).rejects.toThrow(
      'not_found',
    );
  });
});

describe('updating a view', () => {
  it('is refused when the hash is an old one', async () => {
    const workspace = await aWorkspace();
    const { views } = aWebClient(workspace);
    const opened = await views.open({ trigger_id: await aTrigger(workspace), view: aModal() });
    const { id: view_id = '', hash = '' } = opened.view ?? {};

    await views.update({ view_id, hash, view: aModal() });

    await expect(views.update({ view_id, hash, view: aModal() })).rejects.toThrow('hash_conflict');
    await expect(views.update({ view_id: 'VNONE', view: aModal() })).rejects.toThrow('not_found');
  });

  it('says what is wrong with a view and where', async () => {
    const workspace = await aWorkspace();
    const trigger_id = await aTrigger(workspace);
    const { submit: _, ...withoutSubmit } = aModal();

    const refused = aWebClient(workspace).views.open({ trigger_id, view: withoutSubmit });

    await expect(refused).rejects.toMatchObject({
      data: {
        error: 'invalid_arguments',
        response_metadata: {
          messages: [expect.stringContaining('[json-pointer:/view]')],
        },
      },
    });
  });
});

describe('the Home tab', () => {
  it('is published when a person opens it, for that person only', async () => {
    const workspace = await aWorkspace();
    await aBoltApp(workspace, (app) =>
      app.event('app_home_opened', async ({ event, client }) => {
        await client.views.publish({
          user_id: event.user,
          view: {
            type: 'home',
            blocks: [{ type: 'section', text: { type: 'mrkdwn', text: `tab: ${event.tab}` } }],
          },
        });
      }),
    );
    const wendy = workspace.as('U0WEBOP');

    wendy.openHome();
    const home = await wendy.waitForHome();

    expect(home.view.blocks).toMatchObject([{ text: { text: 'tab: home' } }]);
    expect(workspace.as('U0DATOP').home()).toBeUndefined();
  });
});

describe('names that an app gives to its inputs', () => {
  it('are only names, even when they look like the inside of the language', async () => {
    const workspace = await aWorkspace();
    const trigger_id = await aTrigger(workspace);
    await aWebClient(workspace).views.open({
      trigger_id,
      view: aModal({
        blocks: [
          {
            type: 'input',
            block_id: '__proto__',
            label: { type: 'plain_text', text: 'Name' },
            element: { type: 'plain_text_input', action_id: 'polluted' },
          },
        ],
      }),
    });
    const wendy = workspace.as('U0WEBOP');

    await wendy.submit(await wendy.waitForModal(), { polluted: 'yes' });

    expect(Reflect.get({}, 'polluted')).toBeUndefined();
  });
});
