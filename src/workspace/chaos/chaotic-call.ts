import { type ApiRefusal, refuse, refuseWith } from '../api/method.ts';
import type { ChaosSettings } from '../workshop-api.ts';
import { refusedBlockIn } from './refused-block.ts';

export interface Disturbed {
  readonly refusal: ApiRefusal;
  readonly status: number;
  readonly retryAfter?: number | undefined;
}

/** What a disturbance makes of a call; undefined when it may go through. */
export function disturbedCall(
  settings: ChaosSettings,
  call: {
    readonly method: string;
    readonly args: Readonly<Record<string, unknown>>;
    readonly withBotToken: boolean;
  },
): Disturbed | undefined {
  const failing = settings.failing.find(({ method }) => method === '*' || method === call.method);
  if (failing) return { ...failing, refusal: refuse(failing.error) };
  if (settings.revokeToken && call.withBotToken)
    return { refusal: refuse('token_revoked'), status: 200 };
  if (settings.expireTriggers && call.args.trigger_id !== undefined)
    return { refusal: refuse('expired_trigger_id'), status: 200 };
  const problem = refusedBlockIn(call.args, settings.refusedBlocks);
  if (!problem) return undefined;
  const error = call.method.startsWith('views.') ? 'invalid_arguments' : 'invalid_blocks';
  return { refusal: refuseWith(error, [problem]), status: 200 };
}
