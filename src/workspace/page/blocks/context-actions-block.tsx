import type { ContextActionsBlock, FeedbackButtons, IconButton } from '@slack/types';
import { useState } from 'preact/hooks';
import { type Placed, useControl } from '../elements/element-control.ts';
import { IconDrawing } from '../elements/icon-drawing.tsx';
import { useDirectory } from '../text/people.tsx';
import type { WithId } from './with-id.ts';

function Feedback(placed: Placed<FeedbackButtons>) {
  const control = useControl(placed);
  const [given, setGiven] = useState<string | null>(null);
  const { positive_button, negative_button } = placed.element;
  const sides = [
    { side: positive_button, drawing: 'thumb-up' },
    { side: negative_button, drawing: 'thumb-down' },
  ] as const;
  return sides.map(({ side, drawing }) => (
    <button
      type="button"
      class={`button quiet${given === side.value ? ' chosen' : ''}`}
      aria-label={side.accessibility_label ?? side.text.text}
      aria-pressed={given === side.value}
      aria-disabled={control.pending}
      title={side.text.text}
      onClick={() => {
        if (control.pending) return;
        setGiven(side.value);
        control.choose({ text: side.text, value: side.value });
      }}
    >
      <IconDrawing of={drawing} />
    </button>
  ));
}

function Icon(placed: Placed<IconButton>) {
  const control = useControl(placed);
  const { me } = useDirectory();
  const { element } = placed;
  if (element.visible_to_user_ids?.includes(me) === false) return null;
  return (
    <button
      type="button"
      class="button quiet"
      aria-label={element.accessibility_label ?? element.text.text}
      aria-disabled={control.pending}
      onClick={() =>
        control.choose({
          text: element.text,
          ...(element.value === undefined ? {} : { value: element.value }),
        })
      }
    >
      <IconDrawing of={element.icon === 'trash' ? 'trash' : 'dot'} /> {element.text.text}
    </button>
  );
}

export function ContextActionsView({ block }: { readonly block: WithId<ContextActionsBlock> }) {
  return (
    <div class="block context-actions">
      {block.elements.map((element) =>
        element.type === 'feedback_buttons' ? (
          <Feedback element={element} blockId={block.block_id} tells />
        ) : (
          <Icon element={element} blockId={block.block_id} tells />
        ),
      )}
    </div>
  );
}
