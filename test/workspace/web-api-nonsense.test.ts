import fc from 'fast-check';
import { expect, it } from 'vitest';
import { z } from 'zod';
import { methods } from '../../src/workspace/api/methods.ts';
import { aWorkspace } from './support/workspaces.ts';

const Answer = z.looseObject({ ok: z.boolean() });

const value = fc.oneof(
  fc.constantFrom('C0WEB', 'U0WEBOP', 'D0WEBOP', '1.1', '[]', '{}', '[{}]', '{"type":"modal"}', ''),
  fc.jsonValue(),
);
const someArguments = fc.dictionary(
  fc.constantFrom(
    'attachments',
    'blocks',
    'channel',
    'channel_id',
    'cursor',
    'filename',
    'files',
    'hash',
    'latest',
    'length',
    'limit',
    'message_ts',
    'metadata',
    'name',
    'oldest',
    'text',
    'thread_ts',
    'timestamp',
    'trigger_id',
    'ts',
    'types',
    'user',
    'user_id',
    'users',
    'view',
    'view_id',
    '__proto__',
  ),
  value,
);

it('every method answers nonsense in Slack’s manner and goes on working', async () => {
  const { apiUrl, tokens } = await aWorkspace();
  const call = async (method: string, args: object) => {
    const response = await fetch(`${apiUrl}${method}`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        authorization: `Bearer ${method === 'apps.connections.open' ? tokens.app : tokens.bot}`,
      },
      body: JSON.stringify(args),
    });
    return { status: response.status, answer: Answer.parse(await response.json()) };
  };
  const names = fc.constantFrom(...Object.keys(methods), 'constructor', '__proto__', 'toString');

  await fc.assert(
    fc.asyncProperty(names, someArguments, async (method, args) => {
      const { status, answer } = await call(method, args);

      expect(status).toBe(200);
      expect(answer.ok || typeof answer.error).toBe(answer.ok || 'string');
    }),
    { numRuns: 400 },
  );
  expect((await call('auth.test', {})).answer.ok).toBe(true);
});
