import type { Setting } from '../conversation/home-settings.ts';
import { pressValue } from '../conversation/press.ts';

/** The action of a list whose choice begins an operation: what is chosen is the piece, the others are settled. */
export function choosing({
  operation,
  piece,
  with: others = {},
}: Pick<Setting, 'operation' | 'piece' | 'with'>): string {
  const settled = Object.entries(others).flatMap(([name, values]) =>
    values.map((value) => `:${name}=${value}`),
  );
  return `choose:${operation}:${piece}${settled.join('')}`;
}

/** What a choice stands for, as the value of a button would say it; undefined for anything that is no such choice. */
export function choiceOf({
  action_id,
  selected_option,
}: {
  readonly action_id: string;
  readonly selected_option?: { readonly value: string } | null | undefined;
}): string | undefined {
  const [kind, operation, piece, ...settled] = action_id.split(':');
  if (kind !== 'choose' || operation === undefined || piece === undefined || !selected_option)
    return undefined;
  const others = settled.map((one) => {
    const [name = '', value = ''] = one.split('=');
    return [name, [value]] as const;
  });
  const slots = { ...Object.fromEntries(others), [piece]: [selected_option.value] };
  return pressValue({ does: 'begin', operation, slots });
}
