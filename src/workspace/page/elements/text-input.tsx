import type { EmailInput, NumberInput, PlainTextInput, URLInput } from '@slack/types';
import { described, type Placed, useControl } from './element-control.ts';

type AnyTextInput = PlainTextInput | NumberInput | EmailInput | URLInput;

const KEYBOARDS = {
  plain_text_input: 'text',
  number_input: 'decimal',
  email_text_input: 'email',
  url_text_input: 'url',
} as const;

/** One line or several of typed text. The app is told on Enter, where it wants to be told. */
export function TextInputElement(placed: Placed<AnyTextInput>) {
  const { element, tells } = placed;
  const control = useControl({ ...placed, tells });
  const value = typeof control.value.value === 'string' ? control.value.value : '';
  const shared = {
    ...described(placed, control),
    'aria-label': placed.labelledBy === undefined ? element.placeholder?.text : undefined,
    placeholder: element.placeholder?.text ?? '',
    value,
    onInput: (event: { readonly currentTarget: { readonly value: string } }) =>
      control.enter({ value: event.currentTarget.value || null }),
  };

  function onKeyDown(event: KeyboardEvent): void {
    if (event.key !== 'Enter' || event.isComposing || !tells) return;
    event.preventDefault();
    control.choose({ value: value || null });
  }

  if (element.type === 'plain_text_input' && element.multiline === true) {
    return <textarea class="text-input" rows={4} maxLength={element.max_length} {...shared} />;
  }
  return (
    <input
      class="text-input"
      type="text"
      inputMode={KEYBOARDS[element.type]}
      maxLength={element.type === 'plain_text_input' ? element.max_length : undefined}
      {...shared}
      onKeyDown={onKeyDown}
    />
  );
}
