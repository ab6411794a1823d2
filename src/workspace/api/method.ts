/** One Web API method: who may call it, with what, and what it does. */
import { z } from 'zod';
import { type Problem, problemLine, problemsOf } from '../blocks/problem.ts';
import type { Team } from '../team/team.ts';

export type ApiAnswer = { readonly ok: true; readonly [key: string]: unknown } | ApiRefusal;

export interface ApiRefusal {
  readonly ok: false;
  readonly error: string;
  readonly [key: string]: unknown;
}

export type TokenKind = 'bot' | 'app';

export interface Method {
  /** Which token it takes; `none` needs no token. */
  readonly token: TokenKind | 'none';
  /** Any one of these scopes is enough; empty means that none is needed. */
  readonly scopes: readonly string[];
  call(args: Readonly<Record<string, unknown>>, team: Team): ApiAnswer;
}

/** Declares a method whose arguments are parsed before `run` sees them. */
export function method<Schema extends z.ZodType>(declared: {
  readonly token?: TokenKind | 'none';
  readonly scopes?: readonly string[];
  readonly args: Schema;
  readonly run: (args: z.output<Schema>, team: Team) => ApiAnswer;
}): Method {
  return {
    token: declared.token ?? 'bot',
    scopes: declared.scopes ?? [],
    call(raw, team) {
      const parsed = declared.args.safeParse(raw);
      if (parsed.success) return declared.run(parsed.data, team);
      return refuseWith('invalid_arguments', problemsOf(parsed.error, raw));
    },
  };
}

export function refuse(error: string, more: Readonly<Record<string, unknown>> = {}): ApiRefusal {
  return { ...more, ok: false, error };
}

/** A refusal that says what is wrong and where. */
export function refuseWith(error: string, problems: readonly Problem[]): ApiRefusal {
  return refuse(error, {
    errors: problems.map(({ message, pointer }) => `${message} [json-pointer:${pointer}]`),
    response_metadata: { messages: problems.map(problemLine) },
  });
}

/** Form fields arrive as text: these read them the way Slack does. */
export const flag = z
  .union([z.boolean(), z.enum(['true', '1', 'false', '0', ''])])
  .transform((value) => value === true || value === 'true' || value === '1');

export const count = z.coerce.number().int().min(0);

/** A list or object, or the JSON text of one. Text that is not JSON stays text for a later check. */
export const jsonValue = z.unknown().transform((value) => {
  if (typeof value !== 'string') return value;
  try {
    const parsed: unknown = JSON.parse(value);
    return parsed;
  } catch {
    return value;
  }
});
