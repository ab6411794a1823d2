import { WebAPIPlatformError, WebAPIRateLimitedError } from '@slack/web-api';
import { expect, it } from 'vitest';
import { extras } from '../../src/slack/extras.ts';
import { aLog } from './support/a-door.ts';

/** A Slack that refuses with one error, or with none, and what was asked of it. */
function slackThat(refuse: () => Error | undefined) {
  const asked: string[] = [];
  const { log, lines } = aLog();
  const client = {
    async apiCall(method: string) {
      asked.push(method);
      const error = refuse();
      if (error) throw error;
      return { ok: true };
    },
  };
  return { extras: extras(client, log), asked, lines };
}

const saying = (error: string) => () => new WebAPIPlatformError({ ok: false, error });

it.each(['unknown_method', 'missing_scope', 'not_allowed_token_type', 'feature_not_enabled'])(
  'does without a method that Slack answers with %s, and asks once only',
  async (error) => {
    const { extras, asked, lines } = slackThat(saying(error));

    const first = await extras.call('assistant.threads.setStatus', {});
    await extras.call('assistant.threads.setStatus', {});
    await extras.call('assistant.threads.setTitle', {});

    expect(first).toBe(false);
    expect(asked).toEqual(['assistant.threads.setStatus', 'assistant.threads.setTitle']);
    expect(lines.map(({ level }) => level)).toEqual(['info', 'info']);
  },
);

it('tries again what failed for another reason, and never fails itself', async () => {
  const { extras, asked, lines } = slackThat(saying('invalid_thread_ts'));

  await extras.call('assistant.threads.setStatus', {});
  await extras.call('assistant.threads.setStatus', {});

  expect(asked).toHaveLength(2);
  expect(lines.map(({ level }) => level)).toEqual(['warn', 'warn']);
});

it('makes no noise about having been hasty', async () => {
  const { extras, lines } = slackThat(() => new WebAPIRateLimitedError(3));

  expect(await extras.call('agents.sessions.setStatus', {})).toBe(false);
  expect(lines).toEqual([]);
});
