import type { Team } from '../team/team.ts';
import { type ApiAnswer, type Method, refuse, type TokenKind } from './method.ts';
import { methods } from './methods.ts';

export interface Tokens {
  /** `xoxb-…` */
  readonly bot: string;
  /** `xapp-…` */
  readonly app: string;
}

export interface Called {
  readonly answer: ApiAnswer;
  readonly headers: Readonly<Record<string, string>>;
}

/** Checks name, token and scopes of a call and makes it. Never throws for anything the caller sent. */
export function callMethod(
  name: string,
  args: Readonly<Record<string, unknown>>,
  token: string | undefined,
  tokens: Tokens,
  team: Team,
): Called {
  const method = Object.hasOwn(methods, name) ? methods[name] : undefined;
  if (!method) return { answer: refuse('unknown_method', { req_method: name }), headers: {} };
  const held = [...team.manifest.scopes];
  const headers = {
    'x-oauth-scopes': held.join(','),
    'x-accepted-oauth-scopes': method.scopes.join(','),
  };
  const denied = denial(method, token, tokens, held);
  return { answer: denied ?? method.call(args, team), headers };
}

function denial(
  method: Method,
  token: string | undefined,
  tokens: Tokens,
  held: readonly string[],
): ApiAnswer | undefined {
  if (method.token === 'none') return undefined;
  if (!token) return refuse('not_authed');
  const kind = kindOf(token, tokens);
  if (!kind) return refuse('invalid_auth');
  if (kind !== method.token) return refuse('not_allowed_token_type');
  if (method.scopes.length === 0 || method.scopes.some((scope) => held.includes(scope)))
    return undefined;
  return missingScope(method.scopes, held);
}

function kindOf(token: string, tokens: Tokens): TokenKind | undefined {
  if (token === tokens.bot) return 'bot';
  return token === tokens.app ? 'app' : undefined;
}

function missingScope(needed: readonly string[], held: readonly string[]): ApiAnswer {
  return refuse('missing_scope', { needed: needed.join(','), provided: held.join(',') });
}
