import type { Overflow, PlainTextOption } from '@slack/types';
import { safeUrl } from '../text/safe-url.ts';
import { PlainText } from '../text/text-object.tsx';
import { ActionMenu } from './action-menu.tsx';
import { type Placed, useControl } from './element-control.ts';

/** Options behind three dots. */
export function OverflowElement(placed: Placed<Overflow>) {
  const control = useControl(placed);

  function pick(option: PlainTextOption): void {
    const url = option.url === undefined ? undefined : safeUrl(option.url);
    if (url !== undefined) window.open(url, '_blank', 'noopener,noreferrer');
    control.choose({ selected_option: option });
  }

  return (
    <ActionMenu
      name="More actions"
      pending={control.pending}
      actions={placed.element.options.map((option) => ({
        name: <PlainText text={option.text.text} />,
        ...(option.description && { description: option.description.text }),
        onPick: () => pick(option),
      }))}
    >
      ⋯
    </ActionMenu>
  );
}
