import type { Overflow, PlainTextOption } from '@slack/types';
import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import { safeUrl } from '../text/safe-url.ts';
import { PlainText } from '../text/text-object.tsx';
import { type Placed, useControl } from './element-control.ts';
import { moveInMenu } from './menu-keys.ts';
import { Popup } from './popup.tsx';

function Menu(props: {
  readonly options: readonly PlainTextOption[];
  readonly onPick: (option: PlainTextOption) => void;
  readonly onLeave: () => void;
}) {
  const menu = useRef<HTMLDivElement>(null);
  useEffect(() => void moveInMenu(menu.current, 'Home'), []);

  function onKeyDown(event: KeyboardEvent): void {
    if (event.key === 'Escape' || event.key === 'Tab') {
      if (event.key === 'Escape') event.preventDefault();
      event.stopPropagation();
      props.onLeave();
    } else if (moveInMenu(menu.current, event.key)) event.preventDefault();
  }

  return (
    <div ref={menu} role="menu" tabIndex={-1} onKeyDown={onKeyDown}>
      {props.options.map((option) => (
        <button type="button" role="menuitem" onClick={() => props.onPick(option)}>
          <PlainText text={option.text.text} />
          {option.description && <small>{option.description.text}</small>}
        </button>
      ))}
    </div>
  );
}

export function OverflowElement(placed: Placed<Overflow>) {
  const control = useControl(placed);
  const anchor = useRef<HTMLButtonElement>(null);
  const [open, setOpen] = useState(false);
  const close = useCallback(() => setOpen(false), []);

  function pick(option: PlainTextOption): void {
    close();
    anchor.current?.focus();
    const url = option.url === undefined ? undefined : safeUrl(option.url);
    if (url !== undefined) window.open(url, '_blank', 'noopener,noreferrer');
    control.choose({ selected_option: option });
  }

  return (
    <>
      <button
        ref={anchor}
        type="button"
        class={`button plain icon${control.pending ? ' pending' : ''}`}
        aria-label="More actions"
        aria-haspopup="menu"
        aria-expanded={open}
        onClick={() => setOpen(!open)}
      >
        <span aria-hidden="true">⋯</span>
      </button>
      {open && (
        <Popup anchor={anchor} class="menu" onClose={close}>
          <Menu
            options={placed.element.options}
            onPick={pick}
            onLeave={() => {
              close();
              anchor.current?.focus();
            }}
          />
        </Popup>
      )}
    </>
  );
}
