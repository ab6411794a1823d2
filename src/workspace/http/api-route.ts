import { type Called, callMethod, type Tokens } from '../api/call-method.ts';
import { refuse } from '../api/method.ts';
import { readArguments } from '../api/read-arguments.ts';
import type { Team } from '../team/team.ts';
import type { Journal } from './journal.ts';
import { json, type Reply } from './reply.ts';

/** `POST /api/<method>`. */
export async function apiRoute(
  context: { readonly team: Team; readonly tokens: Tokens; readonly journal: Journal },
  name: string,
  request: { readonly contentType: string; readonly authorization: string; readonly body: Buffer },
): Promise<Reply> {
  const args = await readArguments(request.contentType, request.body);
  if (!args) return json(refuse('invalid_json'));
  const { token: fieldToken, ...rest } = args;
  const bearer = /^Bearer\s+(\S+)$/i.exec(request.authorization)?.[1];
  const token = bearer ?? (typeof fieldToken === 'string' ? fieldToken : undefined);
  context.journal.note({ method: name, args: rest });
  const failure = context.journal.failureFor(name);
  if (failure) return failureReply(failure);
  const { answer, headers }: Called = callMethod(name, rest, token, context.tokens, context.team);
  return json(answer, 200, headers);
}

function failureReply({
  status = 200,
  error,
  retryAfter,
}: NonNullable<ReturnType<Journal['failureFor']>>) {
  const headers: Record<string, string> =
    retryAfter === undefined ? {} : { 'retry-after': String(retryAfter) };
  return json(refuse(error), status, headers);
}
