import type { ConfirmationDialog } from '@slack/types';
import { TextView } from '../text/text-object.tsx';
import { DialogFrame } from './dialog-frame.tsx';

/** Asks whether a press is meant; closing it counts as no. */
export function ConfirmDialog(props: {
  readonly confirm: ConfirmationDialog;
  readonly onAnswer: (yes: boolean) => void;
}) {
  const { confirm, onAnswer } = props;
  const refuse = () => onAnswer(false);
  return (
    <DialogFrame
      title={confirm.title?.text ?? 'Are you sure?'}
      class="confirm"
      onTop
      onClose={refuse}
    >
      <div class="dialog-body">
        <TextView text={confirm.text} />
      </div>
      <footer class="dialog-foot">
        <button type="button" class="button plain" onClick={refuse}>
          {confirm.deny?.text ?? 'Cancel'}
        </button>
        <button
          type="button"
          class={`button ${confirm.style ?? 'primary'}`}
          onClick={() => onAnswer(true)}
        >
          {confirm.confirm?.text ?? 'Yes'}
        </button>
      </footer>
    </DialogFrame>
  );
}
