import type { Checkboxes, Option, RadioButtons } from '@slack/types';
import { useId } from 'preact/hooks';
import { TextView } from '../text/text-object.tsx';
import { described, type Placed, useControl } from './element-control.ts';

const optionValue = (option: unknown): unknown =>
  typeof option === 'object' && option !== null && 'value' in option ? option.value : undefined;

function ChoiceLine(props: {
  readonly type: 'checkbox' | 'radio';
  readonly group: string;
  readonly option: Option;
  readonly checked: boolean;
  readonly onChange: (checked: boolean) => void;
}) {
  return (
    <label class="choice-line">
      <input
        type={props.type}
        name={props.group}
        checked={props.checked}
        onChange={(event) => props.onChange(event.currentTarget.checked)}
      />
      <span>
        <TextView text={props.option.text} />
        {props.option.description && <small>{props.option.description.text}</small>}
      </span>
    </label>
  );
}

export function CheckboxesElement(placed: Placed<Checkboxes>) {
  const control = useControl(placed);
  const group = useId();
  const held = control.value.selected_options;
  const chosen = new Set(Array.isArray(held) ? held.map(optionValue) : []);

  function change(option: Option, checked: boolean): void {
    const selected_options = placed.element.options.filter((one) =>
      one.value === option.value ? checked : chosen.has(one.value),
    );
    control.choose({ selected_options });
  }

  return (
    <fieldset class="choice-lines" {...described(placed, control)}>
      {placed.element.options.map((option) => (
        <ChoiceLine
          type="checkbox"
          group={group}
          option={option}
          checked={chosen.has(option.value)}
          onChange={(checked) => change(option, checked)}
        />
      ))}
    </fieldset>
  );
}

export function RadioButtonsElement(placed: Placed<RadioButtons>) {
  const control = useControl(placed);
  const group = useId();
  const chosen = optionValue(control.value.selected_option);
  return (
    <fieldset class="choice-lines" {...described(placed, control)}>
      {placed.element.options.map((option) => (
        <ChoiceLine
          type="radio"
          group={group}
          option={option}
          checked={chosen !== undefined && chosen === option.value}
          onChange={() => control.choose({ selected_option: option })}
        />
      ))}
    </fieldset>
  );
}
