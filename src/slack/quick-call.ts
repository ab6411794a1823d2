import { WebAPIPlatformError, WebAPIRateLimitedError, type WebClient } from '@slack/web-api';
import { z } from 'zod';
import { type Posted, posting } from './post-text.ts';

const Told = z.looseObject({ ok: z.boolean(), error: z.string().default('unknown_error') });

/** What the SDK has that this needs. */
export type SlowCaller = Pick<WebClient, 'apiCall' | 'slackApiUrl' | 'token'>;

/** Calls a method and gives what Slack answered. */
export type Call = (method: string, args: Record<string, unknown>) => Promise<unknown>;

/**
 * Calls methods of Slack's Web API at a fraction of what the SDK takes, which hides tokens in log lines that nobody asked
 * for and goes through a browser's fetch. A clear answer is all there is to it. Where there is none, such as after a broken
 * connection or from a faulty server, the call is left to the SDK with its repetitions.
 *
 * The calls reject as the SDK's do: with WebAPIPlatformError when Slack refuses, WebAPIRateLimitedError when it finds a
 * call hasty, and whatever the SDK throws after its last try.
 */
export function quickCall(slow: SlowCaller): Call {
  const post = posting(slow.slackApiUrl, {
    authorization: `Bearer ${slow.token}`,
    'content-type': 'application/json; charset=utf-8',
  });
  return async (method, args) => {
    const answer = await post(method, JSON.stringify(args)).then(clear, () => undefined);
    if (answer instanceof Error) throw answer;
    return answer ?? slow.apiCall(method, args);
  };
}

/** What Slack said, if that is beyond doubt. */
function clear({ status, retryAfter, text }: Posted) {
  if (status === 429 && retryAfter !== undefined) return new WebAPIRateLimitedError(retryAfter);
  const told = status === 200 ? Told.safeParse(jsonOf(text)).data : undefined;
  return told && !told.ok ? new WebAPIPlatformError(told) : told;
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
