import { jsonValue } from '../api/method.ts';
import type { Problem } from '../blocks/problem.ts';

/** The first block of a refused type among the arguments of a call, said in Slack's manner. */
export function refusedBlockIn(
  args: Readonly<Record<string, unknown>>,
  refused: readonly string[],
): Problem | undefined {
  if (refused.length === 0) return undefined;
  for (const name of ['blocks', 'view', 'chunks'] as const) {
    const found = search(jsonValue.parse(args[name]), `/${name}`, refused);
    if (found) return found;
  }
  return undefined;
}

function search(value: unknown, pointer: string, refused: readonly string[]): Problem | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const type: unknown = Reflect.get(value, 'type');
  if (typeof type === 'string' && refused.includes(type))
    return { pointer: `${pointer}/type`, message: `unsupported type: ${type}` };
  for (const [key, inner] of Object.entries(value)) {
    const found = search(inner, `${pointer}/${key}`, refused);
    if (found) return found;
  }
  return undefined;
}
