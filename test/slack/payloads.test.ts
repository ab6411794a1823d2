import { expect, it } from 'vitest';
import { Ordered } from '../../src/slack/payloads.ts';

it('a command is read as it was typed, not as Slack writes it', () => {
  const order = Ordered.parse({
    command: '/image',
    text: 'list disk&gt;40 disk&lt;=100 &amp;gt;',
    user_id: 'U1',
    channel_id: 'C1',
    trigger_id: 't',
  });

  expect(order.text).toBe('list disk>40 disk<=100 &gt;');
});
