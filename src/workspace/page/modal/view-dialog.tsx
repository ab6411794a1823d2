import type { ModalView } from '@slack/types';
import { useMemo, useRef, useState } from 'preact/hooks';
import { SurfaceView } from '../blocks/surface-blocks.tsx';
import { inputFaults } from '../elements/input-faults.ts';
import { useSurfaceState } from '../elements/surface.tsx';
import { useRequests } from '../server/requests-context.ts';
import { DialogFrame } from './dialog-frame.tsx';
import { knownBlocks } from './known-blocks.ts';

interface ViewDialogProps {
  readonly viewId: string;
  readonly view: ModalView;
  readonly onTop: boolean;
  readonly onClose: () => void;
}

/** One modal of the stack. What was typed survives updates of the view and modals on top of it. */
export function ViewDialog({ viewId, view, onTop, onClose }: ViewDialogProps) {
  const requests = useRequests();
  const blocks = useMemo(() => knownBlocks(view.blocks), [view.blocks]);
  const surface = useSurfaceState({ type: 'view', viewId }, blocks);
  const [sending, setSending] = useState(false);
  const underWay = useRef(false);

  async function submit(): Promise<void> {
    if (underWay.current) return;
    const faults = inputFaults(blocks, surface.values);
    surface.refuse(faults, null);
    if (Object.keys(faults).length > 0) return;
    underWay.current = true;
    setSending(true);
    const answer = await requests.post('/page/view-submit', { viewId, values: surface.values });
    underWay.current = false;
    setSending(false);
    const errors = answer.errors ?? {};
    const explained = answer.ok || Object.keys(errors).length > 0;
    surface.refuse(
      errors,
      explained ? null : (answer.error ?? 'The app did not answer. Try again.'),
    );
  }

  return (
    <DialogFrame title={view.title.text} class="view" onTop={onTop} onClose={onClose}>
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void submit();
        }}
      >
        <div class="dialog-body">
          <SurfaceView surface={surface} blocks={blocks} />
        </div>
        <footer class="dialog-foot">
          <button type="button" class="button plain" onClick={onClose}>
            {view.close?.text ?? 'Close'}
          </button>
          {view.submit && (
            <button
              type="submit"
              class={`button primary${sending ? ' pending' : ''}`}
              aria-busy={sending}
            >
              {view.submit.text}
            </button>
          )}
        </footer>
      </form>
    </DialogFrame>
  );
}
