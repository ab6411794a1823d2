import type { InputBlock, ModalView } from '@slack/types';

/** A modal with one required text input and a select that asks the app. */
export function aModal(parts: Partial<ModalView> = {}): ModalView {
  return {
    type: 'modal',
    callback_id: 'share',
    title: { type: 'plain_text', text: 'Share an image' },
    submit: { type: 'plain_text', text: 'Share' },
    blocks: [
      {
        type: 'input',
        block_id: 'project',
        label: { type: 'plain_text', text: 'Project' },
        element: { type: 'plain_text_input', action_id: 'project-name', max_length: 20 },
      },
      {
        type: 'input',
        block_id: 'image',
        optional: true,
        label: { type: 'plain_text', text: 'Image' },
        element: { type: 'external_select', action_id: 'image-name' },
      },
    ],
    ...parts,
  };
}

/** One list of servers as a CSV file. */
export const aFileInput: InputBlock = {
  type: 'input',
  block_id: 'list',
  label: { type: 'plain_text', text: 'List of servers' },
  element: { type: 'file_input', action_id: 'files', filetypes: ['csv'], max_files: 1 },
};

export function aButton(id: string, label: string, value = 'v') {
  return {
    type: 'actions' as const,
    elements: [
      {
        type: 'button' as const,
        action_id: id,
        text: { type: 'plain_text' as const, text: label },
        value,
      },
    ],
  };
}
