import { type Logger, LogLevel } from '@slack/bolt';

/** What is logged with: fixed messages and fields. */
export interface Log {
  info(fields: object, message: string): void;
  warn(fields: object, message: string): void;
  error(fields: object, message: string): void;
}

/**
 * Passes warnings and errors of Slack's libraries on. Their lower levels print whole payloads, with texts and tokens, so
 * those are never asked for.
 */
export function sdkLogger(log: Log): Logger {
  const say = (args: readonly unknown[]) => ({ sdk: args.map(sentence).join(' ') });
  return {
    debug: () => {},
    info: () => {},
    warn: (...args) => log.warn(say(args), 'slack library'),
    error: (...args) => log.error(say(args), 'slack library'),
    setLevel: () => {},
    getLevel: () => LogLevel.WARN,
    setName: () => {},
  };
}

function sentence(said: unknown): string {
  if (said instanceof Error) return said.message;
  return typeof said === 'string' ? said : typeof said;
}
