import { z } from 'zod';
import { readArguments } from '../api/read-arguments.ts';
import { refusedBlockIn } from '../chaos/refused-block.ts';
import { respond } from '../person/respond.ts';
import type { Workshop } from '../workshop/workshop.ts';
import { json, type Reply, sentence } from './reply.ts';

/** The address an app answers a command or a press at. */
export async function responseRoute(
  { team, trace, chaos }: Workshop,
  path: string,
  contentType: string,
  body: Buffer,
): Promise<Reply> {
  const payload = payloadOf(await readArguments(contentType || 'application/json', body));
  if (!payload) return sentence('invalid_payload', 400);
  const target = team.responseUrls.use(path);
  if (target === 'unknown') return json({ ok: false, error: 'invalid_url' }, 404);
  if (target === 'expired') return json({ ok: false, error: 'expired_url' }, 404);
  if (target === 'used up') return json({ ok: false, error: 'used_url' }, 404);
  const answered = trace.note('response', 'response_url', payload);
  const responded = refusedBlockIn(payload, chaos.settings.refusedBlocks)
    ? { ok: false as const, error: 'invalid_blocks' }
    : respond(team, target, payload);
  answered(responded);
  return responded.ok ? sentence('ok') : sentence(responded.error, 400);
}

/** Old clients send the JSON in a form field. */
function payloadOf(args: Readonly<Record<string, unknown>> | undefined) {
  if (typeof args?.payload !== 'string') return args;
  try {
    return z.record(z.string(), z.unknown()).safeParse(JSON.parse(args.payload)).data;
  } catch {
    return undefined;
  }
}
