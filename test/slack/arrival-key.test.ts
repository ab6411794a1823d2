import { expect, it } from 'vitest';
import { arrivalKey } from '../../src/slack/arrival-key.ts';
import { aCommand, aMessage, aPress } from './support/payloads.ts';

const view = { id: 'V1', hash: '1.abc', state: {} };
const submitted = (trigger: string) => ({
  type: 'view_submission',
  user: { id: 'U0WEBOP' },
  trigger_id: trigger,
  view,
});

it('knows a message again by where and when it was written, whatever event it comes in', () => {
  const first = aMessage('help', { ts: '1800000000.000100' });
  const again = { ...first, event_id: 'EvOther' };

  expect(arrivalKey(first)).toBe('message:D0WEBOP:1800000000.000100');
  expect(arrivalKey(again)).toBe(arrivalKey(first));
});

it('knows other events again by their id', () => {
  const opened = { event_id: 'Ev1', event: { type: 'app_home_opened', user: 'U0WEBOP' } };

  expect(arrivalKey(opened)).toBe('event:Ev1');
});

it('tells two commands, two presses and two shortcuts apart', () => {
  const keys = [
    aCommand('help'),
    aCommand('help'),
    aPress('{}'),
    aPress('{}'),
    { type: 'shortcut', callback_id: 'task', trigger_id: 'trigger-a' },
    { type: 'message_action', callback_id: 'ask', trigger_id: 'trigger-b' },
  ].map(arrivalKey);

  expect(new Set(keys).size).toBe(6);
});

it('tells a form that was sent back from the same form submitted again', () => {
  expect(arrivalKey(submitted('t1'))).not.toBe(arrivalKey(submitted('t2')));
  expect(arrivalKey(submitted('t1'))).toBe(arrivalKey(submitted('t1')));
});

it('keeps nothing of what is answered on the spot', () => {
  expect(arrivalKey({ type: 'block_suggestion', view, value: 'web' })).toBeUndefined();
  expect(arrivalKey({ type: 'view_closed', view })).toBeUndefined();
});

it.each([undefined, null, 'text', 7, [], {}])('has no key for %j', (body) => {
  expect(arrivalKey(body)).toBeUndefined();
});
