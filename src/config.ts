import { z } from 'zod';
import { type StepFault, StepFaults } from './images/work/step-fault.ts';

const yes = z.string().trim().min(1);

const Environment = z.object({
  SLACK_BOT_TOKEN: yes.startsWith('xoxb-', 'a bot token begins with xoxb-').optional(),
  SLACK_APP_TOKEN: yes.startsWith('xapp-', 'an app-level token begins with xapp-').optional(),
  SLACK_SIGNING_SECRET: yes.optional(),
  SLACK_MODE: z.enum(['socket', 'http'], 'use socket or http').default('socket'),
  SLACK_API_URL: z
    .url('give a web address such as https://slack.com/api/')
    .default('https://slack.com/api/'),
  PORT: z.coerce.number('give a port number').int().min(0).max(65_535).default(3000),
  GOLDIE_STATE_DIR: yes.optional(),
  GOLDIE_TENANCY: yes.optional(),
  GOLDIE_CLOUD: z.string().default('huawei'),
  GOLDIE_TIME_SCALE: z.coerce
    .number('give a number, 1 is real time')
    .positive()
    .max(100_000)
    .default(60),
  GOLDIE_WHEN_FULL: z.enum(['wait', 'refuse'], 'use wait or refuse').default('wait'),
  GOLDIE_BIN_DAYS: z.coerce
    .number('give a number of days, 0 is no bin')
    .int('give whole days, 0 is no bin')
    .min(0, 'give 0 (no bin) or more days')
    .max(3650, 'give at most 3650 days')
    .default(7),
  GOLDIE_LAB_FAULTS: StepFaults.default([]),
  GOLDIE_LOG_LEVEL: z
    .enum(
      ['fatal', 'error', 'warn', 'info', 'debug', 'silent'],
      'use fatal, error, warn, info, debug or silent',
    )
    .default('info'),
});

/** How Slack is reached: a real workspace, or the local one that Goldie brings along. */
export type SlackSettings =
  | { readonly kind: 'local' }
  | { readonly kind: 'socket'; readonly botToken: string; readonly appToken: string }
  | { readonly kind: 'http'; readonly botToken: string; readonly signingSecret: string };

export interface Config {
  readonly slack: SlackSettings;
  readonly slackApiUrl: string;
  /** Of the local workspace's page, or of the signed HTTP endpoint. */
  readonly port: number;
  readonly stateDir: string | undefined;
  readonly tenancy: string | undefined;
  readonly cloud: string;
  readonly timeScale: number;
  /** What happens to work for which the cloud has no room at the moment. */
  readonly whenFull: 'wait' | 'refuse';
  /** Days that a deleted image can be restored; 0: no recycle bin. */
  readonly binDays: number;
  /** Steps that the lab cloud fails at. */
  readonly labFaults: readonly StepFault[];
  readonly logLevel: string;
}

/** Settings that cannot be used; the message names every one of them. */
export class ConfigFault extends Error {
  override readonly name = 'ConfigFault';
}

/** Reads the environment once. Empty variables count as not set. */
export function readConfig(env: Readonly<Record<string, string | undefined>>): Config {
  const set = Object.entries(env).filter(([, value]) => value !== undefined && value.trim() !== '');
  const parsed = Environment.safeParse(Object.fromEntries(set));
  if (!parsed.success) {
    const faults = parsed.error.issues.map(
      ({ path, message }) => `  ${path.join('.')}: ${message}`,
    );
    throw new ConfigFault(`These settings cannot be used:\n${faults.join('\n')}`);
  }
  const given = parsed.data;
  return {
    slack: slackSettings(given),
    slackApiUrl: given.SLACK_API_URL.endsWith('/')
      ? given.SLACK_API_URL
      : `${given.SLACK_API_URL}/`,
    port: given.PORT,
    stateDir: given.GOLDIE_STATE_DIR,
    tenancy: given.GOLDIE_TENANCY,
    cloud: given.GOLDIE_CLOUD,
    timeScale: given.GOLDIE_TIME_SCALE,
    whenFull: given.GOLDIE_WHEN_FULL,
    labFaults: given.GOLDIE_LAB_FAULTS,
    binDays: given.GOLDIE_BIN_DAYS,
    logLevel: given.GOLDIE_LOG_LEVEL,
  };
}

function slackSettings(given: z.infer<typeof Environment>): SlackSettings {
  const { SLACK_MODE, SLACK_BOT_TOKEN, SLACK_APP_TOKEN, SLACK_SIGNING_SECRET } = given;
  if (SLACK_MODE === 'http') {
    if (SLACK_BOT_TOKEN === undefined || SLACK_SIGNING_SECRET === undefined)
      throw new ConfigFault('SLACK_MODE=http needs SLACK_BOT_TOKEN and SLACK_SIGNING_SECRET.');
    return { kind: 'http', botToken: SLACK_BOT_TOKEN, signingSecret: SLACK_SIGNING_SECRET };
  }
  if (SLACK_BOT_TOKEN === undefined && SLACK_APP_TOKEN === undefined) return { kind: 'local' };
  if (SLACK_BOT_TOKEN === undefined || SLACK_APP_TOKEN === undefined)
    throw new ConfigFault(
      'A real workspace needs both SLACK_BOT_TOKEN and SLACK_APP_TOKEN; set both, or none to try Goldie in its local workspace.',
    );
  return { kind: 'socket', botToken: SLACK_BOT_TOKEN, appToken: SLACK_APP_TOKEN };
}
