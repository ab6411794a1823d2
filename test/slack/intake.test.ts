import { expect, it } from 'vitest';
import { arrival, guardIntake, replayed } from '../../src/slack/intake.ts';
import type { Inbox } from '../../src/slack/ports.ts';
import { inboxMemory } from '../../src/storage/inbox-memory.ts';
import { aDoor } from './support/a-door.ts';
import { aCommand, aMessage } from './support/payloads.ts';

/** An inbox that outlives the app, and says what happened in which order. */
function anInbox() {
  const memory = inboxMemory();
  const happened: string[] = [];
  const inbox: Inbox = {
    async record(key, body) {
      if (memory.has(key)) return 'known';
      memory.take({ kind: 'came', key, at: 0, body });
      happened.push('written down');
      return 'new';
    },
    done: (key) => memory.take({ kind: 'answered', key, at: 0 }),
    unanswered: () => memory.unanswered(),
    close: async () => {},
  };
  return { inbox, happened };
}

it('writes a command down before it is acknowledged and before it is answered', async () => {
  const { inbox, happened } = anInbox();
  const { app } = await aDoor();
  guardIntake(app, inbox);
  app.command(/.*/, async ({ ack }) => {
    await ack();
    happened.push('answered');
  });

  await app.processEvent({
    body: aCommand('help'),
    ack: async () => void happened.push('acknowledged'),
  });

  expect(happened).toEqual(['written down', 'acknowledged', 'answered']);
  expect(inbox.unanswered()).toEqual([]);
});

it('answers what is delivered again only once, and acknowledges it all the same', async () => {
  const { inbox } = anInbox();
  const { app, deliver } = await aDoor();
  guardIntake(app, inbox);
  const heard: unknown[] = [];
  app.event('message', async ({ context }) => void heard.push(context[arrival]));
  const message = aMessage('help', { ts: '1800000000.000200' });

  await deliver(message);
  const again = await deliver({ ...message, event_id: 'EvOther' });

  expect(heard).toEqual(['message:D0WEBOP:1800000000.000200']);
  expect(again).toHaveLength(1);
});

it('answers after a crash what was taken in and not answered, and says that it is a replay', async () => {
  const { inbox } = anInbox();
  const crashed = await aDoor();
  guardIntake(crashed.app, inbox);
  let arrived = () => {};
  const taken = new Promise<void>((resolve) => (arrived = resolve));
  crashed.app.event('message', () => {
    arrived();
    return new Promise(() => {});
  });
  void crashed.deliver(aMessage('share web-golden'));
  await taken;

  const { app, deliver } = await aDoor();
  const intake = guardIntake(app, inbox);
  const heard: unknown[] = [];
  app.event('message', async ({ event, context }) => {
    if ('text' in event) heard.push([event.text, context[replayed]]);
  });
  await intake.replay();
  await deliver(aMessage('help'));

  expect(heard).toEqual([
    ['share web-golden', true],
    ['help', undefined],
  ]);
  expect(inbox.unanswered()).toEqual([]);
});

it('replays in the order in which things came', async () => {
  const { inbox } = anInbox();
  for (const text of ['one', 'two', 'three']) await inbox.record(text, aMessage(text));
  const { app } = await aDoor();
  const intake = guardIntake(app, inbox);
  const heard: unknown[] = [];
  app.event('message', async ({ event }) => {
    if ('text' in event) heard.push(event.text);
  });

  await intake.replay();

  expect(heard).toEqual(['one', 'two', 'three']);
});

it('lets a form that was sent back with faults be submitted again', async () => {
  const { inbox } = anInbox();
  const { app, deliver } = await aDoor();
  guardIntake(app, inbox);
  app.view(/.*/, async ({ ack }) =>
    ack({ response_action: 'errors', errors: { name: 'too long' } }),
  );
  const submitted = (trigger_id: string) => ({
    type: 'view_submission',
    team: { id: 'T0GOLDIE' },
    user: { id: 'U0WEBOP' },
    trigger_id,
    view: { id: 'V1', hash: '1.a', type: 'modal', callback_id: 'form', state: { values: {} } },
  });

  const [first] = await deliver(submitted('t1'));
  const [second] = await deliver(submitted('t2'));

  expect(first).toMatchObject({ response_action: 'errors' });
  expect(second).toEqual(first);
});

it('waits on stopping for what is being answered, and takes nothing more in', async () => {
  const { inbox } = anInbox();
  const { app, deliver } = await aDoor();
  const intake = guardIntake(app, inbox);
  let finish = () => {};
  const heard: string[] = [];
  app.event('message', async ({ event }) => {
    if (!('text' in event)) return;
    heard.push(`began ${event.text}`);
    await new Promise<void>((resolve) => (finish = resolve));
    heard.push(`ended ${event.text}`);
  });
  const first = deliver(aMessage('one'));
  await expect.poll(() => heard).toEqual(['began one']);

  const drained = intake.drain(60_000);
  const acknowledged = await deliver(aMessage('two'));
  finish();
  await Promise.all([drained, first]);

  expect(heard).toEqual(['began one', 'ended one']);
  expect(acknowledged).toEqual([]);
});

it('does not wait on stopping for what never ends', async () => {
  const { inbox } = anInbox();
  const { app, deliver } = await aDoor();
  const intake = guardIntake(app, inbox);
  let begun = false;
  app.event('message', () => {
    begun = true;
    return new Promise(() => {});
  });
  void deliver(aMessage('one'));
  await expect.poll(() => begun).toBe(true);

  await intake.drain(1);

  expect(inbox.unanswered()).toHaveLength(1);
});
