/** Turns what zod found into the sentences and JSON pointers Slack answers with. */
import type { z } from 'zod';

export interface Problem {
  /** Where, as a JSON pointer into the arguments, e.g. `/blocks/0/text`. */
  readonly pointer: string;
  readonly message: string;
}

export function problemsOf(error: z.ZodError, value: unknown, root = ''): readonly Problem[] {
  return error.issues.map((issue) => {
    const at = `${root}${issue.path.map((step) => `/${String(step)}`).join('')}`;
    const found = valueAt(value, issue.path);
    return placed(issue, at, found);
  });
}

/** The line Slack puts into `response_metadata.messages`. */
export function problemLine({ pointer, message }: Problem): string {
  return `[ERROR] ${message} [json-pointer:${pointer}]`;
}

function placed(issue: z.core.$ZodIssue, at: string, found: unknown): Problem {
  if (issue.code === 'invalid_type' && found === undefined) {
    const cut = at.lastIndexOf('/');
    return {
      pointer: at.slice(0, Math.max(cut, 0)),
      message: `missing required field: ${at.slice(cut + 1)}`,
    };
  }
  if (issue.code === 'invalid_union' && issue.path.at(-1) === 'type')
    return { pointer: at, message: `unsupported type: ${String(found)}` };
  if (issue.code === 'unrecognized_keys')
    return { pointer: at, message: `invalid additional property: ${issue.keys.join(', ')}` };
  return { pointer: at, message: sentence(issue) };
}

function sentence(issue: z.core.$ZodIssue): string {
  if (issue.code === 'too_big')
    return issue.origin === 'string'
      ? `must be less than ${Number(issue.maximum) + 1} characters`
      : `no more than ${issue.maximum} items allowed`;
  if (issue.code === 'too_small')
    return issue.origin === 'string'
      ? `must be more than ${Number(issue.minimum) - 1} characters`
      : `no fewer than ${issue.minimum} items allowed`;
  return issue.message;
}

function valueAt(value: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (inner, step) =>
      typeof inner === 'object' && inner !== null ? Reflect.get(inner, step) : undefined,
    value,
  );
}
