import type { InputBlock } from '@slack/types';
import { useId } from 'preact/hooks';
import { ElementView } from '../elements/element-view.tsx';
import { useSurface } from '../elements/surface.tsx';
import { PlainText } from '../text/text-object.tsx';
import type { WithId } from './with-id.ts';

export function InputView({ block }: { readonly block: WithId<InputBlock> }) {
  const id = useId();
  const error = useSurface().errors[block.block_id];
  return (
    <div class={`block input${error === undefined ? '' : ' refused'}`}>
      <div class="input-label" id={`${id}-label`}>
        <PlainText text={block.label.text} />
        {block.optional === true && <span class="optional"> (optional)</span>}
      </div>
      <ElementView
        element={block.element}
        blockId={block.block_id}
        tells={block.dispatch_action === true}
        labelledBy={`${id}-label`}
        describedBy={`${id}-error ${id}-hint`}
      />
      <p class="input-error" id={`${id}-error`} role="alert">
        {error}
      </p>
      <p class="input-hint" id={`${id}-hint`}>
        {block.hint && <PlainText text={block.hint.text} />}
      </p>
    </div>
  );
}
