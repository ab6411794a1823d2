import { pressValue } from '../conversation/press.ts';

/** The action of a list whose choice begins an operation: what is chosen is the piece. */
export function choosing(operation: string, piece: string): string {
  return `choose:${operation}:${piece}`;
}

/** What a choice stands for, as the value of a button would say it; undefined for anything that is no such choice. */
export function choiceOf({
  action_id,
  selected_option,
}: {
  readonly action_id: string;
  readonly selected_option?: { readonly value: string } | null | undefined;
}): string | undefined {
  const [kind, operation, piece] = action_id.split(':');
  if (kind !== 'choose' || operation === undefined || piece === undefined || !selected_option)
    return undefined;
  return pressValue({ does: 'begin', operation, slots: { [piece]: [selected_option.value] } });
}
