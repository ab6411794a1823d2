import { setTimeout as pause } from 'node:timers/promises';
import { type Called, callMethod, type Tokens } from '../api/call-method.ts';
import { type ApiRefusal, refuse } from '../api/method.ts';
import { readArguments } from '../api/read-arguments.ts';
import { disturbedCall } from '../chaos/chaotic-call.ts';
import type { Team } from '../team/team.ts';
import type { Workshop } from '../workshop/workshop.ts';
import type { Journal } from './journal.ts';
import { json, type Reply } from './reply.ts';

/** `POST /api/<method>`. */
export async function apiRoute(
  context: {
    readonly team: Team;
    readonly tokens: Tokens;
    readonly journal: Journal;
    readonly workshop: Workshop;
  },
  name: string,
  request: { readonly contentType: string; readonly authorization: string; readonly body: Buffer },
): Promise<Reply> {
  const args = await readArguments(request.contentType, request.body);
  if (!args) return json(refuse('invalid_json'));
  const { token: fieldToken, ...rest } = args;
  const bearer = /^Bearer\s+(\S+)$/i.exec(request.authorization)?.[1];
  const token = bearer ?? (typeof fieldToken === 'string' ? fieldToken : undefined);
  context.journal.note({ method: name, args: rest });
  const { chaos, trace } = context.workshop;
  const answered = trace.note('call', name, rest);
  if (chaos.settings.latencyMs > 0)
    await pause(chaos.settings.latencyMs, undefined, { ref: false });
  const reply = replyTo(context, name, rest, token);
  answered(reply.answer);
  return json(reply.answer, reply.status, reply.headers);
}

interface Replied extends Called {
  readonly status: number;
}

function replyTo(
  { journal, workshop, tokens, team }: Parameters<typeof apiRoute>[0],
  method: string,
  args: Readonly<Record<string, unknown>>,
  token: string | undefined,
): Replied {
  const failure = journal.failureFor(method);
  if (failure) return failed(refuse(failure.error), failure.status ?? 200, failure.retryAfter);
  const withBotToken = token === tokens.bot;
  const disturbed = disturbedCall(workshop.chaos.settings, { method, args, withBotToken });
  if (disturbed) return failed(disturbed.refusal, disturbed.status, disturbed.retryAfter);
  return { ...callMethod(method, args, token, tokens, team), status: 200 };
}

function failed(answer: ApiRefusal, status: number, retryAfter: number | undefined): Replied {
  const headers: Record<string, string> =
    retryAfter === undefined ? {} : { 'retry-after': String(retryAfter) };
  return { answer, status, headers };
}
