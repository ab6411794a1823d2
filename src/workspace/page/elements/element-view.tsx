import { ButtonElement } from './button.tsx';
import { CheckboxesElement, RadioButtonsElement } from './choices.tsx';
import { DateInputElement } from './date-input.tsx';
import type { Placed } from './element-control.ts';
import { FileInputElement } from './file-input.tsx';
import type { Element } from './input-element.ts';
import { OverflowElement } from './overflow.tsx';
import { SelectElement } from './select.tsx';
import { TextInputElement } from './text-input.tsx';

/** Any interactive element of a section, actions or input block. */
export function ElementView({ element, ...place }: Placed<Element>) {
  switch (element.type) {
    case 'button':
      return <ButtonElement element={element} {...place} />;
    case 'overflow':
      return <OverflowElement element={element} {...place} />;
    case 'checkboxes':
      return <CheckboxesElement element={element} {...place} />;
    case 'radio_buttons':
      return <RadioButtonsElement element={element} {...place} />;
    case 'datepicker':
    case 'timepicker':
    case 'datetimepicker':
      return <DateInputElement element={element} {...place} />;
    case 'plain_text_input':
    case 'number_input':
    case 'email_text_input':
    case 'url_text_input':
      return <TextInputElement element={element} {...place} />;
    case 'static_select':
    case 'external_select':
    case 'users_select':
    case 'conversations_select':
    case 'channels_select':
    case 'multi_static_select':
    case 'multi_external_select':
    case 'multi_users_select':
    case 'multi_conversations_select':
    case 'multi_channels_select':
      return <SelectElement element={element} {...place} />;
    case 'file_input':
      return <FileInputElement element={element} {...place} />;
    case 'workflow_button':
    case 'rich_text_input':
      return <small class="not-drawn">Element type {element.type} is not drawn here.</small>;
  }
}
