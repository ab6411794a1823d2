import { WebAPIPlatformError, WebAPIRateLimitedError, type WebClient } from '@slack/web-api';
import type { Log } from './sdk-logger.ts';

/** Methods that not every plan or installation has. What they do is an extra: nobody waits for it, all else works without. */
export interface Extras {
  /** Never rejects; false when nothing came of it. */
  call(method: string, args: Readonly<Record<string, unknown>>): Promise<boolean>;
}

/** Slack's words for "not here": it says the same the next time. */
const lacking: ReadonlySet<string> = new Set([
  'unknown_method',
  'missing_scope',
  'feature_not_enabled',
  'plan_upgrade_required',
  'paid_teams_only',
  'access_denied',
  'no_permission',
]);

/** What Slack refuses as not there is not asked for again in this life of the process. */
export function extras(client: Pick<WebClient, 'apiCall'>, log: Log): Extras {
  const missing = new Set<string>();
  return {
    async call(method, args) {
      if (missing.has(method)) return false;
      try {
        await client.apiCall(method, { ...args });
        return true;
      } catch (error) {
        complain(method, error);
        return false;
      }
    },
  };

  function complain(method: string, error: unknown): void {
    if (error instanceof WebAPIRateLimitedError) return;
    const code = error instanceof WebAPIPlatformError ? error.data.error : undefined;
    if (code === undefined || !isLacking(code)) {
      log.warn({ err: error, method }, 'an extra of Slack failed');
      return;
    }
    if (!missing.has(method)) log.info({ method, code }, 'this workspace does without an extra');
    missing.add(method);
  }
}

function isLacking(code: string): boolean {
  return lacking.has(code) || code.startsWith('not_allowed');
}
