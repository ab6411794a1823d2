import type { ContextActionsBlock, FeedbackButtons, IconButton } from '@slack/types';
import { useState } from 'preact/hooks';
import { type Placed, useControl } from '../elements/element-control.ts';
import { useDirectory } from '../text/people.tsx';
import type { WithId } from './with-id.ts';

const ICONS: Readonly<Record<string, string>> = { trash: '🗑' };

function Feedback(placed: Placed<FeedbackButtons>) {
  const control = useControl(placed);
  const [given, setGiven] = useState<string | null>(null);
  const { positive_button, negative_button } = placed.element;
  const sides = [
    { side: positive_button, mark: '👍' },
    { side: negative_button, mark: '👎' },
  ];
  return sides.map(({ side, mark }) => (
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
      <span aria-hidden="true">{mark}</span>
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
      <span aria-hidden="true">{ICONS[element.icon] ?? '•'}</span> {element.text.text}
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
